import SourceText
import Syntax

/// YAML's way to write keys and scalars, and what stands between brackets.
struct YAMLNotation: FlowNotation {
  static let separatesValues = true

  /// Whether Terraform reads the text as a template first.
  let isTemplate: Bool
  /// Whether the document writes intrinsic functions as tags.
  let usesTags: Bool
  /// Whether what is written stands between brackets.
  var isInFlow = true
  var keys = YAMLScalar()
  var strings = YAMLScalar()

  func commentEnd(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "#") else { return nil }
    return bytes[offset...].firstIndex { "\r\n".utf8.contains($0) } ?? bytes.count
  }

  func key(_ name: String) -> String {
    keys.text(isTemplate ? name.templateText : name, isInFlow: isInFlow)
  }

  func scalar(_ literal: SourceLiteral) throws(EditRefusal) -> String? {
    switch literal {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .string(let string):
      return strings.text(isTemplate ? string.templateText : string, isInFlow: isInFlow)
    case .expression(let code):
      guard isTemplate else { throw .foreignExpression }
      return "\"${\(code)}\""
    case .call: throw .foreignExpression
    case .reference(let reference): throw .untranslated(reference.name)
    case .list, .object: return nil
    }
  }

  func tagged(_ literal: SourceLiteral) -> (tag: String, value: SourceLiteral)? {
    usesTags ? YAMLIntrinsics.tagged(literal) : nil
  }

  /// Takes over the quotes of the members of `collection`.
  ///
  /// Where all keys have quotes, as in JSON, new keys and strings get the same.
  func adapted(to collection: Node) -> YAMLNotation {
    let entries = collection.writtenEntries.suffix(Self.sampleSize)
    let neighbors = entries.map(\.value) + collection.elements.suffix(Self.sampleSize)
    var notation = self
    if let quote = neighbors.compactMap({ YAMLScalar.Quote($0.style) }).last {
      notation.strings.quote = quote
    }
    let quotes = entries.map { YAMLScalar.Quote($0.key.style) }
    if let last = quotes.last, let quote = last {
      notation.keys.quote = quote
      notation.keys.alwaysQuotes = !quotes.contains(nil)
      if notation.keys.alwaysQuotes { notation.strings = notation.keys }
    }
    return notation
  }

  func replacing(_ old: Node) -> YAMLNotation {
    guard old.tag == nil, let quote = YAMLScalar.Quote(old.style) else { return self }
    var notation = self
    notation.strings = YAMLScalar(quote: quote, alwaysQuotes: true)
    return notation
  }

  /// The notation for what stands outside of brackets.
  var outsideBrackets: YAMLNotation {
    var notation = self
    notation.isInFlow = false
    return notation
  }

  /// How many neighbors are looked at.
  private static let sampleSize = 64
}

extension YAMLScalar.Quote {
  init?(_ style: Node.Style) {
    switch style {
    case .singleQuoted: self = .single
    case .doubleQuoted: self = .double
    default: return nil
    }
  }
}
