import Inventory

/// The words of a command line, as a shell takes them apart.
enum ShellWords {
  /// The words of `text`; quotes and backslashes are resolved, an open quote ends with the text.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8]?
    var quote: UInt8?
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        if word == nil { word = [] }
        word?.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        isEscaped = true
      } else if let open = quote {
        if byte == open { quote = nil } else { word?.append(byte) }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        word = word ?? []
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        if let end = word { words.append(String(decoding: end, as: UTF8.self)) }
        word = nil
      } else {
        if word == nil { word = [] }
        word?.append(byte)
      }
    }
    if let end = word { words.append(String(decoding: end, as: UTF8.self)) }
    return words
  }
}

extension Value {
  /// The words of the command line `text`, all at the place of the value.
  func words(of text: String) -> Value {
    with(.list(ShellWords.split(text).map { with(.string($0)) }))
  }
}
