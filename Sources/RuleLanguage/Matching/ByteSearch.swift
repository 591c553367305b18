import Glibc

/// Comparisons of bytes; nothing here knows about Unicode.
extension Span where Element == UInt8 {
  /// Whether both hold the same bytes.
  func equals(_ other: Span<UInt8>) -> Bool {
    count == other.count && order(other) == 0
  }

  /// Below, equal to or above 0 as this stands before, beside or behind `other`.
  func order(_ other: Span<UInt8>) -> Int {
    let common = Swift.min(count, other.count)
    let difference = unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return Int32(0) }
        return unsafe memcmp(left, right, common)
      }
    }
    return difference != 0 ? Int(difference) : count - other.count
  }

  func hasPrefix(_ prefix: Span<UInt8>) -> Bool {
    count >= prefix.count && extracting(first: prefix.count).equals(prefix)
  }

  func hasSuffix(_ suffix: Span<UInt8>) -> Bool {
    count >= suffix.count && extracting(last: suffix.count).equals(suffix)
  }

  func contains(_ needle: Span<UInt8>) -> Bool {
    guard needle.count <= count else { return false }
    guard !needle.isEmpty else { return true }
    for start in 0...(count - needle.count) where self[start] == needle[0] {
      if extracting(start..<start + needle.count).equals(needle) { return true }
    }
    return false
  }

  /// Whether `needle`, in small letters, stands here when ASCII capitals count as small letters.
  func containsIgnoringCase(_ needle: Span<UInt8>) -> Bool {
    guard needle.count <= count else { return false }
    for start in 0...(count - needle.count) {
      var length = 0
      while length < needle.count, self[start + length].lowered == needle[length] { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }
}
