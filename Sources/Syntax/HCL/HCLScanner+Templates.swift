extension HCLScanner {
  /// Reads on in a string up to its end or to a sequence.
  mutating func scanQuoted(_ bytes: Span<UInt8>) {
    let start = offset
    var isEscaped = false
    while offset < end {
      let byte = bytes[offset]
      if HCLByte.isQuotedText(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "\\"), !isLineEnd(offset + 1, bytes) {
        isEscaped = true
        offset += 2
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
        offset += 1
      } else {
        break
      }
    }
    if offset > start { append(isEscaped ? .escapedQuotedText : .quotedText, from: start) }
    guard offset < end else { return }
    switch bytes[offset] {
    case UInt8(ascii: "\""):
      offset += 1
      append(.closeQuote, from: offset - 1)
      pop()
    case UInt8(ascii: "$"), UInt8(ascii: "%"):
      scanMark(plain: .quotedText, escaped: .escapedQuotedText, bytes)
    default:
      abandonString()
    }
  }

  /// Ends a string where its line ends, together with the strings whose sequences it stands in.
  private mutating func abandonString() {
    closeEarly()
    while frames.count > 2, mode == .code, frames[frames.count - 2].mode == .quoted {
      closeEarly()
      closeEarly()
    }
  }

  private func isLineEnd(_ place: Int, _ bytes: Span<UInt8>) -> Bool {
    place >= end || bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r")
  }

  /// Reads a `$` or `%`: the beginning of a sequence, an escaped one, or a character like others.
  private mutating func scanMark(
    plain: HCLToken.Kind,
    escaped: HCLToken.Kind,
    _ bytes: Span<UInt8>
  ) {
    let start = offset
    let mark = bytes[start]
    offset += 1
    if follows(UInt8(ascii: "{"), bytes) {
      _ = follows(UInt8(ascii: "~"), bytes)
      append(mark == UInt8(ascii: "$") ? .openInterpolation : .openDirective, from: start)
      push(Frame(mode: .code))
    } else if offset + 1 < end, bytes[offset] == mark, bytes[offset + 1] == UInt8(ascii: "{") {
      offset += 2
      _ = follows(UInt8(ascii: "~"), bytes)
      append(escaped, from: start)
    } else {
      append(plain, from: start)
    }
  }

  /// Reads on in a template file: to the end of the line or to a mark.
  mutating func scanBare(_ bytes: Span<UInt8>) {
    let start = offset
    scanLine(bytes)
    if offset > start { return append(.text, from: start) }
    scanMark(plain: .text, escaped: .escapedText, bytes)
  }

  /// Reads on in a heredoc: to the end of the line, to a mark, or the line that ends it.
  mutating func scanHeredoc(_ bytes: Span<UInt8>) {
    let frame = frames.count - 1
    let start = offset
    if frames[frame].isAtLineStart, let close = closingLine(bytes) {
      offset = close
      append(.closeHeredoc, from: start)
      return pop()
    }
    scanLine(bytes)
    guard offset > start else {
      frames[frame].isAtLineStart = false
      return scanMark(plain: .text, escaped: .escapedText, bytes)
    }
    frames[frame].isAtLineStart = bytes[offset - 1] == UInt8(ascii: "\n")
    append(.text, from: start)
  }

  /// Moves to the next mark, or behind the end of the line.
  private mutating func scanLine(_ bytes: Span<UInt8>) {
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "$"), UInt8(ascii: "%"): return
      case UInt8(ascii: "\n"):
        offset += 1
        return
      default: offset += 1
      }
    }
  }

  /// The end of the line that begins here, newline excluded, if it ends the heredoc.
  private func closingLine(_ bytes: Span<UInt8>) -> Int? {
    let marker = frames[frames.count - 1].marker
    var place = skippingSpaces(from: offset, bytes)
    guard place + marker.count <= end else { return nil }
    for index in marker {
      guard bytes[index] == bytes[place] else { return nil }
      place += 1
    }
    place = skippingSpaces(from: place, bytes)
    guard place < end else { return place }
    guard bytes[place] == UInt8(ascii: "\n") else { return nil }
    return place > offset && bytes[place - 1] == UInt8(ascii: "\r") ? place - 1 : place
  }

  private func skippingSpaces(from start: Int, _ bytes: Span<UInt8>) -> Int {
    var place = start
    while place < end, HCLByte.isSpace(bytes[place]), bytes[place] != UInt8(ascii: "\n") {
      place += 1
    }
    return place
  }

  /// Reads `<<EOT` or `<<-EOT` with its newline behind the first `<`, if that is what follows.
  mutating func scanHeredocStart(from start: Int, _ bytes: Span<UInt8>) -> Bool {
    guard follows(UInt8(ascii: "<"), bytes) else { return false }
    _ = follows(UInt8(ascii: "-"), bytes)
    let first = offset
    scanIdentifier(bytes)
    let marker = first..<offset
    _ = follows(UInt8(ascii: "\r"), bytes)
    let startsWord =
      !marker.isEmpty && !HCLByte.isDigit(bytes[first]) && bytes[first] != UInt8(ascii: "-")
    guard startsWord, follows(UInt8(ascii: "\n"), bytes) else {
      offset = start + 1
      return false
    }
    append(.openHeredoc, from: start)
    push(Frame(mode: .heredoc, marker: marker))
    return true
  }
}
