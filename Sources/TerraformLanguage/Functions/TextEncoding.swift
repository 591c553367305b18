/// A character encoding by its registered name.
enum TextEncoding {
  case utf8
  /// With the more significant byte first or last.
  case utf16(isBigEndian: Bool)
  case latin1
  /// One that agrees with ASCII on the characters of ASCII; others are not computed.
  case ascii

  /// The encoding called `name`; `nil` for one that is not computed.
  init?(_ name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf-16be": self = .utf16(isBigEndian: true)
    case "utf-16le": self = .utf16(isBigEndian: false)
    case "iso-8859-1", "latin1", "l1": self = .latin1
    case let other where Self.isASCIISuperset(other): self = .ascii
    default: return nil
    }
  }

  private static func isASCIISuperset(_ name: String) -> Bool {
    let families = ["windows-", "iso-8859-", "cp", "ibm", "koi8-"]
    let names = ["us-ascii", "ascii", "gbk", "gb18030", "big5", "euc-jp", "euc-kr", "shift_jis"]
    return names.contains(name) || families.contains { name.hasPrefix($0) }
  }

  /// The bytes of `text`; `nil` where the encoding lacks one of its characters.
  func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16(let isBigEndian):
      return text.utf16.flatMap { unit in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBigEndian ? bytes : bytes.reversed()
      }
    case .latin1, .ascii:
      let limit: UInt32 = if case .latin1 = self { 0x100 } else { 0x80 }
      guard text.unicodeScalars.allSatisfy({ $0.value < limit }) else { return nil }
      return text.unicodeScalars.map { UInt8($0.value) }
    }
  }

  /// The text of `bytes`; `nil` where the encoding lacks one of them.
  func decode(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16(let isBigEndian):
      guard bytes.count.isMultiple(of: 2) else { return nil }
      let units = stride(from: 0, to: bytes.count, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
      }
      return String(validating: units, as: UTF16.self)
    case .latin1: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    case .ascii:
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
