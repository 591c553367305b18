import SourceText

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// Whether the text names a program whose decisions we read, with a colon behind the name.
  ///
  /// One pass over the bytes, so that sources without decisions cost next to nothing.
  var namesDecision: Bool {
    var index = startIndex
    while let colon = self[index...].firstIndex(of: UInt8(ascii: ":")) {
      var before = self[..<colon]
      if before.last == UInt8(ascii: "\"") || before.last == UInt8(ascii: "'") {
        before.removeLast()
      }
      if DecisionWords.names.contains(where: before.hasSuffix) { return true }
      index = self.index(after: colon)
    }
    return false
  }

  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}

private enum DecisionWords {
  static let names = ["funaban", "checkov", "bridgecrew", "trivy", "tfsec"].map { Array($0.utf8) }
}
