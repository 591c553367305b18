package import SourceText

extension UnknownReason {
  /// Why the value is not known, as a clause without a full stop.
  package var text: LocalizedText {
    switch self {
    case .parameter(let name):
      LocalizedText(en: "parameter \(name) has no value", ja: "パラメータ \(name) に値がない")
    case .variable(let name):
      LocalizedText(en: "variable \(name) has no value", ja: "変数 \(name) に値がない")
    case .data(let name):
      LocalizedText(
        en: "\(name) is read from the account at deployment",
        ja: "\(name) はデプロイ時にアカウントから読み込まれる"
      )
    case .workspace:
      LocalizedText(
        en: "the workspace is chosen when Terraform runs",
        ja: "ワークスペースは Terraform の実行時に決まる"
      )
    case .module(let source):
      LocalizedText(
        en: "the sources of module \(source) are not here",
        ja: "モジュール \(source) のソースがない"
      )
    case .buildArgument(let name):
      LocalizedText(en: "ARG \(name) has no default", ja: "ARG \(name) にデフォルト値がない")
    case .pseudoParameter(let name):
      LocalizedText(en: "\(name) is set by AWS at deployment", ja: "\(name) はデプロイ時に AWS が決める")
    case .importedValue(let name):
      LocalizedText(en: "\(name) is imported from another stack", ja: "\(name) は別のスタックからインポートされる")
    case .dynamicReference(let text):
      LocalizedText(en: "\(text) is resolved at deployment", ja: "\(text) はデプロイ時に解決される")
    case .attribute(let name):
      LocalizedText(en: "\(name) is known only after deployment", ja: "\(name) はデプロイ後に決まる")
    case .undefined(let name):
      LocalizedText(en: "\(name) is not defined", ja: "\(name) は定義されていない")
    case .function(let name):
      LocalizedText(en: "\(name) cannot be computed here", ja: "\(name) はここでは計算できない")
    case .circular(let name):
      LocalizedText(en: "\(name) refers to itself", ja: "\(name) が自分自身を参照している")
    case .placeholder(let text):
      LocalizedText(en: "\(text) is filled in at deployment", ja: "\(text) はデプロイ時に置き換えられる")
    case .unreadFile(let path):
      LocalizedText(en: "\(path) was not read", ja: "\(path) は読み込まれていない")
    case .malformed(let expected):
      LocalizedText(en: "\(expected) is expected here", ja: "ここには \(expected) が必要")
    case .condition(let name):
      LocalizedText(en: "condition \(name) was not decided", ja: "条件 \(name) は判定されていない")
    case .outside(let name):
      LocalizedText(en: "\(name) is not among the sources", ja: "\(name) は対象のソースに含まれない")
    case .tooLarge(let name):
      LocalizedText(en: "\(name) is too large", ja: "\(name) が大きすぎる")
    }
  }

  /// What would make the value known, as a sentence.
  package var resolution: LocalizedText {
    switch self {
    case .parameter:
      LocalizedText(
        en: "Give it a value with --parameters FILE or --parameter NAME=VALUE.",
        ja: "--parameters FILE または --parameter NAME=VALUE で値を渡す。"
      )
    case .variable(let name):
      LocalizedText(
        en: "Give it a value with --var \(name)=VALUE or --var-file FILE.",
        ja: "--var \(name)=VALUE または --var-file FILE で値を渡す。"
      )
    case .data:
      LocalizedText(
        en: "Scan the plan: terraform show -json PLAN > plan.json.",
        ja: "プランをスキャンする: terraform show -json PLAN > plan.json。"
      )
    case .workspace:
      LocalizedText(
        en: "Name it with the environment variable TF_WORKSPACE.",
        ja: "環境変数 TF_WORKSPACE で指定する。"
      )
    case .module:
      LocalizedText(
        en: "Run terraform init, which puts them into .terraform/modules, and scan again.",
        ja: "terraform init で .terraform/modules に取り込んでから、もう一度スキャンする。"
      )
    case .buildArgument(let name):
      LocalizedText(
        en: "Give ARG \(name) a default in the Dockerfile.",
        ja: "Dockerfile の ARG \(name) にデフォルト値を書く。"
      )
    case .pseudoParameter(let name):
      LocalizedText(
        en: "Give it with --parameter \(name)=VALUE.",
        ja: "--parameter \(name)=VALUE で値を渡す。"
      )
    case .importedValue, .outside, .attribute:
      LocalizedText(
        en: "Scan the sources that define it together with these.",
        ja: "それを定義しているソースも一緒にスキャンする。"
      )
    case .dynamicReference, .placeholder:
      LocalizedText(
        en: "Scan what the deployment produces, with the value filled in.",
        ja: "値が埋め込まれたデプロイ結果をスキャンする。"
      )
    case .undefined, .circular, .malformed:
      LocalizedText(en: "Correct the source.", ja: "ソースを修正する。")
    case .function:
      LocalizedText(
        en: "Write the value out, or scan the processed template or the plan.",
        ja: "値を直接書くか、処理後のテンプレートまたはプランをスキャンする。"
      )
    case .unreadFile:
      LocalizedText(
        en: "Put the file where the source says, or scan it too.",
        ja: "ソースが示す場所にファイルを置くか、そのファイルもスキャンする。"
      )
    case .condition:
      LocalizedText(
        en: "Give the parameters it depends on with --parameters FILE.",
        ja: "条件が依存するパラメータを --parameters FILE で渡す。"
      )
    case .tooLarge:
      LocalizedText(en: "Split the source.", ja: "ソースを分割する。")
    }
  }
}
