import ArgumentParser

/// The options that choose files and give values to templates.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        en:
          "A file with template parameters, in the form of the AWS CLI, StackSets or CodePipeline.",
        ja: "テンプレートパラメータのファイル(AWS CLI、StackSets、CodePipeline の形式)。"
      ),
      valueName: "file"
    ),
    completion: .file(extensions: ["json", "yaml", "yml"])
  )
  var parameters: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        en: "A template parameter's value; pseudo parameters such as AWS::Region, too.",
        ja: "テンプレートパラメータの値。AWS::Region などの疑似パラメータも可。"
      ),
      valueName: "name=value"
    )
  )
  var parameter: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        en: "A file with values of Terraform variables, as terraform plan -var-file takes it.",
        ja: "Terraform の変数の値を持つファイル(terraform plan -var-file と同じ)。"
      ),
      valueName: "file"
    ),
    completion: .file(extensions: ["tfvars", "json"])
  )
  var varFile: [String] = []

  @Option(
    name: .customLong("var"),
    help: ArgumentHelp(
      say(
        en: "A Terraform variable's value, as terraform plan -var takes it.",
        ja: "Terraform の変数の値(terraform plan -var と同じ)。"
      ),
      valueName: "name=value"
    )
  )
  var variable: [String] = []

  @Option(
    help: ArgumentHelp(
      say(en: "Scan only files that match.", ja: "一致するファイルだけをスキャンする。"),
      valueName: "glob"
    )
  )
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      say(en: "Leave out files and folders that match.", ja: "一致するファイルとフォルダーを除外する。"),
      valueName: "glob"
    )
  )
  var exclude: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(en: "Scan files that .gitignore names, too.", ja: ".gitignore にあるファイルもスキャンする。")
    )
  )
  var noIgnore = false

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Pass over named files that hold nothing to scan, as in folders; for commit hooks.",
        ja: "対象を含まないファイルは、名前を指定されても読み飛ばす(コミットフック向け)。"
      )
    )
  )
  var ignoreUnrecognised = false

  @Option(
    help: ArgumentHelp(
      say(
        en: "The settings file. Default: .funaban.yaml in this folder, if there is one.",
        ja: "設定ファイル。省略時は現在のフォルダーの .funaban.yaml。"
      ),
      valueName: "file"
    ),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var config: String?
}
