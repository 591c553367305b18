package import Posture

/// What a stretch of terminal text stands for, which decides its colour.
package enum TextStyle: Sendable, Hashable {
  /// Ordinary text.
  case plain
  /// Names and headings.
  case strong
  /// What only helps to find one's way.
  case faint
  /// Names of fields, values and commands.
  case code
  /// Where to look.
  case path
  /// The signs under a place.
  case caret
  /// What is as it should be.
  case good
  /// What could not be read.
  case bad
  /// What to mind.
  case warning
  /// How bad it is.
  case severity(Severity)

  /// The parameters of the escape sequence that turns the style on; empty for plain text.
  var escape: String {
    switch self {
    case .plain: ""
    case .strong: "1"
    case .faint: "2"
    case .code: "36"
    case .path: "1;34"
    case .caret, .bad: "1;31"
    case .good: "32"
    case .warning: "33"
    case .severity(.critical): "1;97;41"
    case .severity(.high): "1;31"
    case .severity(.medium): "1;33"
    case .severity(.low): "1;36"
    case .severity(.informational): "1;34"
    }
  }
}

/// A stretch of text in one style, on one line, safe to print.
package struct TextSpan: Sendable, Hashable {
  /// The text, without anything a terminal would obey.
  package let text: String
  /// How it looks.
  package let style: TextStyle

  /// Takes any text; control and direction characters become visible signs.
  package init(_ text: String, _ style: TextStyle = .plain) {
    self.text = TextSpan.visible(text)
    self.style = style
  }

  /// The columns it takes.
  package var width: Int { TextWidth.of(text) }

  private static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(visible(scalar)) }
    return String(result)
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
    default: scalar
    }
  }
}
