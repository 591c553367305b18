extension String {
  /// The text in double quotes, as JSON and YAML both read it.
  package var quoted: String {
    var text = "\""
    for scalar in unicodeScalars {
      if let escape = scalar.escape { text += escape } else { text.unicodeScalars.append(scalar) }
    }
    return text + "\""
  }
}

extension Unicode.Scalar {
  /// What stands for the scalar between double quotes; `nil` for one that stands for itself.
  ///
  /// More is escaped than JSON asks for: what YAML takes for the end of a line or for no text at all.
  package var escape: String? {
    switch self {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}"..."\u{2029}", "\u{FEFF}",
      "\u{FFFE}"..."\u{FFFF}":
      "\\u" + hexadecimal
    default: nil
    }
  }

  /// The number of the scalar in four hexadecimal digits.
  private var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
