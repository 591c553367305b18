import SourceText

extension HCLReader {
  /// Where a reader that skips may go on, besides at a closing token.
  struct Stops: OptionSet {
    let rawValue: UInt8

    static let comma = Stops(rawValue: 1)
    static let newline = Stops(rawValue: 2)
    /// Closing tokens do not stop, as for a line at the top level.
    static let noCloser = Stops(rawValue: 4)
  }

  /// Skips up to the token with which the construct at hand goes on or ends.
  ///
  /// A top-level item that begins at the left margin ends everything.
  mutating func skip(to stops: Stops) {
    var level = 0
    var place = previous + 1
    while true {
      let token = tokens[place]
      switch token.kind {
      case .endOfFile: return resume(at: place)
      case .comma where level == 0 && stops.contains(.comma): return resume(at: place)
      case .newline, .lineComment:
        if level == 0, stops.contains(.newline) { return resume(at: place) }
      case .identifier where startsTopLevelItem(at: place):
        isUnwinding = true
        return resume(at: place)
      case .identifier where level == 0 && !stops.contains(.newline) && setsArgument(at: place):
        return resume(at: place - 1)
      case .closeParenthesis where level == 0 && openParentheses == 0: break
      case .closeBracket where level == 0 && openBrackets == 0: break
      default:
        if token.kind.opens {
          level += 1
        } else if token.kind.closes {
          if level == 0, !stops.contains(.noCloser) { return resume(at: place) }
          level = max(0, level - 1)
        }
      }
      place += 1
    }
  }

  /// Skips up to the end of the interpolation or directive at hand.
  mutating func skipToSequenceEnd() {
    var level = 0
    var place = previous + 1
    while true {
      switch tokens[place].kind {
      case .endOfFile: return resume(at: place)
      case .openInterpolation, .openDirective: level += 1
      case .closeSequence:
        if level == 0 { return resume(at: place) }
        level -= 1
      default: break
      }
      place += 1
    }
  }

  /// Whether the identifier at `place` begins a line that sets an argument.
  func setsArgument(at place: Int) -> Bool {
    place > 0 && tokens[place - 1].kind.isNewline && tokens[place + 1].kind == .equal
  }

  /// Whether the token stands at the left margin.
  func startsLine(_ token: HCLToken) -> Bool {
    let start = Int(token.start)
    return start == file.contentStart || start > 0 && bytes[start - 1] == UInt8(ascii: "\n")
  }

  /// Whether the identifier at `place` begins an item at the left margin, outside of templates.
  func startsTopLevelItem(at place: Int) -> Bool {
    guard openSequences == 0, startsLine(tokens[place]) else { return false }
    switch tokens[place + 1].kind {
    case .identifier, .openQuote, .openBrace, .equal: return true
    default: return false
    }
  }

  private mutating func resume(at place: Int) {
    move(to: place)
    isRecovering = isUnwinding
  }
}
