import SourceText
import Syntax

/// Writes literals as `terraform fmt` would leave them.
struct HCLWriter {
  /// A member, an argument, a block or an element, written but for its place among others.
  struct Piece {
    /// The key as it is written; empty for an element or a block.
    var key = ""
    /// The value, or the whole block; its lines but the first are indented.
    let text: String
    var isBlock = false

    /// Whether the text goes over several lines.
    var isSpread: Bool { text.utf8.contains(UInt8(ascii: "\n")) }
  }

  var style = HCLMemberStyle()
  let newline: String
  /// What one level of indentation adds.
  let unit: String
  /// Whether everything is to stand on one line.
  var isInline = false

  /// The expression that `literal` is, its lines but the first indented.
  func text(
    _ literal: SourceLiteral,
    indentedBy indentation: String
  ) throws(EditRefusal) -> String {
    switch literal {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let text), .expression(let text): return text
    case .string(let text): return Self.quoted(text)
    case .reference: throw .reference
    case .call(let name, let arguments):
      var texts: [String] = []
      for argument in arguments { texts.append(try text(argument, indentedBy: indentation)) }
      return "\(name)(\(texts.joined(separator: ", ")))"
    case .list(let elements):
      let isSpread = isSpread(elements)
      let inner = isSpread ? indentation + unit : indentation
      var texts: [String] = []
      for element in elements { texts.append(try text(element, indentedBy: inner)) }
      guard isSpread else { return "[\(texts.joined(separator: ", "))]" }
      let lines = texts.map { newline + inner + $0 + "," }
      return "[\(lines.joined())\(newline)\(indentation)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let isSpread = isSpread(members.map(\.value))
      let inner = isSpread ? indentation + unit : indentation
      let pieces = try pieces(members, indentedBy: inner)
      guard isSpread else { return "{ \(pieces.map(member).joined(separator: ", ")) }" }
      return "{\(newline)\(inner)\(lines(pieces, indentedBy: inner))\(newline)\(indentation)}"
    }
  }

  /// Whether a list or an object of `values` goes over several lines.
  private func isSpread(_ values: [SourceLiteral]) -> Bool {
    !isInline && (values.count > 1 || values.contains(where: \.isCollection))
  }

  /// The members of an object.
  func pieces(
    _ members: [SourceLiteral.Member],
    indentedBy indentation: String
  ) throws(EditRefusal) -> [Piece] {
    var pieces: [Piece] = []
    for member in members {
      pieces.append(
        Piece(key: style.key(member.name), text: try text(member.value, indentedBy: indentation))
      )
    }
    return pieces
  }

  /// The arguments and blocks of a body, in the given order.
  func items(
    _ members: [SourceLiteral.Member],
    indentedBy indentation: String
  ) throws(EditRefusal) -> [Piece] {
    var pieces: [Piece] = []
    for member in members {
      if member.isBlock {
        pieces += try blocks(member, indentedBy: indentation)
      } else {
        guard Self.isName(member.name) else { throw .argumentName(member.name) }
        let text = try text(member.value, indentedBy: indentation)
        pieces.append(Piece(key: member.name, text: text))
      }
    }
    return pieces
  }

  private func blocks(
    _ member: SourceLiteral.Member,
    indentedBy indentation: String
  ) throws(EditRefusal) -> [Piece] {
    switch member.value {
    case .object(let members):
      return [try block(member.name, members: members, indentedBy: indentation)]
    case .list(let elements):
      var pieces: [Piece] = []
      for element in elements {
        let member = SourceLiteral.Member(member.name, element, isBlock: true)
        pieces += try blocks(member, indentedBy: indentation)
      }
      return pieces
    default: throw .notABlock(member.name)
    }
  }

  /// A block with its braces on lines of their own, even where it is empty; arguments come first.
  func block(
    _ type: String,
    labels: [String] = [],
    members: [SourceLiteral.Member],
    indentedBy indentation: String
  ) throws(EditRefusal) -> Piece {
    let header = ([type] + labels.map(Self.quoted)).joined(separator: " ")
    let body = try body(
      members.filter { !$0.isBlock } + members.filter(\.isBlock),
      indentedBy: indentation
    )
    return Piece(text: "\(header) {\(newline)\(body)\(indentation)}", isBlock: true)
  }

  /// The lines between the braces of a block that is indented by `indentation`.
  func body(
    _ members: [SourceLiteral.Member],
    indentedBy indentation: String
  ) throws(EditRefusal) -> String {
    guard !members.isEmpty else { return "" }
    let inner = indentation + unit
    return inner + lines(try items(members, indentedBy: inner), indentedBy: inner) + newline
  }

  /// A member on the line of others.
  func member(_ piece: Piece) -> String {
    piece.key.isEmpty
      ? piece.text : "\(piece.key)\(style.before)\(style.separator)\(style.after)\(piece.text)"
  }

  /// The pieces on lines of their own, the first without its indentation.
  ///
  /// All but the last have `ending` behind them. The first separators stand at `column`, where lines
  /// before them give one.
  func lines(
    _ pieces: [Piece],
    indentedBy indentation: String,
    column: Int? = nil,
    ending: String = ""
  ) -> String {
    var text = ""
    let widths = paddings(of: pieces, indentation.unicodeScalars.count, column)
    for (index, piece) in pieces.enumerated() {
      if index > 0 { text += ending + newline }
      if index > 0, piece.isBlock { text += newline }
      if index > 0 { text += indentation }
      guard !piece.key.isEmpty else {
        text += piece.text
        continue
      }
      let padding = widths[index].map { String(repeating: " ", count: $0) } ?? style.before
      text += piece.key + padding + style.separator + style.after + piece.text
    }
    return text
  }

  /// The number of spaces behind each key; `nil` where the style says what stands there.
  private func paddings(of pieces: [Piece], _ margin: Int, _ column: Int?) -> [Int?] {
    var paddings: [Int?] = Array(repeating: nil, count: pieces.count)
    guard style.aligns || column != nil else { return paddings }
    var start = 0
    while start < pieces.count {
      let run = pieces[start...].prefix { !$0.isSpread && !$0.isBlock }
      let widths = run.map { $0.key.unicodeScalars.count }
      let given = start == 0 ? column.map { $0 - margin } : nil
      let width = given ?? (widths.max() ?? 0) + 1
      for index in run.indices {
        paddings[index] = max(1, width - pieces[index].key.unicodeScalars.count)
      }
      start += max(1, run.count)
    }
    return paddings
  }
}

extension HCLWriter {
  /// Whether a key needs no quotes and an argument can have the name.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isIDStart || first == "_" else {
      return false
    }
    return text.unicodeScalars.allSatisfy { $0.properties.isIDContinue || $0 == "-" }
  }

  /// The text as a string in quotes that means it, whatever is in it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "{" where previous == "$" || previous == "%": quoted += "\(previous ?? "$"){"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        quoted += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return quoted + "\""
  }
}

extension SourceLiteral {
  /// Whether this is a list or an object that is not empty, or a call with one.
  fileprivate var isCollection: Bool {
    switch self {
    case .list(let elements): !elements.isEmpty
    case .object(let members): !members.isEmpty
    case .call(_, let arguments): arguments.contains(where: \.isCollection)
    default: false
    }
  }
}
