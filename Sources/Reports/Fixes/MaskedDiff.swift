package import Remedy
package import SourceText

/// The difference that a fix makes, as people may see it: what is secret is masked.
///
/// For `git apply` the exact difference is needed, which `UnifiedDiff` writes.
package enum MaskedDiff {
  /// The unified diff of `change`, with the bytes of `redactions` masked in both versions.
  package static func of(
    _ change: FileChange,
    redactions: [SourceFile: [SourceRange]]
  ) -> UnifiedDiff {
    UnifiedDiff(
      from: masked(change.old, redactions[change.old] ?? []),
      to: masked(change.new, redactions[change.new] ?? []),
      path: change.old.path
    )
  }

  private static func masked(_ file: SourceFile, _ redactions: [SourceRange]) -> [UInt8] {
    let hidden = ShownSource(file, redactions: redactions).hidden
    guard !hidden.isEmpty else { return file.bytes }
    var bytes: [UInt8] = []
    var start = 0
    for range in hidden {
      bytes += file.bytes[start..<range.bounds.lowerBound]
      bytes += mask(file.bytes[range.bounds])
      start = range.bounds.upperBound
    }
    return bytes + file.bytes[start...]
  }

  /// The mask of a text, with as many lines.
  private static func mask(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Array(lines.map { $0.isEmpty ? "" : "•••" }.joined(separator: "\n").utf8)
  }
}
