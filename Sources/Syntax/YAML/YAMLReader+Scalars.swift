internal import CYAML
import SourceText

extension YAMLReader {
  /// libyaml's name for the content of a scalar event.
  typealias ScalarContent = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar

  /// Appends a scalar whose event, tag and anchor included, spans `start..<end`.
  mutating func readScalar(_ scalar: ScalarContent, _ start: Int, _ end: Int) {
    let properties = unsafe YAMLProperties(tag: scalar.tag, anchor: scalar.anchor)
    let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let style = unsafe Node.Style(scalar.style)
    let isKey = builder.frames.last?.expectsKey ?? false
    var range = start..<end
    if text.isEmpty, style == .plain {
      let place = properties.isEmpty ? emptyPlace(at: start, isKey: isKey) : end
      range = place..<place
    } else if !properties.isEmpty {
      range = valueStart(start, end)..<end
    }
    if style == .literal || style == .folded {
      range = range.lowerBound..<blockScalarEnd(range, endsInBlank: unsafe endsInBlank(text))
    }
    let isResolved = !properties.makesString && (style == .plain || properties.tag != nil)
    let kind = isResolved ? unsafe PlainScalar.kind(of: text.span) : .string
    let index = builder.nextIndex
    unsafe append(kind, style, range, text)
    note(properties, at: index)
    if let name = properties.anchor { anchors[name] = Anchor(index: index, size: 1) }
    if isKey, style == .plain, properties.tag == nil, unsafe text.elementsEqual("<<".utf8) {
      builder.markMergeKey()
    }
  }

  /// Appends the scalar with its text, which is kept only where the file does not show it.
  private mutating func append(
    _ kind: NodeRecord.Kind,
    _ style: Node.Style,
    _ range: Range<Int>,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    let quote = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    let inner = (range.lowerBound + quote)..<max(range.lowerBound + quote, range.upperBound - quote)
    let isShown = unsafe shows(text, at: inner)
    let first = builder.decodedBytes.count
    if !isShown { unsafe builder.decodedBytes.append(contentsOf: text) }
    builder.appendScalar(
      kind,
      style,
      start: range.lowerBound,
      end: range.upperBound,
      text: isShown ? inner : first..<builder.decodedBytes.count,
      isDecoded: !isShown
    )
  }

  /// Whether the file has the text as it is at `range`.
  private func shows(_ text: UnsafeBufferPointer<UInt8>, at range: Range<Int>) -> Bool {
    guard range.count == text.count else { return false }
    let bytes = bytes.span
    return text.indices.allSatisfy { unsafe bytes[range.lowerBound + $0] == text[$0] }
  }

  /// Where a value stands that is not written: behind the colon, or else behind the key.
  ///
  /// libyaml puts it before the next token, which may be lines away.
  private func emptyPlace(at mark: Int, isKey: Bool) -> Int {
    guard !isKey, let frame = builder.frames.last, frame.isMapping, let key = builder.keys.last
    else { return mark }
    let keyEnd = Int(builder.records[Int(key.index)].end)
    var offset = keyEnd
    while offset < mark {
      switch bytes[offset] {
      case UInt8(ascii: ":"): return offset + 1
      case UInt8(ascii: "#"):
        while offset < mark, !isLineBreak(bytes[offset]) { offset += 1 }
      default: offset += 1
      }
    }
    return min(keyEnd, mark)
  }

  /// The first byte behind tags, anchors, white space and comments.
  private func valueStart(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        offset += 1
      case UInt8(ascii: "#"):
        while offset < end, !isLineBreak(bytes[offset]) { offset += 1 }
      case UInt8(ascii: "!"), UInt8(ascii: "&"):
        while offset < end, !isBlank(bytes[offset]), !isLineBreak(bytes[offset]) { offset += 1 }
      default:
        return offset
      }
    }
    return end
  }

  /// The end of a block scalar without its last line break and the blank lines behind it.
  ///
  /// With `|+` and `>+` the blank lines are content and stay, all but the last line break.
  private func blockScalarEnd(_ range: Range<Int>, endsInBlank: Bool) -> Int {
    var end = lineBreakTrimmed(range.upperBound, from: range.lowerBound)
    let header = bytes[range.lowerBound...].prefix { !isLineBreak($0) && $0 != UInt8(ascii: "#") }
    if header.contains(UInt8(ascii: "+")) { return end }
    while true {
      var lineStart = end
      while lineStart > range.lowerBound, isBlank(bytes[lineStart - 1]) { lineStart -= 1 }
      guard lineStart > range.lowerBound, isLineBreak(bytes[lineStart - 1]),
        lineStart == end || !endsInBlank
      else { return end }
      end = lineBreakTrimmed(lineStart, from: range.lowerBound)
    }
  }

  private func lineBreakTrimmed(_ end: Int, from start: Int) -> Int {
    guard end > start, isLineBreak(bytes[end - 1]) else { return end }
    let isPair =
      bytes[end - 1] == UInt8(ascii: "\n") && end - 1 > start
      && bytes[end - 2] == UInt8(ascii: "\r")
    return isPair ? end - 2 : end - 1
  }

  /// Whether the last line of the text ends in white space, which is content then.
  private func endsInBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe text.last { !isLineBreak($0) }.map { isBlank($0) } ?? false
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}

extension Node.Style {
  /// The style of a scalar.
  init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
