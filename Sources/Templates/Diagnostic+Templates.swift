import SourceText

extension Diagnostic {
  static func undefinedReference(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "cloudformation.undefined-reference",
      LocalizedText(
        en: "\(name) is not defined in the template.",
        ja: "\(name) はテンプレートに定義されていない。"
      ),
      at: location
    )
  }

  static func undefinedCondition(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "cloudformation.undefined-condition",
      LocalizedText(
        en: "Condition \(name) is not defined in the template.",
        ja: "条件 \(name) はテンプレートに定義されていない。"
      ),
      at: location
    )
  }

  static func circular(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "cloudformation.circular",
      LocalizedText(
        en: "\(name) refers to itself, directly or through others.",
        ja: "\(name) が直接または他を経由して自分自身を参照している。"
      ),
      at: location
    )
  }

  static func wrongType(
    expected: String,
    _ severity: Severity = .warning,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      severity,
      "cloudformation.wrong-type",
      LocalizedText(
        en: "\(expected) is missing here or has the wrong type.",
        ja: "ここに \(expected) がないか、型が正しくない。"
      ),
      at: location
    )
  }

  static func malformedCall(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "cloudformation.malformed-function",
      LocalizedText(
        en: "\(name) cannot be computed from these arguments.",
        ja: "\(name) をこの引数から計算できない。"
      ),
      at: location
    )
  }

  static func unknownFunction(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "cloudformation.unknown-function",
      LocalizedText(
        en: "\(name) is not a known intrinsic function.",
        ja: "\(name) は既知の組み込み関数ではない。"
      ),
      at: location
    )
  }

  static func transformNotApplied(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note,
      "cloudformation.transform-not-applied",
      LocalizedText(
        en: "What this transform adds is not part of the result.",
        ja: "この変換が追加する内容は結果に含まれない。"
      ),
      at: location
    )
  }

  static func forbiddenDefault(_ parameter: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "cloudformation.forbidden-default",
      LocalizedText(
        en: "AllowedValues of \(parameter) does not list its default: CloudFormation refuses that.",
        ja: "\(parameter) のデフォルト値が AllowedValues にない。CloudFormation は受け付けない。"
      ),
      at: location
    )
  }

  static func loopWithoutTransform(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note,
      "cloudformation.foreach-without-transform",
      LocalizedText(
        en: "Fn::ForEach needs the transform AWS::LanguageExtensions; it was expanded anyway.",
        ja: "Fn::ForEach には AWS::LanguageExtensions 変換が必要。ここでは展開した。"
      ),
      at: location
    )
  }

  static func loopOverUnknown(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note,
      "cloudformation.foreach-unknown",
      LocalizedText(
        en: "What this Fn::ForEach runs over is not known; one pass stands for all.",
        ja: "この Fn::ForEach の対象は不明。1 回分だけを評価した。"
      ),
      at: location
    )
  }

  static func loopTooLong(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .warning,
      "cloudformation.foreach-too-large",
      LocalizedText(
        en: "The loops yield more than 10,000 entries; the rest was left out.",
        ja: "ループの結果が 10,000 件を超える。残りは省いた。"
      ),
      path: file.path
    )
  }

  static func tooLarge(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .warning,
      "template.too-large",
      LocalizedText(
        en: "The document has more than 1,000,000 values or 600 levels; the rest was left out.",
        ja: "ドキュメントの値が 1,000,000 個、または階層が 600 を超える。残りは省いた。"
      ),
      path: file.path
    )
  }

  /// An error, as one may be among those that are left out.
  static func tooManyProblems(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "template.too-many-problems",
      LocalizedText(
        en: "There are more than 1,000 problems, and the rest is left out; correct these first.",
        ja: "問題が 1,000 件を超えるため、残りは省いた。先にこれらを修正する。"
      ),
      path: path
    )
  }

  static func tooManyScenarios(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .note,
      "cloudformation.too-many-scenarios",
      LocalizedText(
        en: """
          The conditions can turn out in too many ways; the defaults were tried, and each \
          condition turned round.
          """,
        ja: "条件の組み合わせが多すぎる。デフォルト値の場合と、条件を 1 つずつ反転した場合だけを評価した。"
      ),
      path: file.path
    )
  }

  static func nestedStackUnread(
    _ path: String,
    reason: LocalizedText,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .note,
      "cloudformation.nested-stack-unread",
      LocalizedText(
        en: "The nested template \(path) was not read: \(reason.en).",
        ja: "ネストされたテンプレート \(path) は読み込まれていない(\(reason.ja))。"
      ),
      at: location
    )
  }

  static func wrongTaskDefinitionType(
    _ name: String,
    expected: String,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      name == "containerDefinitions" ? .error : .warning,
      "task-definition.wrong-type",
      LocalizedText(
        en: "\(name) should be of type \(expected).",
        ja: "\(name) の型は \(expected) でなければならない。"
      ),
      at: location
    )
  }

  static func unknownTarget(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .warning,
      "dockerfile.unknown-target",
      LocalizedText(
        en: "The stage to build is not in the Dockerfile; its last stage was read.",
        ja: "ビルド対象のステージが Dockerfile にない。最後のステージを評価した。"
      ),
      path: file.path
    )
  }

  static func assemblyUnread(_ path: String, reason: LocalizedText) -> Diagnostic {
    Diagnostic(
      .warning,
      "cdk.manifest-unread",
      LocalizedText(
        en: "The cloud assembly manifest \(path) was not read: \(reason.en).",
        ja: "クラウドアセンブリのマニフェスト \(path) は読み込まれていない(\(reason.ja))。"
      ),
      path: path
    )
  }
}

extension LocalizedText {
  /// The reason that a file was not found, in the words of the file system.
  static func reason(_ error: LoadError) -> LocalizedText {
    LocalizedText(en: error.reason, ja: error.reason)
  }

  static let notATemplate = LocalizedText(
    en: "it is not a CloudFormation template",
    ja: "CloudFormation テンプレートではない"
  )
  static let notALocalFile = LocalizedText(
    en: "it is not a local file",
    ja: "ローカルファイルではない"
  )
  static let tooManyStacks = LocalizedText(
    en: "there are too many nested stacks",
    ja: "ネストされたスタックが多すぎる"
  )
  static let nestedTooDeep = LocalizedText(
    en: "it is nested too deeply",
    ja: "ネストが深すぎる"
  )
}
