internal import Templates

/// The diagnostics of all files, by absolute path, each told once.
struct DiagnosticBoard {
  private(set) var diagnostics: [String: [JSONValue]] = [:]
  private var told: [String: Set<JSONValue>] = [:]
  private var places: [String: String] = [:]
  private let root: String

  /// Starts without diagnostics; relative paths begin in `root`.
  init(root: String) { self.root = root }

  /// Adds a diagnostic of the file at `path`.
  ///
  /// - Returns: the absolute path; `nil` where the diagnostic stands there already
  mutating func add(_ diagnostic: JSONValue, at path: String) -> String? {
    let place = places[path] ?? RelativePath.absolute(path, from: root)
    places[path] = place
    guard told[place, default: []].insert(diagnostic).inserted else { return nil }
    diagnostics[place, default: []].append(diagnostic)
    return place
  }
}
