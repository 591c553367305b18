import Glibc

/// A shell pattern as `fnmatch` reads it without flags: `*` and `?` match slashes and dots too.
struct Glob: Sendable {
  /// The pattern with a NUL byte behind it.
  private let pattern: [CChar]
  private let flags: Int32
  /// The pattern for texts that are partly known; `nil` for what only `fnmatch` can judge.
  private let automaton: GlobAutomaton?

  /// `FNM_CASEFOLD`, a GNU extension that the C module does not show.
  private static let caseFold: Int32 = 1 << 4

  init(_ pattern: [UInt8], ignoresCase: Bool) {
    self.pattern = pattern.map { CChar(bitPattern: $0) } + [0]
    flags = ignoresCase ? Self.caseFold : 0
    automaton = GlobAutomaton(pattern, ignoresCase: ignoresCase)
  }

  /// Whether the pattern matches `text`, which ends at its first NUL byte if it has one.
  func matches(_ text: Span<UInt8>) -> Bool {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { copy in
      for index in text.indices { unsafe copy[index] = CChar(bitPattern: text[index]) }
      unsafe copy[text.count] = 0
      guard let start = copy.baseAddress else { return false }
      return unsafe fnmatch(pattern, start, flags) == 0
    }
  }

  /// What the pattern says of a text that is partly known.
  func matches(_ text: PartialText) -> Truth {
    automaton?.truth(of: text) ?? .unknown
  }
}
