/// Writes literals as YAML: in lines of their own where they are large, in brackets where small.
struct YAMLWriter {
  let style: YAMLStyle
  let flow: FlowWriter<YAMLNotation>
  /// The notation outside of brackets.
  let notation: YAMLNotation
  let newline: String

  init(style: YAMLStyle, flow: FlowStyle, _ notation: YAMLNotation, newline: String) {
    self.style = style
    self.flow = FlowWriter(notation: notation, style: flow, newline: newline)
    self.notation = notation.outsideBrackets
    self.newline = newline
  }

  /// The literal on one line; `nil` where it takes lines of its own.
  func inline(_ literal: SourceLiteral) throws(EditRefusal) -> String? {
    if let scalar = try notation.scalar(literal) { return scalar }
    if let (tag, value) = notation.tagged(literal) {
      if let scalar = try notation.scalar(value) { return tag + " " + scalar }
      return try tag + " " + flow.value(value, indentation: "", isSpread: false)
    }
    switch literal {
    case .list(let elements):
      let isSmall = style.bracketsScalarLists && elements.allSatisfy(\.isScalar)
      guard elements.isEmpty || isSmall else { return nil }
    case .object(let members):
      guard members.isEmpty else { return nil }
    default: return nil
    }
    return try flow.value(literal, indentation: "", isSpread: false)
  }

  /// The lines of a list or an object whose items start at `column`; the first is not indented.
  func block(_ literal: SourceLiteral, column: Int) throws(EditRefusal) -> String {
    var texts: [String] = []
    switch literal {
    case .object(let members):
      for member in members { try texts.append(self.member(member, column: column)) }
    case .list(let elements):
      for element in elements { try texts.append(self.element(element, column: column)) }
    default:
      preconditionFailure("a scalar has no lines")
    }
    return texts.joined(separator: newline + Self.spaces(column))
  }

  /// A member whose key starts at `column`.
  func member(_ member: SourceLiteral.Member, column: Int) throws(EditRefusal) -> String {
    let key = notation.key(member.name) + ":"
    if let value = try inline(member.value) { return key + " " + value }
    let inner = column + offset(of: member.value)
    return try key + newline + Self.spaces(inner) + block(member.value, column: inner)
  }

  /// An element whose dash stands at `column`, with `gap` columns behind it.
  func element(
    _ element: SourceLiteral,
    column: Int,
    gap: Int = 1
  ) throws(EditRefusal) -> String {
    let dash = "-" + Self.spaces(gap)
    if let value = try inline(element) { return dash + value }
    return try dash + block(element, column: column + dash.utf8.count)
  }

  /// How many columns the lines of a list or an object are indented by below their key.
  func offset(of literal: SourceLiteral) -> Int {
    if case .list = literal { style.dashOffset } else { style.unit }
  }

  static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
