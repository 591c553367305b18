import Inventory
import SourceText
import Syntax
import Templates

/// The files of one deployment unit, parsed for editing, each once.
package final class SourceDocuments {
  private let format: SourceFormat
  private var documents: [String: Document] = [:]
  /// Where resources of templates stand that have no `Properties`, by the path of the file.
  private var bareResources: [String: Set<SourceRange>] = [:]
  private var heredocs: [SourceLocation: JSONEditor] = [:]

  private enum Document {
    case hcl(HCLTree, HCLEditor)
    case data(any SourceEditor, SyntaxTree)
  }

  init(_ format: SourceFormat) { self.format = format }

  /// How to edit what stands at `location`.
  func site(at location: SourceLocation) throws(EditRefusal) -> SourceSite {
    switch try document(location.file) {
    case .data(let editor, _):
      return SourceSite(editor: editor, language: language(of: location.file), isBody: false)
    case .hcl(let tree, let editor):
      if let content = tree.heredoc(containing: Int(location.range.start)),
        location.range.end <= content.end
      {
        let json = jsonEditor(SourceLocation(location.file, content))
        return SourceSite(editor: json, language: .api, isBody: false)
      }
      if editor.isModuleCall(location.range) { throw EditRefusal(.inModule, at: location) }
      if editor.isInDataSource(location.range) { throw EditRefusal(.inDataSource, at: location) }
      let isBody = editor.isBody(location.range)
      return SourceSite(editor: editor, language: isBody ? .terraform : nil, isBody: isBody)
    }
  }

  /// The editor of a file in Terraform's language; `nil` for other files.
  func terraformEditor(of file: SourceFile) -> HCLEditor? {
    if case .hcl(_, let editor)? = try? document(file) { editor } else { nil }
  }

  /// The tree of a file in JSON or YAML; `nil` for other files.
  func tree(of file: SourceFile) -> (tree: SyntaxTree, editor: any SourceEditor)? {
    if case .data(let editor, let tree)? = try? document(file) { (tree, editor) } else { nil }
  }

  /// Whether a resource of a template stands at `location` that has no `Properties` yet.
  func isResourceWithoutProperties(_ location: SourceLocation) -> Bool {
    guard language(of: location.file) == .cloudFormation else { return false }
    let path = location.file.path
    if let known = bareResources[path] { return known.contains(location.range) }
    guard case .data(_, let tree)? = try? document(location.file) else { return false }
    let bare = (tree.root?["Resources"]?.entries ?? []).filter {
      $0.value["Type"] != nil && $0.value["Properties"] == nil
    }
    let ranges = Set(bare.flatMap { [$0.value.range, $0.key.range] })
    bareResources[path] = ranges
    return ranges.contains(location.range)
  }

  private func document(_ file: SourceFile) throws(EditRefusal) -> Document {
    if let known = documents[file.path] { return known }
    if let reason = GeneratedFile.reason(file) { throw EditRefusal(reason) }
    let made = try parsed(file)
    documents[file.path] = made
    return made
  }

  private func parsed(_ file: SourceFile) throws(EditRefusal) -> Document {
    if Self.isHCL(file.path) {
      let tree = HCLParser.parse(file)
      return .hcl(tree, HCLEditor(tree))
    }
    guard isTextOfTerraform(file) else {
      let tree = Templates.parse(file)
      return .data(DocumentEditor.make(for: tree), tree)
    }
    let whole = SourceRange(0, file.bytes.count)
    let tree = JSONParser.parse(MaskedTemplate.masking(file, content: whole))
    return .data(JSONEditor(tree, original: file, isTemplate: true), tree)
  }

  private func jsonEditor(_ content: SourceLocation) -> JSONEditor {
    if let known = heredocs[content] { return known }
    let masked = MaskedTemplate.masking(content.file, content: content.range)
    let editor = JSONEditor(JSONParser.parse(masked), original: content.file, isTemplate: true)
    heredocs[content] = editor
    return editor
  }

  /// Whether Terraform reads the file by `file` or `templatefile`.
  func isTextOfTerraform(_ file: SourceFile) -> Bool {
    format == .terraform && !Self.isHCL(file.path) && !file.path.hasSuffix(".tf.json")
      && !file.path.hasSuffix(".tofu.json")
  }

  private func language(of file: SourceFile) -> SourceSpelling.Language {
    switch format {
    case .cloudFormation, .sam, .cdk: .cloudFormation
    case .compose: .compose
    case .terraform where file.path.hasSuffix(".tf.json") || file.path.hasSuffix(".tofu.json"):
      .terraform
    default: .api
    }
  }

  private static func isHCL(_ path: String) -> Bool {
    [".tf", ".tofu", ".tfvars"].contains { path.hasSuffix($0) }
  }
}

extension LocalizedText {
  /// What is judged is the result of a data source, whose blocks have names of their own.
  static let inDataSource = LocalizedText(
    en: "It is made by a `data` block; change the blocks in that by hand.",
    ja: "`data` ブロックから作られている。そのブロックを手作業で変更する。"
  )

  /// What is judged is declared in a module whose sources are not here.
  static let inModule = LocalizedText(
    en: """
      It is declared in a module whose sources are not here: set it through the module's variables, or ask \
      its author for one.
      """,
    ja: "ソースがここにないモジュールで宣言されている。モジュールの変数で設定するか、変数の追加を作者に依頼する。"
  )
}
