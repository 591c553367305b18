/// Comma-separated values, as RFC 4180 has them.
enum CSVText {
  /// The rows of `text`, without empty lines; `nil` where quotes are out of place.
  static func rows(of text: String) -> [[String]]? {
    var reader = Reader(rest: Array(text.utf8)[...])
    var rows: [[String]] = []
    while !reader.rest.isEmpty {
      if reader.skipNewline() { continue }
      guard let row = reader.row() else { return nil }
      rows.append(row)
    }
    return rows
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    /// Moves behind a line end; says whether there was one.
    mutating func skipNewline() -> Bool {
      if rest.starts(with: [0x0D, 0x0A]) {
        rest = rest.dropFirst(2)
        return true
      }
      guard rest.first == 0x0A else { return false }
      rest.removeFirst()
      return true
    }

    mutating func row() -> [String]? {
      var fields: [String] = []
      repeat {
        guard let field = field() else { return nil }
        fields.append(field)
      } while skipComma()
      return rest.isEmpty || skipNewline() ? fields : nil
    }

    private mutating func skipComma() -> Bool {
      guard rest.first == UInt8(ascii: ",") else { return false }
      rest.removeFirst()
      return true
    }

    private mutating func field() -> String? {
      if rest.first == UInt8(ascii: "\"") { return quotedField() }
      var end = rest.startIndex
      while end < rest.endIndex, rest[end] != UInt8(ascii: ","), rest[end] != 0x0A { end += 1 }
      var text = rest[..<end]
      rest = rest[end...]
      if rest.first == 0x0A || rest.isEmpty, text.last == 0x0D {
        text.removeLast()
      }
      return text.contains(UInt8(ascii: "\"")) ? nil : String(decoding: text, as: UTF8.self)
    }

    private mutating func quotedField() -> String? {
      var text: [UInt8] = []
      rest.removeFirst()
      while let byte = rest.popFirst() {
        if byte != UInt8(ascii: "\"") {
          text.append(byte)
        } else if rest.first == UInt8(ascii: "\"") {
          text.append(byte)
          rest.removeFirst()
        } else {
          return String(decoding: text, as: UTF8.self)
        }
      }
      return nil
    }
  }
}
