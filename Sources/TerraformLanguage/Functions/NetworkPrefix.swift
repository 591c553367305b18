/// An IPv4 or IPv6 network in CIDR notation, or a single address.
struct NetworkPrefix {
  /// The first address of the network.
  let base: UInt128
  /// The address as it was written, within the network.
  let address: UInt128
  /// How many leading bits name the network.
  let length: Int
  /// The number of bits of an address: 32 or 128.
  let width: Int

  /// Reads `10.0.0.0/8`; `nil` for anything else.
  init?(network text: String) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let length = Int(halves[1])
    else { return nil }
    self.init(halves[0], length: length)
  }

  /// Reads an address; `nil` for anything else.
  init?(address text: String) { self.init(text[...], length: nil) }

  private init?(_ text: Substring, length: Int?) {
    if let value = Self.version4(text) {
      (address, width) = (UInt128(value), 32)
    } else if let value = Self.version6(text) {
      (address, width) = (value, 128)
    } else {
      return nil
    }
    let bits = length ?? width
    guard 0...width ~= bits else { return nil }
    self.length = bits
    base = address & ~Self.ones(width - bits)
  }

  /// Names the network of `length` bits that begins at `base`.
  init(base: UInt128, length: Int, width: Int) {
    self.base = base
    self.address = base
    self.length = length
    self.width = width
  }

  /// The last address of the network.
  var last: UInt128 { base | Self.ones(width - length) }

  /// The network in CIDR notation.
  var text: String { Self.text(of: base, width: width) + "/\(length)" }

  /// Whether all of `other` lies within the network.
  func contains(_ other: NetworkPrefix) -> Bool {
    width == other.width && base <= other.base && other.last <= last
  }

  /// A number whose lowest `count` bits are set.
  static func ones(_ count: Int) -> UInt128 {
    count >= 128 ? .max : (UInt128(1) << UInt128(count)) - 1
  }

  /// An address as it is usually written.
  static func text(of address: UInt128, width: Int) -> String {
    guard width == 128 else {
      return [24, 16, 8, 0].map { String((address >> UInt128($0)) & 0xFF) }.joined(separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: address >> UInt128(112 - 16 * $0)) }
    let gap = longestGap(groups)
    let parts = groups.map { String($0, radix: 16) }
    guard gap.count > 1 else { return parts.joined(separator: ":") }
    return parts[..<gap.lowerBound].joined(separator: ":") + "::"
      + parts[gap.upperBound...].joined(separator: ":")
  }

  private static func longestGap(_ groups: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for (index, group) in groups.enumerated() {
      if group != 0 { start = index + 1 }
      if index + 1 - start > best.count { best = start..<index + 1 }
    }
    return best
  }

  private static func version4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard part.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let byte = UInt8(part) else { return nil }
      value = value << 8 | UInt32(byte)
    }
    return value
  }

  private static func version6(_ text: Substring) -> UInt128? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2, text.contains(":"), let front = groups(halves[0]),
      let back = halves.count == 2 ? groups(halves[1]) : []
    else { return nil }
    let missing = 8 - front.count - back.count
    guard halves.count == 2 ? missing > 0 : missing == 0 else { return nil }
    let all = front + Array(repeating: 0, count: missing) + back
    return all.reduce(0) { $0 << 16 | UInt128($1) }
  }

  /// The groups of a part of an address; the last two may be written as an IPv4 address.
  private static func groups(_ text: Substring) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, let tail = version4(part) {
        groups += [UInt16(tail >> 16), UInt16(tail & 0xFFFF)]
      } else {
        guard 1...4 ~= part.utf8.count, let group = UInt16(part, radix: 16), part.first != "+"
        else { return nil }
        groups.append(group)
      }
    }
    return groups.count <= 8 ? groups : nil
  }
}
