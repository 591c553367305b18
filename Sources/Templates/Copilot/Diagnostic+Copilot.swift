import SourceText

extension Diagnostic {
  static func notOnECS(_ type: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note,
      "copilot.not-on-ecs",
      LocalizedText(
        en: "A \(type) does not run on Amazon ECS; there is nothing to judge in its manifest.",
        ja: "\(type) は Amazon ECS では動かない。このマニフェストに評価するものはない。"
      ),
      at: location
    )
  }

  static func unknownManifestType(at location: SourceLocation) -> Diagnostic {
    let types = CopilotManifest.Kind.allCases.map(\.rawValue)
    return Diagnostic(
      .error,
      "copilot.unknown-type",
      LocalizedText(
        en: "A manifest of Copilot has a name, and as its type one of: "
          + types.joined(separator: ", ") + ".",
        ja: "Copilot のマニフェストには name と type が必要。type に書けるのは次のいずれか: "
          + types.joined(separator: "、") + "。"
      ),
      at: location
    )
  }

  static func wrongManifestType(_ expected: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "copilot.wrong-type",
      LocalizedText(
        en: "The value has the wrong type or form; \(expected) belongs here.",
        ja: "値の型または形式が正しくない。ここには \(expected) を書く。"
      ),
      at: location
    )
  }

  static func overrideFailed(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "copilot.override-failed",
      LocalizedText(
        en: "\(path) names nothing that Copilot generates; the override was left out.",
        ja: "Copilot が生成する内容に \(path) はない。この上書きは適用していない。"
      ),
      at: location
    )
  }

  static func cdkOverrides(_ path: String, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .note,
      "copilot.cdk-overrides",
      LocalizedText(
        en: """
          The CDK overrides of \(path) were not applied. Scan what `copilot svc package` writes, too.
          """,
        ja: "\(path) の CDK による上書きは適用していない。`copilot svc package` の出力もスキャンする。"
      ),
      path: file.path
    )
  }

  static func tooManyEnvironments(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .note,
      "copilot.too-many-environments",
      LocalizedText(
        en: "The manifest has too many environments; only the first ones were judged.",
        ja: "環境の数が多すぎる。先頭の環境だけを評価した。"
      ),
      path: file.path
    )
  }
}
