extension HCLScanner {
  /// How often the scanner goes back from the end of a file.
  static var returnLimit: Int { 8 }

  /// Goes back to the first block at the left margin behind a template that the file leaves open.
  ///
  /// A heredoc without its end word would swallow the rest of the file. Only a block with a label
  /// in quotes counts, as `resource "a" "b" {`, which other languages hardly have.
  mutating func returnToBlock(_ bytes: Span<UInt8>) -> Bool {
    guard frames[0].mode == .code else { return false }
    let opener = frames[1].opener
    var place = Int(tokens[opener].end)
    while let header = blockHeader(from: place, bytes) {
      if let cut = firstToken(from: header) {
        let closers = closers(of: opener..<cut)
        if let open = openComment, open >= header { openComment = nil }
        tokens.removeSubrange(cut...)
        frames.removeSubrange(1...)
        mode = .code
        offset = header
        for closer in closers { append(closer, from: header) }
        return true
      }
      place = header + 1
    }
    return false
  }

  /// Where a line begins, at `place` or later, that is the header of a block with a label in quotes.
  func blockHeader(from place: Int, _ bytes: Span<UInt8>) -> Int? {
    var start = place
    while start < end {
      if bytes[start - 1] == UInt8(ascii: "\n"), isBlockHeader(at: start, bytes) { return start }
      start += 1
    }
    return nil
  }

  private func isBlockHeader(at start: Int, _ bytes: Span<UInt8>) -> Bool {
    var place = start
    while place < end, HCLByte.continuesIdentifier(bytes[place]) { place += 1 }
    guard place > start, !HCLByte.isDigit(bytes[start]) else { return false }
    var labels = 0
    while place + 1 < end, bytes[place] == UInt8(ascii: " "), bytes[place + 1] == UInt8(ascii: "\"")
    {
      place += 2
      while place < end, HCLByte.isQuotedText(bytes[place]) { place += 1 }
      guard place < end, bytes[place] == UInt8(ascii: "\"") else { return false }
      place += 1
      labels += 1
    }
    return labels > 0 && place + 1 < end && bytes[place] == UInt8(ascii: " ")
      && bytes[place + 1] == UInt8(ascii: "{")
  }

  /// The index of the first token from `start` on, unless one before it goes on there.
  private func firstToken(from start: Int) -> Int? {
    var index = tokens.count
    while index > 0, tokens[index - 1].start >= start { index -= 1 }
    return index > 0 && tokens[index - 1].end <= start ? index : nil
  }

  /// The kinds of tokens that end what the tokens in `range` leave open, the innermost first.
  private func closers(of range: Range<Int>) -> [HCLToken.Kind] {
    var open: [HCLToken.Kind] = []
    for token in tokens[range] {
      switch token.kind {
      case .openQuote: open.append(.closeQuote)
      case .openHeredoc: open.append(.closeHeredoc)
      case .openInterpolation, .openDirective: open.append(.closeSequence)
      case .closeQuote, .closeHeredoc, .closeSequence: _ = open.popLast()
      default: break
      }
    }
    return open.reversed()
  }
}
