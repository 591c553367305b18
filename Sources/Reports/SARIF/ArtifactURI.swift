/// The URI of a source file in a SARIF log.
struct ArtifactURI {
  /// The percent-encoded URI.
  let text: String
  /// Whether it is relative to the root of the sources.
  let isRelative: Bool

  /// Names the file at `path`.
  init(_ path: String) {
    isRelative = !path.hasPrefix("/")
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    let encoded = ArtifactURI.encoded(rest)
    text = isRelative ? encoded : "file://\(encoded)"
  }

  private static func encoded(_ path: Substring) -> String {
    var text = ""
    for byte in path.utf8 {
      if isPlain(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~/!$&'()*+,;=@".utf8.contains(byte)
    }
  }
}
