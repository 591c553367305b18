/// The byte offsets at which the lines of a text start.
///
/// A line ends behind `\n`, `\r\n` or a lone `\r`, as in YAML 1.1 and SARIF viewers.
package struct LineTable: Sendable, Hashable {
  /// The offset of each line's first byte; the first is 0.
  package let starts: ContiguousArray<UInt32>

  /// Reads the line starts of `bytes`, in one pass.
  package init(_ bytes: [UInt8]) {
    var starts: ContiguousArray<UInt32> = [0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(UInt32(offset))
      } else if byte == UInt8(ascii: "\r"),
        offset == bytes.count || bytes[offset] != UInt8(ascii: "\n")
      {
        starts.append(UInt32(offset))
      }
    }
    self.starts = starts
  }

  /// The zero-based index of the line that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
