import SourceText

/// The word that announces a heredoc: `<<EOF`, `<<-"EOF"`, `3<<EOF`.
struct HeredocMark {
  let delimiter: String
  let isExpanded: Bool
  let stripsTabs: Bool
  /// The bytes of the word in its line.
  let bounds: Range<Int>

  func heredoc(_ body: SourceRange) -> DockerfileHeredoc {
    DockerfileHeredoc(
      delimiter: delimiter,
      isExpanded: isExpanded,
      stripsTabs: stripsTabs,
      body: body
    )
  }

  /// The marks among the words of `line`; none where a quote is left open.
  static func all(in line: [UInt8]) -> [HeredocMark] {
    guard line.contains(UInt8(ascii: "<")) else { return [] }
    return words(of: line)?.compactMap { HeredocMark($0, of: line) } ?? []
  }

  /// The word at `bounds` as a mark; `nil` for any other word.
  private init?(_ bounds: Range<Int>, of line: [UInt8]) {
    var rest = line[bounds].drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard rest.starts(with: [UInt8(ascii: "<"), UInt8(ascii: "<")]) else { return nil }
    rest = rest.dropFirst(2)
    stripsTabs = rest.first == UInt8(ascii: "-")
    if stripsTabs { rest = rest.dropFirst() }
    guard !rest.contains(UInt8(ascii: "<")) else { return nil }
    var name: [UInt8] = []
    var quotes = 0
    var isEscaped = false
    for byte in rest {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      if !isEscaped, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quotes += 1
      } else {
        name.append(byte)
      }
      isEscaped = false
    }
    guard !name.isEmpty else { return nil }
    delimiter = String(decoding: name, as: UTF8.self)
    isExpanded = quotes == 0
    self.bounds = bounds
  }

  /// The bounds of the words of `line`, quotes and `${…}` kept whole; `nil` where one is open.
  private static func words(of line: [UInt8]) -> [Range<Int>]? {
    var words: [Range<Int>] = []
    var start: Int?
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte.isDockerfileSpace {
        if let first = start { words.append(first..<index) }
        start = nil
        index += 1
        continue
      }
      start = start ?? index
      guard let next = end(ofUnitAt: index, in: line) else { return nil }
      index = next
    }
    if let first = start { words.append(first..<line.count) }
    return words
  }

  /// The offset behind the quoted text, the variable or the character at `index`.
  private static func end(ofUnitAt index: Int, in line: [UInt8]) -> Int? {
    switch line[index] {
    case UInt8(ascii: "'"):
      return line[(index + 1)...].firstIndex(of: UInt8(ascii: "'")).map { $0 + 1 }
    case UInt8(ascii: "\""): return closing(UInt8(ascii: "\""), from: index + 1, in: line)
    case UInt8(ascii: "\\"): return min(index + 2, line.count)
    case UInt8(ascii: "$") where index + 1 < line.count && line[index + 1] == UInt8(ascii: "{"):
      return closing(UInt8(ascii: "}"), from: index + 2, in: line)
    default: return index + 1
    }
  }

  private static func closing(_ sign: UInt8, from start: Int, in line: [UInt8]) -> Int? {
    var index = start
    while index < line.count {
      if line[index] == sign { return index + 1 }
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
