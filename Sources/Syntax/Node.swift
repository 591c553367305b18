package import SourceText

/// A view of one value of a parsed file: a reference to its tree and an index.
///
/// A view that was reached through a YAML alias shows the anchored node, and remembers the alias.
package struct Node: Sendable {
  /// What a value is.
  package enum Kind: Sendable {
    case null
    case bool
    case number
    case string
    case sequence
    case mapping
  }

  /// How a value is written.
  package enum Style: UInt8, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// A block scalar that starts with `|`.
    case literal
    /// A block scalar that starts with `>`.
    case folded
    /// A collection in brackets or braces, or the single pair of `[a: b]` without them.
    case flow
    /// A collection by indentation.
    case block
  }

  let tree: SyntaxTree
  let index: UInt32
  /// The outermost alias on the way from the root.
  let alias: UInt32?

  /// Shows the record at `index`, or the one that it is an alias of.
  init(_ tree: SyntaxTree, at index: UInt32, alias: UInt32?) {
    let record = tree.records[Int(index)]
    self.tree = tree
    if record.kind == .alias {
      self.index = record.first
      self.alias = alias ?? index
    } else {
      self.index = index
      self.alias = alias
    }
  }

  var record: NodeRecord { tree.records[Int(index)] }

  /// What the value is.
  package var kind: Kind {
    switch record.kind {
    case .null, .alias: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  /// How the value is written.
  package var style: Style { record.style }

  /// The YAML tag, such as `!Ref`, unless it is one of YAML's own types.
  package var tag: String? { properties?.tag }

  /// The name of the YAML anchor that the node carries.
  package var anchor: String? { properties?.anchor }

  private var properties: NodeProperties? {
    record.flags.contains(.hasProperties) ? tree.properties[index] : nil
  }

  /// The file that the value stands in.
  package var file: SourceFile { tree.file }

  /// The bytes of the value: quotes and brackets included, tag and anchor excluded.
  ///
  /// A block collection ends where its last descendant ends.
  package var range: SourceRange { record.range }

  /// The file and the bytes of the value.
  package var location: SourceLocation { SourceLocation(file, range) }

  /// Where the outermost `*alias` stands that led to this node; `nil` if none did.
  package var aliasRange: SourceRange? { alias.map { tree.records[Int($0)].range } }
}

extension Node: Hashable {
  package static func == (left: Node, right: Node) -> Bool {
    left.tree === right.tree && left.index == right.index && left.alias == right.alias
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(tree))
    hasher.combine(index)
    hasher.combine(alias)
  }
}
