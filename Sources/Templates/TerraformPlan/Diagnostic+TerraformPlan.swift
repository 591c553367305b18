import SourceText
import Syntax

extension Diagnostic {
  static func unsupportedFormat(_ version: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform-plan.unsupported-format",
      LocalizedText(
        en: """
          The format version \(version) is not supported; versions 0.x and 1.x are. Update this \
          program.
          """,
        ja: "フォーマットバージョン \(version) には対応していない(対応は 0.x と 1.x)。本プログラムを更新する。"
      ),
      at: location
    )
  }

  static func missingSection(_ name: String, _ severity: Severity, _ node: Node) -> Diagnostic {
    Diagnostic(
      severity,
      "terraform-plan.missing-section",
      LocalizedText(
        en: """
          \(name) is missing here or is no \(name == "resources" ? "list" : "object"). Write the \
          file anew with terraform show -json.
          """,
        ja: """
          ここに \(name) がないか、\(name == "resources" ? "リスト" : "オブジェクト")ではない。\
          terraform show -json でファイルを作り直す。
          """
      ),
      at: node.beginning
    )
  }

  static func unreadablePart(_ node: Node) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform-plan.unreadable-part",
      LocalizedText(
        en: "This is not what Terraform writes here, so it is left out. Write the file anew.",
        ja: "ここは Terraform の出力形式と異なるため読み飛ばした。ファイルを作り直す。"
      ),
      at: node.beginning
    )
  }

  static func failedPlan(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform-plan.errored",
      LocalizedText(
        en: """
          Planning failed, so resources may be missing. Correct the configuration and plan again.
          """,
        ja: "プランの作成に失敗しているため、リソースが欠けている可能性がある。構成を直してプランを作り直す。"
      ),
      at: location
    )
  }

  static func incompletePlan(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform-plan.incomplete",
      LocalizedText(
        en: "The plan leaves resources out that a later plan will change. Scan that plan, too.",
        ja: "このプランには、後のプランで変更されるリソースが含まれない。そのプランもスキャンする。"
      ),
      at: location
    )
  }

  static func malformedJSON(
    _ argument: String,
    of address: String,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning,
      "terraform-plan.malformed-json",
      LocalizedText(
        en: "\(argument) of \(address) should hold JSON, but the text cannot be read as such.",
        ja: "\(address) の \(argument) は JSON でなければならないが、JSON として読めない。"
      ),
      at: location
    )
  }

  static func planLog(_ node: Node) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform-plan.log",
      LocalizedText(
        en: """
          These are the messages of terraform plan -json, which hold no values. Write the plan \
          with terraform plan -out=PLAN, then terraform show -json PLAN > plan.json.
          """,
        ja: """
          これは terraform plan -json のメッセージであり、値を含まない。terraform plan -out=PLAN の後に \
          terraform show -json PLAN > plan.json でプランを書き出す。
          """
      ),
      at: node.beginning
    )
  }

  static func unsupportedState(_ version: Int, _ node: Node) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform-state.unsupported-version",
      LocalizedText(
        en: version < 4
          ? """
          The state has format version \(version), that of Terraform 0.11 and before. Upgrade it \
          with terraform apply of a later version, or scan terraform show -json.
          """
          : "The state has format version \(version); version 4 is supported. Update this program.",
        ja: version < 4
          ? """
          ステートのフォーマットバージョンは \(version)(Terraform 0.11 以前)。新しい Terraform の \
          terraform apply で更新するか、terraform show -json の結果をスキャンする。
          """
          : "ステートのフォーマットバージョンは \(version)。対応は 4 のみ。本プログラムを更新する。"
      ),
      at: node["version"]?.location ?? node.beginning
    )
  }

  static func encryptedState(_ node: Node) -> Diagnostic {
    Diagnostic(
      .error,
      "terraform-state.encrypted",
      LocalizedText(
        en: "The state is encrypted. Scan what tofu show -json writes.",
        ja: "ステートは暗号化されている。tofu show -json の出力をスキャンする。"
      ),
      at: node.beginning
    )
  }
}

extension Node {
  /// The first byte, which stands for a large part of a document.
  fileprivate var beginning: SourceLocation {
    SourceLocation(file, SourceRange(Int(range.start), Int(range.start) + (range.isEmpty ? 0 : 1)))
  }
}
