import Posture
import SourceText
import Templates

extension LocalizedText {
  /// There is no fix in the control's file for this kind of source.
  static func nothingDeclared(_ control: Control) -> LocalizedText {
    LocalizedText(
      en: "There is no automatic fix for this; `funaban explain \(control.id)` says what to do.",
      ja: "自動修正はない。対処方法は `funaban explain \(control.id)` で確認する。"
    )
  }

  /// The source says what was judged in a form that has no place for the edit.
  static func toldOtherwise(_ control: Control) -> LocalizedText {
    LocalizedText(
      en: """
        The source says this in a form that is not edited; `funaban explain \(control.id)` says what \
        to do.
        """,
      ja: "この書き方は編集の対象外である。対処方法は `funaban explain \(control.id)` で確認する。"
    )
  }

  /// What was judged is made from a source that has to be mended instead.
  static func notASource(_ format: SourceFormat) -> LocalizedText {
    switch format {
    case .cdk:
      LocalizedText(
        en: """
          The template is synthesized: change the construct in the CDK app at the path shown with the \
          finding, then run `cdk synth`.
          """,
        ja: "CDK が生成したテンプレートである。検出結果に示したパスのコンストラクトを CDK アプリで修正し、`cdk synth` を実行する。"
      )
    case .terraformState:
      LocalizedText(
        en:
          "A state is a record, no source: run the fix on the Terraform folder that it belongs to.",
        ja: "ステートは記録であってソースではない。対応する Terraform のフォルダーで修正を実行する。"
      )
    default:
      LocalizedText(
        en:
          "There is no automatic fix for sources of this kind; `funaban explain` says what to do.",
        ja: "この種類のソースの自動修正はない。対処方法は `funaban explain` で確認する。"
      )
    }
  }
}
