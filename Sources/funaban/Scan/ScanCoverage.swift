import Templates

/// What a scan looked at, and so what it may call missing.
struct ScanCoverage: Sendable {
  private let paths: [String]
  /// Whether the command line leaves files out.
  private let leavesFilesOut: Bool
  /// Whether the command line gives values, so that other findings hold elsewhere.
  private let isOneOfSeveral: Bool

  init(_ paths: [String], _ input: InputOptions) {
    self.paths = paths.map(RelativePath.normalized)
    leavesFilesOut = !input.include.isEmpty || !input.exclude.isEmpty
    isOneOfSeveral =
      ![input.parameters, input.parameter, input.varFile, input.variable].allSatisfy(\.isEmpty)
  }

  /// Whether the scan saw everything below the current folder, in the only way it can turn out.
  var isWhole: Bool { isWhole("") }

  /// Whether the scan saw all of `folder` or file, in the only way it can turn out.
  func isWhole(_ path: String) -> Bool { covers(path) && !isOneOfSeveral }

  /// Whether the file at `path` is, or would be, among those of the scan.
  func covers(_ path: String) -> Bool {
    guard !leavesFilesOut else { return false }
    return paths.contains { RelativePath.isWithin(RelativePath.normalized(path), $0) }
  }
}
