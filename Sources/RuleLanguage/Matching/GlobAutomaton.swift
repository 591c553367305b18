/// A shell pattern as a state machine, to judge texts that are only partly known.
///
/// Bit n of a set of states means that the first n tokens are matched. The sets that
/// `truth(of:)` follows are exact; where there would be too many the answer is unknown.
struct GlobAutomaton {
  private typealias States = UInt128

  private static let tokenLimit = 127
  private static let setLimit = 1000

  private var tokenCount = 0
  /// The tokens that are stars.
  private var stars: States = 0
  /// For each byte the tokens that match it and step on.
  private var steps = [States](repeating: 0, count: 256)
  /// The steps of all bytes but NUL, each kind once: bytes that no token tells apart count once.
  private var kinds: Set<States> = []
  /// The tokens that match some byte.
  private var anyStep: States = 0

  /// Reads a pattern; `nil` for what only `fnmatch` itself can judge.
  init?(_ pattern: [UInt8], ignoresCase: Bool) {
    guard !pattern.contains(0) else { return nil }
    var rest = pattern[...]
    while let byte = rest.popFirst() {
      guard tokenCount < Self.tokenLimit else { return nil }
      switch byte {
      case UInt8(ascii: "*"):
        stars |= 1 << States(tokenCount)
        tokenCount += 1
        while rest.first == UInt8(ascii: "*") { rest.removeFirst() }
      case UInt8(ascii: "?"): add(.all)
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return nil }
        add(ByteMask(escaped, ignoresCase: ignoresCase))
      case UInt8(ascii: "["):
        guard let mask = ByteMask(bracket: &rest, ignoresCase: ignoresCase) else { return nil }
        add(mask)
      default: add(ByteMask(byte, ignoresCase: ignoresCase))
      }
    }
    kinds = Set(steps.dropFirst())
    anyStep = kinds.reduce(0) { $0 | $1 }
  }

  private mutating func add(_ mask: ByteMask) {
    for byte in UInt8.min...UInt8.max where mask.contains(byte) {
      steps[Int(byte)] |= 1 << States(tokenCount)
    }
    tokenCount += 1
  }

  /// Yes or no where every text that fits the pieces gives that answer, else unknown.
  ///
  /// Most answers show in what any text might match and in two texts that are tried: the sets of
  /// states, which cost more, are followed only where those do not decide.
  func truth(of text: PartialText) -> Truth {
    guard mayMatch(text) else { return .no }
    if text.pieces.count > 1, !fillings.allSatisfy({ matches(text, filledWith: $0) }) {
      return .unknown
    }
    return exactTruth(of: text)
  }

  /// What holes are filled with to try: nothing, and a byte that patterns hardly ever name.
  private var fillings: [[UInt8]] { [[], [1]] }

  private func matches(_ text: PartialText, filledWith filling: [UInt8]) -> Bool {
    var states = closed(1)
    for (index, piece) in text.pieces.enumerated() {
      if index > 0 { for byte in filling { states = step(states, steps[Int(byte)]) } }
      for byte in piece { states = step(states, steps[Int(byte)]) }
    }
    return states >> States(tokenCount) & 1 == 1
  }

  /// Whether some text that fits the pieces matches.
  private func mayMatch(_ text: PartialText) -> Bool {
    var states = closed(1)
    for (index, piece) in text.pieces.enumerated() {
      if index > 0 {
        var before: States
        repeat {
          before = states
          states |= step(states, anyStep)
        } while states != before
      }
      for byte in piece { states = step(states, steps[Int(byte)]) }
    }
    return states >> States(tokenCount) & 1 == 1
  }

  private func exactTruth(of text: PartialText) -> Truth {
    var sets: Set<States> = [closed(1)]
    for (index, piece) in text.pieces.enumerated() {
      if index > 0 {
        guard let wider = afterAnything(sets) else { return .unknown }
        sets = wider
      }
      for byte in piece { sets = Set(sets.map { step($0, steps[Int(byte)]) }) }
    }
    let answers = Set(sets.map { $0 >> States(tokenCount) & 1 == 1 })
    return answers.count > 1 ? .unknown : Truth(answers.contains(true))
  }

  /// Every set that some text leads to from one of `sets`.
  private func afterAnything(_ sets: Set<States>) -> Set<States>? {
    var reached = sets
    var fresh = Array(sets)
    while let set = fresh.popLast() {
      for kind in kinds {
        let next = step(set, kind)
        if reached.insert(next).inserted { fresh.append(next) }
      }
      guard reached.count <= Self.setLimit else { return nil }
    }
    return reached
  }

  private func step(_ states: States, _ matching: States) -> States {
    closed((states & matching) << 1 | states & stars)
  }

  /// Adds the states that a star reaches by matching nothing; no two stars are neighbours.
  private func closed(_ states: States) -> States { states | (states & stars) << 1 }
}
