import SourceText

extension Diagnostic {
  static func duplicateDeclaration(
    _ address: String,
    first: SourceLocation,
    at location: SourceLocation
  ) -> Diagnostic {
    let place = "\(first.file.path):\(first.position.line)"
    return Diagnostic(
      .error,
      "terraform.duplicate",
      LocalizedText(
        en: "\(address) is declared already in \(place); remove or rename one of the two.",
        ja: "\(address) は \(place) で宣言済み。どちらかを削除するか、名前を変える。"
      ),
      at: location
    )
  }

  static func wrongLabels(_ type: String, count: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.wrong-labels",
      LocalizedText(
        en: "A \(type) block bears \(count) label(s); this one was left out.",
        ja: "\(type) ブロックのラベルは \(count) 個。このブロックは対象から外した。"
      ),
      at: location
    )
  }

  static func overridesNothing(_ address: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.overrides-nothing",
      LocalizedText(
        en: "No other file declares \(address), which this override file changes.",
        ja: "このオーバーライドファイルが変更する \(address) は、ほかのファイルで宣言されていない。"
      ),
      at: location
    )
  }

  static func unknownBlock(
    _ type: String,
    similar: String?,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.unknown-block",
      LocalizedText(
        en: "Terraform has no \(type) block."
          + (similar.map { " Did you mean \($0)?" } ?? " Remove it."),
        ja: "Terraform に \(type) ブロックはない。" + (similar.map { "候補: \($0)。" } ?? "削除する。")
      ),
      at: location
    )
  }

  static func blockAmongValues(_ type: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.block-among-values",
      LocalizedText(
        en:
          "A file of variable values holds lines NAME = VALUE only; this \(type) block belongs in "
          + "a .tf file.",
        ja: "変数の値のファイルに書けるのは「名前 = 値」だけである。この \(type) ブロックは .tf ファイルに書く。"
      ),
      at: location
    )
  }

  static func valuesWithoutNames(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.values-without-names",
      LocalizedText(
        en:
          "A file of variable values in JSON is one object: the names of variables and their values.",
        ja: "JSON の変数の値のファイルは、変数名と値からなる 1 つのオブジェクトで書く。"
      ),
      at: location
    )
  }

  static func argumentAtTopLevel(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.misplaced-argument",
      LocalizedText(
        en: "\(name) stands outside of any block; move it into one.",
        ja: "\(name) がブロックの外にある。ブロックの中に移す。"
      ),
      at: location
    )
  }

  static func circularValues(_ chain: [String], at location: SourceLocation) -> Diagnostic {
    let path = chain.joined(separator: " -> ")
    return Diagnostic(
      .error,
      "terraform.cycle",
      LocalizedText(
        en: "These values need each other: \(path). Break the circle.",
        ja: "値が互いを必要としている: \(path)。循環を断つ。"
      ),
      at: location
    )
  }

  static func chainTooLong(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform.chain-too-long",
      LocalizedText(
        en: "More than \(ProjectReading.maximumChain) values need each other in a row; "
          + "what comes behind is not known.",
        ja: "\(ProjectReading.maximumChain) 個を超える値が連鎖している。その先の値は不明とした。"
      ),
      at: location
    )
  }

  static func tooManyInstances(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform.too-many-instances",
      LocalizedText(
        en: "The project has more than \(ProjectReading.maximumInstances) instances; "
          + "the rest was left out.",
        ja: "プロジェクトのインスタンスが \(ProjectReading.maximumInstances) 個を超える。残りは省いた。"
      ),
      at: location
    )
  }

  static func unreadTerraformFile(_ error: LoadError) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.unread-file",
      LocalizedText(
        en: "The file was not read: \(error.reason).",
        ja: "ファイルは読み込まれていない(\(error.reason))。"
      ),
      path: error.path
    )
  }

  static func unknownNumber(
    _ address: String,
    _ argument: String,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .note,
      "terraform.unknown-count",
      LocalizedText(
        en: "\(argument) of \(address) is not known; one instance stands for all.",
        ja: "\(address) の \(argument) は不明。1 つのインスタンスで代表させた。"
      ),
      at: location
    )
  }

  static func invalidNumber(_ argument: String, at location: SourceLocation) -> Diagnostic {
    let (en, ja) =
      argument == "count"
      ? ("a whole number from 0", "0 以上の整数")
      : ("a map, an object or a set of strings", "マップ、オブジェクト、文字列のセット")
    return Diagnostic(
      .error,
      "terraform.invalid-count",
      LocalizedText(
        en: "\(argument) must be \(en).",
        ja: "\(argument) には \(ja)を指定する。"
      ),
      at: location
    )
  }

  static func countBesideForEach(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.invalid-count",
      LocalizedText(
        en: "count and for_each exclude each other, and for_each was left out; remove one of them.",
        ja: "count と for_each は併用できない。for_each は対象から外した。どちらかを削除する。"
      ),
      at: location
    )
  }

  static func secretKeys(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.sensitive-for-each",
      LocalizedText(
        en:
          "for_each cannot take its keys from a sensitive value, as addresses show them; use other "
          + "keys, or nonsensitive().",
        ja: "キーはアドレスに表示されるため、for_each に機密の値は使えない。別のキーか nonsensitive() を使う。"
      ),
      at: location
    )
  }

  static func malformedDynamic(_ type: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.malformed-dynamic",
      LocalizedText(
        en: "This dynamic \(type) block lacks for_each or content; it was left out.",
        ja: "この dynamic \(type) ブロックには for_each か content がない。対象から外した。"
      ),
      at: location
    )
  }

  static func moduleNotAnalysed(
    _ name: String,
    _ source: String,
    reason: LocalizedText,
    at location: SourceLocation
  ) -> Diagnostic {
    let module = source.isEmpty ? name : "\(name) (\(source))"
    return Diagnostic(
      .warning,
      "terraform.module-not-analysed",
      LocalizedText(
        en: "Module \(module) was not analysed: \(reason.en).",
        ja: "モジュール \(module) は解析していない: \(reason.ja)。"
      ),
      at: location
    )
  }

  static func moduleCircle(
    _ name: String,
    _ source: String,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.module-cycle",
      LocalizedText(
        en: "Module \(name) (\(source)) calls itself, or modules are nested too deeply.",
        ja: "モジュール \(name) (\(source)) が自分自身を呼び出しているか、ネストが深すぎる。"
      ),
      at: location
    )
  }

  static func missingArgument(
    _ name: String,
    module: String,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.missing-argument",
      LocalizedText(
        en: "Module \(module) needs a value for \(name); add the argument.",
        ja: "モジュール \(module) には \(name) の値が必要。引数を追加する。"
      ),
      at: location
    )
  }

  static func undeclaredArgument(
    _ name: String,
    module: String,
    similar: String?,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.undeclared-argument",
      LocalizedText(
        en: "Module \(module) declares no variable \(name)."
          + (similar.map { " Did you mean \($0)?" } ?? ""),
        ja: "モジュール \(module) に変数 \(name) の宣言はない。"
          + (similar.map { "候補: \($0)。" } ?? "")
      ),
      at: location
    )
  }

  static func undeclaredVariable(
    _ name: String,
    similar: String?,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform.undeclared-variable",
      LocalizedText(
        en: "The root module declares no variable \(name)."
          + (similar.map { " Did you mean \($0)?" } ?? ""),
        ja: "ルートモジュールに変数 \(name) の宣言はない。" + (similar.map { "候補: \($0)。" } ?? "")
      ),
      at: location
    )
  }

  static func invalidVariable(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform.invalid-variable",
      LocalizedText(
        en: "The value of the variable \(name) does not meet this condition: Terraform refuses it.",
        ja: "変数 \(name) の値がこの条件を満たさない。Terraform は受け付けない。"
      ),
      at: location
    )
  }

  static func quotedType(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform.quoted-type",
      LocalizedText(
        en: "Terraform 1 takes types without quotes only; remove the quotes.",
        ja: "Terraform 1 では型を引用符で囲めない。引用符を外す。"
      ),
      at: location
    )
  }

  static func notJSON(_ argument: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform.invalid-json",
      LocalizedText(
        en: "\(argument) must be JSON; this text is not.",
        ja: "\(argument) は JSON で書く。このテキストは JSON として読めない。"
      ),
      at: location
    )
  }

  static func ignoredChanges(_ argument: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note,
      "terraform.ignored-changes",
      LocalizedText(
        en: "Terraform ignores changes of \(argument); a pipeline may own the live definition.",
        ja: "Terraform は \(argument) の変更を無視する。実際の定義は別のパイプラインが管理している可能性がある。"
      ),
      at: location
    )
  }
}

extension LocalizedText {
  static let noSource = LocalizedText(
    en: "its source is not known; write it as a plain text",
    ja: "source が不明。文字列で直接書く"
  )
  static let noConfiguration = LocalizedText(
    en: "the folder holds no Terraform files",
    ja: "フォルダーに Terraform ファイルがない"
  )
  static let notInstalled = LocalizedText(
    en: "its sources are not here; run terraform init and scan again",
    ja: "ソースがない。terraform init を実行してから再度スキャンする"
  )
}
