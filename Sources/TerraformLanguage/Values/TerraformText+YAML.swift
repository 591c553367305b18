import SourceText
import Syntax

extension TerraformText {
  /// The value that the text means as YAML, every part with its place in the user's files.
  package func yamlValue() throws(TerraformError) -> TerraformValue {
    let document = RopeDocument(self, .yaml)
    let tree = YAMLParser.parse(document.file)
    let fault = tree.diagnostics.first { $0.severity == .error }
    guard fault == nil, tree.documents.count <= 1 else {
      throw TerraformError(
        "terraform.invalid-yaml",
        fault?.text
          ?? LocalizedText(
            en: "The text holds more than one YAML document: keep one.",
            ja: "文字列に YAML 文書が 2 つ以上ある。1 つにする。"
          ),
        at: fault?.location.flatMap { document.location(of: $0.range) }
      )
    }
    guard let root = tree.root else { return TerraformValue(.null(.dynamic)) }
    return NodeReader(document: document).read(root)
  }
}
