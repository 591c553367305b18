extension StringProtocol where SubSequence == Substring {
  /// The offset in UTF-8 bytes at which `needle` first occurs.
  func offset(of needle: String) -> Int? {
    let pattern = Array(needle.utf8)
    guard let first = pattern.first else { return 0 }
    var index = utf8.startIndex
    var offset = 0
    while index != utf8.endIndex {
      if utf8[index] == first, utf8[index...].starts(with: pattern) { return offset }
      utf8.formIndex(after: &index)
      offset += 1
    }
    return nil
  }

  /// The text before and from the byte at `offset`.
  func split(at offset: Int) -> (before: Substring, behind: Substring) {
    let index = utf8.index(startIndex, offsetBy: offset)
    return (self[..<index], self[index...])
  }

  /// The parts between occurrences of `delimiter`; the whole text for an empty one.
  func parts(separatedBy delimiter: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while !delimiter.isEmpty, let offset = rest.offset(of: delimiter) {
      let (before, behind) = rest.split(at: offset)
      parts.append(before)
      rest = behind.split(at: delimiter.utf8.count).behind
    }
    return parts + [rest]
  }

  /// The text without spaces, tabs and line ends around it.
  var trimmed: Substring {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let text = self[...]
    let start = text.utf8.firstIndex { !blanks.contains($0) } ?? text.endIndex
    let trailing = text.utf8[start...].reversed().prefix { blanks.contains($0) }.count
    return text[start..<text.utf8.index(text.endIndex, offsetBy: -trailing)]
  }
}
