extension Node {
  /// Whether both nodes hold the same value, wherever and however they are written.
  ///
  /// The order of a mapping's entries does not count, tags do, and `80` is not `"80"`.
  package func isEquivalent(to other: Node) -> Bool {
    guard kind == other.kind, tag == other.tag else { return false }
    switch kind {
    case .null: return true
    case .bool: return bool == other.bool
    case .string: return textBytes == other.textBytes
    case .number: return isSameNumber(as: other)
    case .sequence:
      let (left, right) = (elements, other.elements)
      return left.count == right.count
        && zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
    case .mapping: return hasSameEntries(as: other)
    }
  }

  /// Compares the values where a `Double` can tell them apart, otherwise the texts.
  private func isSameNumber(as other: Node) -> Bool {
    if textBytes == other.textBytes { return true }
    guard let left = number, let right = other.number else { return false }
    return left.isNaN && right.isNaN || left == right && (abs(left) < 0x1p53 || left.isInfinite)
  }

  private func hasSameEntries(as other: Node) -> Bool {
    let (left, right) = (entries, other.entries)
    guard left.count == right.count else { return false }
    let named = Dictionary(
      right.compactMap { entry in entry.key.textBytes.map { ($0, entry) } },
      uniquingKeysWith: { $1 }
    )
    return left.allSatisfy { entry in
      guard let name = entry.key.textBytes else {
        return right.contains {
          $0.key.isEquivalent(to: entry.key) && $0.value.isEquivalent(to: entry.value)
        }
      }
      guard let counterpart = named[name] else { return false }
      return counterpart.key.tag == entry.key.tag
        && entry.value.isEquivalent(to: counterpart.value)
    }
  }
}
