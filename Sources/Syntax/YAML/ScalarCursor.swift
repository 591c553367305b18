/// Turns indices of Unicode scalars, as libyaml counts, into byte offsets.
///
/// It walks from the last index asked for, so nearby questions are cheap.
struct ScalarCursor {
  private let start: Int
  private let isASCII: Bool
  private var index = 0
  private var offset: Int

  /// Counts from the byte at `start`.
  init(_ bytes: [UInt8], from start: Int) {
    self.start = start
    self.offset = start
    self.isASCII = bytes[start...].allSatisfy { $0 < 0x80 }
  }

  /// The offset of the scalar with the index `wanted`, at most the end of `bytes`.
  mutating func offset(of wanted: Int, in bytes: [UInt8]) -> Int {
    if isASCII { return min(start + wanted, bytes.count) }
    while index < wanted, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    while index > wanted {
      offset -= 1
      while bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
    return offset
  }
}
