import ArgumentParser
import SourceText

extension ScanSetup {
  /// Prepares the scan that another verb than `scan` rests on.
  init(
    _ paths: [String],
    _ input: InputOptions,
    language: Language?,
    ignoresBaseline: Bool = false
  ) throws {
    var scan = try ScanCommand.parse([])
    scan.paths = paths
    scan.input = input
    scan.reports.lang = language
    scan.decisions.noBaseline = ignoresBaseline
    try self.init(scan)
  }
}
