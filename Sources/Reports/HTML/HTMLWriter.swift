import SourceText

/// Writes HTML element by element; whatever a text holds, it stays text.
struct HTMLWriter {
  /// What was written so far.
  private(set) var html = ""

  /// The elements that stand within a line; after any other a new line begins.
  private static let inline: Set<String> = [
    "a", "b", "button", "code", "kbd", "mark", "span", "text", "th", "td",
  ]

  /// Writes an element and what `body` writes into it; an attribute without a value is left out.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String?> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    html += "</\(name)>"
    if !HTMLWriter.inline.contains(name) { html += "\n" }
  }

  /// Writes an element that holds `text`.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String?> = [:],
    text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that holds `text` in both languages.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String?> = [:],
    text: LocalizedText
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that has no content, such as `input`.
  mutating func void(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    open(name, attributes)
    html += "\n"
  }

  /// Writes `text`.
  mutating func text(_ text: String) { html += HTMLWriter.escaped(text) }

  /// Writes `text` in both languages, of which the style sheet shows one.
  mutating func text(_ text: LocalizedText) {
    both(isEqual: text.en == text.ja) { $0.text(text[$1]) }
  }

  /// Writes in each language what `body` writes; once if it is the same in both.
  mutating func both(isEqual: Bool = false, _ body: (inout HTMLWriter, Language) -> Void) {
    if isEqual { return body(&self, .english) }
    for language in Language.allCases {
      element("span", ["lang": language.rawValue]) { body(&$0, language) }
    }
  }

  /// Writes `markup` as it is.
  mutating func raw(_ markup: String) { html += markup }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    html += "<\(name)"
    for case (let key, let value?) in attributes {
      html += value.isEmpty ? " \(key)" : " \(key)=\"\(HTMLWriter.escaped(value))\""
    }
    html += ">"
  }

  /// `text` for an element or an attribute; control and direction characters become visible.
  private static func escaped(_ text: String) -> String {
    let special: Set<UInt8> = [
      UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"),
    ]
    let shown = TextSpan(text).text
    guard shown.utf8.contains(where: special.contains) else { return shown }
    var result = String.UnicodeScalarView()
    for scalar in shown.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
