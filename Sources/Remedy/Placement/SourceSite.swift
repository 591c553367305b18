import Inventory
import SourceText

/// The text around a value: how it is edited, and in which language.
struct SourceSite {
  /// Writes into the file.
  let editor: any SourceEditor
  /// The names that objects have there; `nil` where the neighbours have to tell.
  let language: SourceSpelling.Language?
  /// Whether the value is the body of a block, which holds arguments and blocks.
  let isBody: Bool
}
