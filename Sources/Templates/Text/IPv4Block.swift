/// A block of IPv4 addresses: `10.0.0.0/16`.
struct IPv4Block: Equatable {
  let address: UInt32
  let length: Int

  init(address: UInt32, length: Int) {
    self.address = address
    self.length = length
  }

  init?(_ text: String) {
    let halves = text.parts(separatedBy: "/")
    let octets = halves[0].parts(separatedBy: ".").compactMap { UInt8($0) }
    guard halves.count == 2, octets.count == 4, let length = Int(halves[1]),
      (0...32).contains(length)
    else { return nil }
    self.init(address: octets.reduce(0) { $0 << 8 | UInt32($1) }, length: length)
  }

  var text: String {
    let octets = [24, 16, 8, 0].map { String(address >> UInt32($0) & 0xFF) }
    return octets.joined(separator: ".") + "/\(length)"
  }

  /// The first `count` blocks of `2 ^ hostBits` addresses; `nil` if they do not fit.
  func divided(into count: Int, hostBits: Int) -> [IPv4Block]? {
    guard (1...256).contains(count), (1...32).contains(hostBits), length <= 32 - hostBits else {
      return nil
    }
    let room = UInt64(1) << UInt64(32 - length)
    let size = UInt64(1) << UInt64(hostBits)
    guard UInt64(count) * size <= room else { return nil }
    return (0..<count).map { index in
      IPv4Block(
        address: UInt32(truncatingIfNeeded: UInt64(address) + UInt64(index) * size),
        length: 32 - hostBits
      )
    }
  }
}
