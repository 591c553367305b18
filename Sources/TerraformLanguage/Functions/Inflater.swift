/// Decompresses what gzip made (RFC 1951 and 1952), up to a bound.
struct Inflater {
  /// Why nothing was decompressed.
  enum Fault: Error {
    case malformed
    case tooLarge
  }

  private let input: [UInt8]
  private let limit: Int
  private var offset = 0
  private var bits: UInt32 = 0
  private var count = 0
  private var output: [UInt8] = []

  init(_ input: [UInt8], limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// The contents of the first member.
  mutating func gunzip() throws(Fault) -> [UInt8] {
    guard input.count > 10, input.starts(with: [0x1F, 0x8B, 8]) else { throw .malformed }
    let flags = input[3]
    offset = 10
    if flags & 4 != 0 {
      let length = try read(16)
      offset += length
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      while offset < input.count, input[offset] != 0 { offset += 1 }
      offset += 1
    }
    if flags & 2 != 0 { offset += 2 }
    try inflate()
    return output
  }

  private mutating func inflate() throws(Fault) {
    var isLast = false
    while !isLast {
      isLast = try read(1) == 1
      switch try read(2) {
      case 0: try copyStored()
      case 1: try inflateBlock(.fixedLiterals, .fixedDistances)
      case 2:
        let (literals, distances) = try readTables()
        try inflateBlock(literals, distances)
      default: throw .malformed
      }
    }
  }

  private mutating func read(_ width: Int) throws(Fault) -> Int {
    while count < width {
      guard offset < input.count else { throw .malformed }
      bits |= UInt32(input[offset]) << UInt32(count)
      offset += 1
      count += 8
    }
    let value = Int(bits & (1 << UInt32(width) - 1))
    bits >>= UInt32(width)
    count -= width
    return value
  }

  private mutating func copyStored() throws(Fault) {
    (bits, count) = (0, 0)
    guard offset + 4 <= input.count else { throw .malformed }
    let length = Int(input[offset]) | Int(input[offset + 1]) << 8
    offset += 4
    guard offset + length <= input.count else { throw .malformed }
    guard output.count + length <= limit else { throw .tooLarge }
    output += input[offset..<offset + length]
    offset += length
  }

  private mutating func inflateBlock(
    _ literals: HuffmanTable,
    _ distances: HuffmanTable
  ) throws(Fault) {
    while true {
      let symbol = try readSymbol(literals)
      if symbol == 256 { return }
      guard symbol > 256 else {
        guard output.count < limit else { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < Self.lengths.count else { throw .malformed }
      let length = Self.lengths[symbol - 257] + (try read(Self.lengthBits[symbol - 257]))
      let code = try readSymbol(distances)
      guard code < Self.distances.count else { throw .malformed }
      let distance = Self.distances[code] + (try read(max(0, code / 2 - 1)))
      guard distance <= output.count else { throw .malformed }
      guard output.count + length <= limit else { throw .tooLarge }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func readSymbol(_ table: HuffmanTable) throws(Fault) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      code |= try read(1)
      let count = table.counts[length]
      if code >= first, code - first < count { return table.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .malformed
  }

  private mutating func readTables() throws(Fault) -> (HuffmanTable, HuffmanTable) {
    let (literals, distances) = (try read(5) + 257, try read(5) + 1)
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<(try read(4) + 4) { lengths[Self.order[index]] = try read(3) }
    let table = HuffmanTable(lengths)
    lengths = []
    while lengths.count < literals + distances {
      switch try readSymbol(table) {
      case 16:
        guard let last = lengths.last else { throw .malformed }
        lengths += Array(repeating: last, count: 3 + (try read(2)))
      case 17: lengths += Array(repeating: 0, count: 3 + (try read(3)))
      case 18: lengths += Array(repeating: 0, count: 11 + (try read(7)))
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literals + distances else { throw .malformed }
    return (HuffmanTable(Array(lengths[..<literals])), HuffmanTable(Array(lengths[literals...])))
  }

  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
}

/// A canonical Huffman code: how many codes there are of each length, and their symbols in order.
private struct HuffmanTable {
  private(set) var counts = [Int](repeating: 0, count: 16)
  let symbols: [Int]

  /// Makes the code from the length of each symbol's code; 0 for those without one.
  init(_ lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted {
      (lengths[$0], $0) < (lengths[$1], $1)
    }
  }

  static let fixedLiterals = HuffmanTable(
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
      + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)
  )
  static let fixedDistances = HuffmanTable(Array(repeating: 5, count: 30))
}
