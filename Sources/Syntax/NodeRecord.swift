import SourceText

/// One node as it is stored: 20 bytes in one array, in document order.
///
/// A collection is followed by its children; a mapping's children are key, value, key, value.
struct NodeRecord: Sendable {
  enum Kind: UInt8, Sendable {
    case null
    case bool
    case number
    case string
    case sequence
    case mapping
    case alias
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// The text lies in the tree's pool of decoded bytes, not in the file.
    static let decoded = Flags(rawValue: 1)
    /// The tree's side table has a tag or an anchor for the node.
    static let hasProperties = Flags(rawValue: 2)
    /// A later key of the same mapping says the same.
    static let isShadowed = Flags(rawValue: 4)
    /// The node is a merge key (`<<`) with something to merge.
    static let merges = Flags(rawValue: 8)
    /// The mapping has a shadowed key or a merge key: its children are not its entries.
    static let isUneven = Flags(rawValue: 16)
  }

  let kind: Kind
  let style: Node.Style
  var flags: Flags = []
  /// The offset of the first byte of the value.
  let start: UInt32
  /// The offset behind the last byte of the value.
  var end: UInt32
  /// What follows depends on the kind.
  ///
  /// Scalars: the offset of the text. Collections: the index behind the last descendant.
  /// Aliases: the index of the node that is meant.
  var first: UInt32
  /// The number of bytes of a scalar's text or of children of a collection.
  var count: UInt32

  var isCollection: Bool { kind == .sequence || kind == .mapping }
  var range: SourceRange { SourceRange(Int(start), Int(end)) }
  /// The bytes of a scalar's text.
  var text: Range<Int> { Int(first)..<Int(first + count) }
}

/// What stands before a YAML node: `&anchor` and `!tag`.
struct NodeProperties: Sendable {
  var tag: String?
  var anchor: String?
}
