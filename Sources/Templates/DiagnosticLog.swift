import SourceText

/// Diagnostics in the order of their detection, each once, up to a bound.
struct DiagnosticLog {
  /// The most that anybody reads about one unit.
  private static let limit = 1_000

  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  mutating func add(_ diagnostic: Diagnostic) {
    guard diagnostics.count <= Self.limit, seen.insert(diagnostic).inserted else { return }
    diagnostics.append(
      diagnostics.count < Self.limit ? diagnostic : .tooManyProblems(diagnostic.path ?? "")
    )
  }
}
