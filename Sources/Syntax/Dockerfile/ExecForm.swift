import SourceText

/// The arguments of an instruction as a JSON array.
enum ExecForm {
  case words([DockerfileWord])
  /// An array that holds something besides texts, which BuildKit refuses.
  case otherElements
  /// No array: what stands there is a command or words.
  case noArray

  static func read(_ bounds: Range<Int>, of line: LogicalLine) -> ExecForm {
    guard line.bytes[bounds].first == UInt8(ascii: "[") else { return .noArray }
    let file = SourceFile(path: "", bytes: Array(line.bytes[bounds]))
    let tree = JSONParser.parse(file, dialect: .strict)
    guard !tree.hasErrors, let root = tree.root, root.kind == .sequence else { return .noArray }
    var words: [DockerfileWord] = []
    for element in root.elements {
      guard element.kind == .string, let text = element.string else { return .otherElements }
      let start = bounds.lowerBound + Int(element.range.start)
      let range = line.range(start..<(start + element.range.count))
      words.append(DockerfileWord(text: text, range: range))
    }
    return .words(words)
  }
}
