import Inventory
import SourceText
import Syntax

/// JSON's way to write keys and scalars.
struct JSONNotation: FlowNotation {
  static let separatesValues = false

  /// Whether Terraform reads the text as a template first.
  let isTemplate: Bool

  func commentEnd(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "/") else { return nil }
    switch bytes[offset + 1] {
    case UInt8(ascii: "/"):
      return bytes[offset...].firstIndex { "\r\n".utf8.contains($0) } ?? bytes.count
    case UInt8(ascii: "*"):
      let end = (offset + 3..<bytes.count).first {
        bytes[$0] == UInt8(ascii: "/") && bytes[$0 - 1] == UInt8(ascii: "*")
      }
      return end.map { $0 + 1 } ?? bytes.count
    default: return nil
    }
  }

  func key(_ name: String) -> String { quoted(name) }

  func scalar(_ literal: SourceLiteral) throws(EditRefusal) -> String? {
    switch literal {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .string(let string): return quoted(string)
    case .expression(let code):
      guard isTemplate else { throw .foreignExpression }
      return "\"${\(code)}\""
    case .call: throw .foreignExpression
    case .reference(let reference): throw .untranslated(reference.name)
    case .list, .object: return nil
    }
  }

  func tagged(_ literal: SourceLiteral) -> (tag: String, value: SourceLiteral)? { nil }

  func adapted(to collection: Node) -> JSONNotation { self }

  func replacing(_ old: Node) -> JSONNotation { self }

  private func quoted(_ string: String) -> String {
    (isTemplate ? string.templateText : string).quoted
  }
}

extension String {
  /// The text as a template of Terraform that yields it.
  var templateText: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar == "{", let last = text.unicodeScalars.last, last == "$" || last == "%" {
        text.unicodeScalars.append(last)
      }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}

extension ResourceReference {
  /// The reference as people read it: `Logs.Arn`.
  var name: String { attribute.map { "\(resource.path).\($0)" } ?? resource.path }
}
