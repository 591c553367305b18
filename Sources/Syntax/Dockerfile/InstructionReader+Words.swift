extension InstructionReader {
  /// The words between blanks.
  func words(_ bounds: Range<Int>) -> [DockerfileWord] {
    line.bytes[bounds].split { $0.isDockerfileSpace }.map { line.word($0.indices) }
  }

  /// The words between blanks that no quote or escape holds together, quotes kept.
  func quotedWords(_ bounds: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var quote: UInt8?
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      let byte = line.bytes[index]
      if quote == nil, byte.isDockerfileSpace {
        if let first = start { words.append(first..<index) }
        start = nil
      } else {
        start = start ?? index
        if byte == escape, quote != UInt8(ascii: "'") {
          index += 1
        } else if byte == quote {
          quote = nil
        } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
          quote = byte
        }
      }
      index += 1
    }
    if let first = start { words.append(first..<bounds.upperBound) }
    return words.map(withoutLastEscape).filter { !$0.isEmpty }
  }

  /// The word without an escape character that stands at the very end of the line.
  private func withoutLastEscape(_ word: Range<Int>) -> Range<Int> {
    guard word.upperBound == line.bytes.count else { return word }
    let escapes = line.bytes[word].reversed().prefix { $0 == escape }.count
    return escapes % 2 == 1 ? word.dropLast() : word
  }

  /// The flags at the beginning of `bounds`, and what follows them.
  func flags(_ bounds: Range<Int>) -> ([DockerfileFlag], rest: Range<Int>) {
    var flags: [DockerfileFlag] = []
    var index = bounds.lowerBound
    while true {
      index =
        line.bytes[index..<bounds.upperBound].firstIndex { !$0.isDockerfileSpace }
        ?? bounds.upperBound
      let rest = index..<bounds.upperBound
      guard line.bytes[rest].starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")]) else {
        return (flags, rest)
      }
      let (text, end) = unquoted(rest)
      index = end
      if text.count == 2 { return (flags, end..<bounds.upperBound) }
      flags.append(flag(text, rest.lowerBound..<end))
    }
  }

  private func flag(_ text: [UInt8], _ bounds: Range<Int>) -> DockerfileFlag {
    let content = text.dropFirst(2)
    let sign = content.firstIndex(of: UInt8(ascii: "="))
    let written = line.bytes[bounds].firstIndex(of: UInt8(ascii: "=")).map { $0 + 1 }
    let value = sign.map { sign in
      DockerfileWord(
        text: String(decoding: content[(sign + 1)...], as: UTF8.self),
        range: line.range((written ?? bounds.upperBound)..<bounds.upperBound)
      )
    }
    return DockerfileFlag(
      name: String(decoding: content[..<(sign ?? content.endIndex)], as: UTF8.self),
      value: value,
      range: line.range(bounds)
    )
  }

  /// The first word of `bounds` without quotes and backslashes, and where it ends.
  private func unquoted(_ bounds: Range<Int>) -> (text: [UInt8], end: Int) {
    var text: [UInt8] = []
    var quote: UInt8?
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      let byte = line.bytes[index]
      if quote == nil, byte.isDockerfileSpace { break }
      index += 1
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "\\") {
        if index < bounds.upperBound { text.append(line.bytes[index]) }
        index += 1
      } else {
        text.append(byte)
      }
    }
    return (text, min(index, bounds.upperBound))
  }
}
