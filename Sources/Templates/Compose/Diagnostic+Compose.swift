import SourceText

extension Diagnostic {
  static func invalidVariable(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "compose.invalid-variable",
      LocalizedText(
        en: "A variable here is not closed or has no name. Write ${NAME}, or $$ for a dollar sign.",
        ja: "変数の括弧が閉じていないか、名前がない。${NAME} と書く。ドル記号そのものは $$ と書く。"
      ),
      at: location
    )
  }

  static func wrongComposeType(_ expected: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "compose.wrong-type",
      LocalizedText(
        en: "The value has the wrong type or form; \(expected) belongs here.",
        ja: "値の型または形式が正しくない。ここには \(expected) を書く。"
      ),
      at: location
    )
  }

  static func composeServicesUnread(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "compose.services-unread",
      LocalizedText(
        en: "`services` must be a mapping of service names; no service was read.",
        ja: "`services` はサービス名をキーとするマッピングで書く。サービスは読み込まれていない。"
      ),
      at: location
    )
  }

  static func composeFileUnread(
    _ path: String,
    reason: LocalizedText,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning,
      "compose.file-unread",
      LocalizedText(
        en: "The file \(path) was not read: \(reason.en).",
        ja: "ファイル \(path) は読み込まれていない(\(reason.ja))。"
      ),
      at: location
    )
  }

  static func variableFileUnread(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note,
      "compose.env-file-unread",
      LocalizedText(
        en: "The variables of \(path) are not known: there is no such file.",
        ja: "ファイル \(path) がないため、その変数は不明。"
      ),
      at: location
    )
  }

  static func extendsUndefined(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "compose.extends-undefined",
      LocalizedText(
        en: "There is no service \(name) to extend; what it would bring is not known.",
        ja: "拡張元のサービス \(name) がない。そこから引き継ぐ内容は不明。"
      ),
      at: location
    )
  }

  static func extendsCircle(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "compose.extends-circular",
      LocalizedText(
        en: "The service \(name) extends itself, directly or through others, or too many others.",
        ja: "サービス \(name) が直接または他を経由して自分自身を拡張しているか、拡張の連鎖が長すぎる。"
      ),
      at: location
    )
  }

  static func includeCircle(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "compose.include-circular",
      LocalizedText(
        en: "The file \(path) includes itself, directly or through others, or too many others.",
        ja: "ファイル \(path) が直接または他を経由して自分自身をインクルードしているか、連鎖が長すぎる。"
      ),
      at: location
    )
  }

  static func includeConflict(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "compose.include-conflict",
      LocalizedText(
        en: "The service \(name) is also declared in the file that includes this one; that counts.",
        ja: "サービス \(name) は、このファイルをインクルードする側にもある。そちらを評価した。"
      ),
      at: location
    )
  }
}

extension LocalizedText {
  static let tooManyFiles = LocalizedText(
    en: "there are too many files",
    ja: "ファイルが多すぎる"
  )
  static let notKnownYet = LocalizedText(
    en: "its path is not known",
    ja: "パスが確定していない"
  )
}
