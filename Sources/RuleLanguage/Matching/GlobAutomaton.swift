/// A shell pattern as a state machine, to judge texts that are only partly known.
///
/// State n means that the first n tokens are matched. The set of sets that `truth(of:)` follows
/// is exact; where it would grow beyond a limit the answer is unknown.
struct GlobAutomaton {
  private enum Token {
    case star
    case oneOf(ByteMask)
  }

  private static let tokenLimit = 256
  private static let setLimit = 256

  private var tokens: [Token] = []

  /// Reads a pattern; `nil` for what only `fnmatch` itself can judge.
  init?(_ pattern: [UInt8], ignoresCase: Bool) {
    guard pattern.count <= Self.tokenLimit, !pattern.contains(0) else { return nil }
    var rest = pattern[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): tokens.append(.star)
      case UInt8(ascii: "?"): tokens.append(.oneOf(.all))
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return nil }
        tokens.append(.oneOf(ByteMask(escaped, ignoresCase: ignoresCase)))
      case UInt8(ascii: "["):
        guard let mask = ByteMask(bracket: &rest, ignoresCase: ignoresCase) else { return nil }
        tokens.append(.oneOf(mask))
      default: tokens.append(.oneOf(ByteMask(byte, ignoresCase: ignoresCase)))
      }
    }
  }

  /// Yes or no where every text that fits the pieces gives that answer, else unknown.
  func truth(of text: PartialText) -> Truth {
    var sets: Set<[Bool]> = [closed([true] + tokens.map { _ in false })]
    for (index, piece) in text.pieces.enumerated() {
      if index > 0 {
        guard let wider = afterAnything(sets) else { return .unknown }
        sets = wider
      }
      for byte in piece { sets = Set(sets.map { step($0, byte) }) }
    }
    let answers = Set(sets.map { $0[tokens.count] })
    return answers.count > 1 ? .unknown : Truth(answers.contains(true))
  }

  /// Every set that some text leads to from one of `sets`.
  private func afterAnything(_ sets: Set<[Bool]>) -> Set<[Bool]>? {
    var reached = sets
    var fresh = Array(sets)
    while let set = fresh.popLast() {
      for byte in UInt8.min...UInt8.max where byte != 0 {
        let next = step(set, byte)
        if reached.insert(next).inserted { fresh.append(next) }
      }
      guard reached.count <= Self.setLimit else { return nil }
    }
    return reached
  }

  private func step(_ states: [Bool], _ byte: UInt8) -> [Bool] {
    var next = states.map { _ in false }
    for (index, token) in tokens.enumerated() where states[index] {
      switch token {
      case .star: next[index] = true
      case .oneOf(let mask): if mask.contains(byte) { next[index + 1] = true }
      }
    }
    return closed(next)
  }

  /// Adds the states that a star reaches by matching nothing.
  private func closed(_ states: [Bool]) -> [Bool] {
    var states = states
    for (index, token) in tokens.enumerated() where states[index] {
      if case .star = token { states[index + 1] = true }
    }
    return states
  }
}
