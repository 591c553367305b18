package import SourceText
internal import Syntax

/// The keys of `.funaban.yaml`; the reader, its messages and the JSON Schema come from here.
package enum SettingKey: String, CaseIterable, Sendable {
  case lang
  case failOn = "fail-on"
  case severity
  case controls
  case skip
  case include
  case exclude
  case parameters
  case parameterFiles = "parameter-files"
  case variables
  case variableFiles = "variable-files"
  case images
  case rules
  case lists

  /// The kinds of value that a key takes.
  package enum Shape: Sendable, Equatable {
    /// One of these texts.
    case choice([String])
    /// A list of texts.
    case texts
    /// Texts by name.
    case textsByName
    /// Lists of texts by name.
    case listsByName
  }

  private static let severities = ["informational", "low", "medium", "high", "critical"]

  /// What the key takes.
  package var shape: Shape {
    switch self {
    case .lang: .choice(Language.allCases.map(\.rawValue))
    case .failOn: .choice(SettingKey.severities + ["never"])
    case .severity: .choice(SettingKey.severities)
    case .controls, .skip, .include, .exclude, .parameterFiles, .variableFiles, .rules: .texts
    case .parameters, .variables, .images: .textsByName
    case .lists: .listsByName
    }
  }

  /// What the key is for.
  package var purpose: LocalizedText {
    switch self {
    case .lang:
      LocalizedText(en: "The language of messages.", ja: "メッセージの言語。")
    case .failOn:
      LocalizedText(
        en: "The least severity of a failure that makes the run exit with 1.",
        ja: "終了コード 1 にする不合格の最低重要度。"
      )
    case .severity:
      LocalizedText(en: "The least severity to judge.", ja: "評価する最低重要度。")
    case .controls:
      LocalizedText(en: "The only controls to run, by id or alias.", ja: "実行するコントロール(ID または別名)。")
    case .skip:
      LocalizedText(en: "Controls to leave out, by id or alias.", ja: "実行しないコントロール(ID または別名)。")
    case .include:
      LocalizedText(en: "Globs of the files to look at.", ja: "対象にするファイルの glob。")
    case .exclude:
      LocalizedText(
        en: "Globs of files and folders to leave out.",
        ja: "対象から外すファイルとフォルダーの glob。"
      )
    case .parameters:
      LocalizedText(en: "Values of template parameters by name.", ja: "テンプレートパラメータの値。")
    case .parameterFiles:
      LocalizedText(
        en: "Files with values of template parameters.",
        ja: "テンプレートパラメータの値を持つファイル。"
      )
    case .variables:
      LocalizedText(en: "Values of Terraform variables by name.", ja: "Terraform の変数の値。")
    case .variableFiles:
      LocalizedText(
        en: "Files with values of Terraform variables (.tfvars).",
        ja: "Terraform の変数の値を持つファイル(.tfvars)。"
      )
    case .images:
      LocalizedText(
        en: "The Dockerfile that an image is built from, by the image's name without its tag.",
        ja: "イメージのビルド元の Dockerfile(タグなしのイメージ名ごと)。"
      )
    case .rules:
      LocalizedText(en: "Folders with controls of your own.", ja: "独自コントロールのフォルダー。")
    case .lists:
      LocalizedText(
        en: "Lists that controls use, with items of your own.",
        ja: "コントロールが使うリストを独自の項目に置き換える。"
      )
    }
  }

  /// The text of `node` if it is one of the key's choices.
  func choice(_ node: Node) -> String? {
    guard case .choice(let choices) = shape, let text = node.string else { return nil }
    return choices.contains(text) ? text : nil
  }
}

/// What can be wrong with a settings file.
enum SettingProblem {
  static let notMapping = LocalizedText(
    en: "Settings are a mapping of keys: \(names).",
    ja: "設定はキーのマッピングで書く。使えるキー: \(names)。"
  )

  private static var names: String { SettingKey.allCases.map(\.rawValue).joined(separator: ", ") }

  static func unknownKey(_ name: String) -> LocalizedText {
    let similar = NearestName.of(name, in: SettingKey.allCases.map(\.rawValue))
    return LocalizedText(
      en: "There is no setting `\(name)`. "
        + (similar.map { "Did you mean `\($0)`?" } ?? "Settings: \(names)."),
      ja: "`\(name)` という設定はない。" + (similar.map { "候補: `\($0)`。" } ?? "使えるキー: \(names)。")
    )
  }

  static func wrongValue(_ key: SettingKey) -> LocalizedText {
    let name = key.rawValue
    return switch key.shape {
    case .choice(let choices):
      LocalizedText(
        en: "`\(name)` must be one of \(choices.joined(separator: ", ")).",
        ja: "`\(name)` は \(choices.joined(separator: ", ")) のいずれか。"
      )
    case .texts:
      LocalizedText(en: "`\(name)` must be a list of texts.", ja: "`\(name)` は文字列のリストで書く。")
    case .textsByName:
      LocalizedText(
        en: "`\(name)` must be a mapping of names to texts.",
        ja: "`\(name)` は名前と文字列のマッピングで書く。"
      )
    case .listsByName:
      LocalizedText(
        en: "`\(name)` must be a mapping of names to lists of texts.",
        ja: "`\(name)` は名前と文字列リストのマッピングで書く。"
      )
    }
  }
}
