/// Writes indented XML 1.0, element by element, in the order of the calls.
struct XMLWriter {
  /// What was written so far.
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// Writes an element with elements in it.
  mutating func element(
    _ name: String,
    _ attributes: [(String, String)],
    _ children: (inout XMLWriter) -> Void
  ) {
    line("<\(name)\(XMLWriter.joined(attributes))>")
    depth += 1
    children(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// Writes an element that holds `body`, or nothing where there is none.
  mutating func element(_ name: String, _ attributes: [(String, String)], body: String = "") {
    let start = "<\(name)\(XMLWriter.joined(attributes))"
    line(body.isEmpty ? "\(start)/>" : "\(start)>\(XMLWriter.escaped(body))</\(name)>")
  }

  private mutating func line(_ line: String) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  private static func joined(_ attributes: [(String, String)]) -> String {
    attributes.map { name, value in
      let value = escaped(value).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
      return " \(name)=\"\(value)\""
    }.joined()
  }

  /// `text` without meaning to XML; what XML 1.0 cannot hold at all becomes `U+FFFD`.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
