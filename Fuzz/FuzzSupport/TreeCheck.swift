import SourceText
package import Syntax

/// What must hold for the tree of any input whatever.
package enum TreeCheck {
  /// Stops the program where the tree breaks a promise.
  package static func check(_ tree: SyntaxTree) {
    for diagnostic in tree.diagnostics {
      guard let range = diagnostic.location?.range else { continue }
      precondition(Int(range.end) <= tree.file.bytes.count, "a diagnostic lies behind the end")
    }
    for document in tree.documents {
      check(document, within: nil)
      precondition(document.isEquivalent(to: document), "a node is not equivalent to itself")
    }
  }

  private static func check(_ node: Node, within outer: SourceRange?) {
    let range = node.range
    precondition(Int(range.end) <= node.file.bytes.count, "a node lies behind the end")
    if let outer, node.aliasRange == nil {
      precondition(outer.contains(range), "a node lies outside of its parent")
    }
    precondition((node.number != nil) == (node.kind == .number), "a number has no value")
    precondition((node.bool != nil) == (node.kind == .bool), "a boolean has no value")
    let (elements, entries) = (node.elements, node.entries)
    precondition(node.count == elements.count + entries.count, "the count is wrong")
    for element in elements where element.aliasRange == nil { check(element, within: range) }
    for entry in entries where entry.value.aliasRange == nil {
      check(entry.key, within: range)
      check(entry.value, within: range)
    }
    if let key = entries.last?.key.string, !key.unicodeScalars.contains("\u{FFFD}") {
      precondition(node.entry(key) != nil, "a key is not found")
    }
  }
}
