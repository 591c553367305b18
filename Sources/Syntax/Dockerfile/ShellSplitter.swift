import SourceText

/// Parts a shell script into simple commands.
struct ShellSplitter {
  private let bytes: ArraySlice<UInt8>
  private let range: (Range<Int>) -> SourceRange
  private var index: Int
  private var words: [DockerfileWord] = []
  private var script = ShellScript()

  init(_ bytes: ArraySlice<UInt8>, range: @escaping (Range<Int>) -> SourceRange) {
    self.bytes = bytes
    self.range = range
    index = bytes.startIndex
  }

  /// Reads the script to its end.
  mutating func read() -> ShellScript {
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
      case UInt8(ascii: "#"): skipComment()
      case let byte where byte.endsCommand: endCommand()
      case UInt8(ascii: "<"), UInt8(ascii: ">"): skipRedirection()
      default: takeWord()
      }
    }
    endCommand()
    return script
  }

  private mutating func endCommand() {
    let command = ShellCommand(words)
    if let command { script.commands.append(command) }
    script.operands += words.filter {
      $0.range != command?.words[0].range && !ShellCommand.isReserved($0.text)
    }
    words = []
    index += 1
  }

  private mutating func skipComment() {
    index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
  }

  /// Skips the signs of a redirection; what stands behind them is no argument.
  private mutating func skipRedirection() {
    let signs = "<>&|-".utf8
    index = bytes[index...].firstIndex { !signs.contains($0) } ?? bytes.endIndex
    index = bytes[index...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.endIndex
    guard index < bytes.endIndex, !bytes[index].endsCommand else { return }
    let start = index
    index = endOfWord()
    script.operands.append(word(start..<index))
  }

  private mutating func takeWord() {
    let start = index
    index = endOfWord()
    let isDescriptor =
      index < bytes.endIndex
      && (bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "<"))
      && bytes[start..<index].allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if isDescriptor || isContinuation(start..<index) { return }
    words.append(word(start..<index))
  }

  private func word(_ bounds: Range<Int>) -> DockerfileWord {
    DockerfileWord(text: String(decoding: bytes[bounds], as: UTF8.self), range: range(bounds))
  }

  /// Whether the word is a backslash at the end of a line.
  private func isContinuation(_ word: Range<Int>) -> Bool {
    word.count == 2 && bytes[word.lowerBound] == UInt8(ascii: "\\")
      && bytes[word.lowerBound + 1] == UInt8(ascii: "\n")
  }

  /// The offset behind the word at `index`, which is moved over at least one byte.
  private func endOfWord() -> Int {
    var end = index
    while end < bytes.endIndex {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 2
      case UInt8(ascii: "'"):
        end = (bytes[(end + 1)...].firstIndex(of: UInt8(ascii: "'")) ?? bytes.endIndex) + 1
      case UInt8(ascii: "\""): end = endOfQuoted(from: end + 1)
      case UInt8(ascii: "$") where end + 1 < bytes.endIndex && bytes[end + 1] == UInt8(ascii: "{"):
        end = (bytes[end...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.endIndex) + 1
      case let byte where byte.endsWord: return max(end, index + 1)
      default: end += 1
      }
    }
    return min(end, bytes.endIndex)
  }

  private func endOfQuoted(from start: Int) -> Int {
    var end = start
    while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end + 1
  }
}

extension UInt8 {
  fileprivate var endsCommand: Bool { ";&|()`\n".utf8.contains(self) }

  fileprivate var endsWord: Bool {
    endsCommand || isDockerfileSpace || self == UInt8(ascii: "<") || self == UInt8(ascii: ">")
  }
}
