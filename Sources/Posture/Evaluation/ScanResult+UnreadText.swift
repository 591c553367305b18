package import SourceText

extension ScanResult {
  /// Hides the values of every file whose text could not be read as a whole.
  ///
  /// A value behind an error, or under a key that stands twice, is in no inventory, so nothing else
  /// would know that it is a secret.
  package mutating func hideUnreadText() {
    let files = diagnostics.filter(\.leavesTextUnread).compactMap(\.location?.file)
    for file in Set(files) { hideValues(in: file) }
  }

  /// Hides all values of `file`.
  package mutating func hideValues(in file: SourceFile) {
    redactions[file, default: []] += UnreadText.values(in: file.bytes)
  }
}

extension Diagnostic {
  fileprivate var leavesTextUnread: Bool {
    let languages = ["json.", "yaml.", "dockerfile."]
    guard languages.contains(where: code.hasPrefix) else { return false }
    return severity == .error || code.hasSuffix(".duplicate-key")
  }
}
