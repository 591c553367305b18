package import SourceText
package import Syntax

/// Chooses the editor for a JSON or YAML document.
package enum DocumentEditor {
  /// Makes the editor for the text that `tree` was parsed from, whatever its file is called.
  ///
  /// If parts of it were blanked before, `original` is the file with the same offsets. With
  /// `isTemplate` the text is a template of Terraform: expressions may be written.
  package static func make(
    for tree: SyntaxTree,
    original: SourceFile? = nil,
    isTemplate: Bool = false
  ) -> any SourceEditor {
    isJSON(tree)
      ? JSONEditor(tree, original: original, isTemplate: isTemplate)
      : YAMLEditor(tree, original: original, isTemplate: isTemplate)
  }

  private static func isJSON(_ tree: SyntaxTree) -> Bool {
    guard let root = tree.root, root.style == .flow else { return false }
    return !JSONParser.parse(tree.file).hasErrors
  }
}
