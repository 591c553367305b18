import Posture
import SourceText

/// The page about the fields that the conditions of controls may name.
enum FieldReference {
  /// The page in `language`, as Markdown.
  static func page(in language: Language) -> String {
    let sections = FieldGuide.kinds.map { section($0, language) }
    return "# \(title[language])\n\n\(introduction[language])\n\n"
      + sections.joined(separator: "\n")
  }

  private static let title = LocalizedText(
    en: "Fields of conditions",
    ja: "条件で使えるフィールド"
  )

  private static let introduction = LocalizedText(
    en: """
      The key `resource` of a control names what it judges; its conditions reach the properties by that \
      name, in the words of the AWS API that describes the resource: `taskDefinition.networkMode`, \
      `listener.Protocol`. A path walks objects, lists (any element) and references to other resources: \
      `service.taskDefinition.containerDefinitions.privileged`. `x[name]` is the value of a tag, an option or \
      a setting. A `principal` is a role, a user, a group, or a policy that belongs to none of these in the \
      same source. Besides the properties there are the derived fields below.
      """,
    ja: """
      コントロールのキー `resource` は評価の対象を表す。条件はその名前で、リソースを記述する AWS API の用語のままプロパティを参照する\
      (`taskDefinition.networkMode`、`listener.Protocol`)。パスはオブジェクト、リスト(いずれかの要素)、ほかのリソースへの参照をたどる\
      (`service.taskDefinition.containerDefinitions.privileged`)。`x[name]` はタグ、オプション、設定の値を表す。\
      `principal` はロール、ユーザー、グループ、または同じソース内のいずれにも属さないポリシーを表す。\
      プロパティのほかに、以下の派生フィールドがある。
      """
  )

  private static func section(_ kind: String, _ language: Language) -> String {
    let fields = FieldGuide.derivedFields(of: kind)
    guard !fields.isEmpty else { return "## \(kind)\n" }
    let rows = fields.map { "| `\($0.name)` | \($0.label[language]) |\n" }.joined()
    return "## \(kind)\n\n| \(heading[language]) | |\n|:--|:--|\n\(rows)"
  }

  private static let heading = LocalizedText(en: "derived field", ja: "派生フィールド")
}
