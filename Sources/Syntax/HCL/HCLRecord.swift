import SourceText

/// One node of an HCL file as it is stored: 24 bytes in one array, children before parents.
struct HCLRecord: Sendable {
  /// What a node is; the comments say what `first`, `second` and `third` are, in this order.
  enum Kind: UInt8, Sendable {
    /// Links of the items, their number.
    case body
    /// The value, the offset of the equals sign, the end of the name.
    case argument
    /// Links of the labels and of the body, their number, the end of the type.
    case block
    case label

    case null
    case bool
    case number
    /// Links of the parts, their number.
    case template
    /// The only part.
    case wrapped
    /// Links of the elements, their number.
    case tuple
    /// Links of the items, their number.
    case object
    /// The key, the value.
    case item
    case variable
    /// The source, the start of the name.
    case attribute
    /// The source, the start of the number.
    case legacyIndex
    /// The collection, the key.
    case index
    /// The source, what is taken of each element, the element.
    case splat
    case splatItem
    /// Links of the arguments, their number, the end of the name.
    case call
    /// The condition, the two results.
    case conditional
    /// The operand.
    case unary
    /// The operands.
    case binary
    /// Links of the parts of a `for` expression: key name, value name, collection, key, value,
    /// condition.
    case forTuple
    case forObject
    /// The expression within.
    case parentheses
    case invalid

    /// A name that `for` declares.
    case name
    case literal
    /// The expression.
    case interpolation
    /// Links of the parts of one branch, their number.
    case parts
    /// The condition, the parts of the two branches.
    case templateConditional
    /// Links: key name, value name, collection, parts.
    case templateLoop
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// The value of a boolean.
    static let isTrue = Flags(rawValue: 1)
    /// The text of a literal or a label has quotes, or stands within quotes.
    static let isQuoted = Flags(rawValue: 2)
    /// The text of a literal or a label differs from its bytes.
    static let isEscaped = Flags(rawValue: 4)
    /// A splat goes on with everything behind it.
    static let isFull = Flags(rawValue: 8)
    /// `...` stands behind the last argument or the value of a `for` expression.
    static let hasEllipsis = Flags(rawValue: 16)
    /// An argument of the same name comes before this one.
    static let isDuplicate = Flags(rawValue: 32)
    /// A block's body does not end.
    static let isUnclosed = Flags(rawValue: 64)
  }

  /// Stands for a node that is not there.
  static let none = UInt32.max

  let kind: Kind
  /// What the kind leaves open; for an operator, its raw value.
  var flags: Flags = []
  /// The number of levels below this node.
  var height: UInt16 = 0
  /// The offset of the first byte.
  var start: UInt32
  /// The offset behind the last byte.
  var end: UInt32
  var first: UInt32 = 0
  var second: UInt32 = 0
  var third: UInt32 = 0

  var range: SourceRange { SourceRange(Int(start), Int(max(start, end))) }
  /// The places in the tree's links of the nodes that belong to this one.
  var links: Range<Int> { Int(first)..<Int(first + second) }
}
