import Glibc

/// An IPv4 or IPv6 address, or a network of them.
struct NetworkAddress: Sendable, Hashable {
  /// The 4 or 16 bytes of the address.
  private let bytes: [UInt8]
  /// How many leading bits count.
  private let prefixLength: Int

  /// Reads an address: one with a dot is IPv4, any other IPv6.
  init?(address text: [UInt8]) {
    let family = text.contains(UInt8(ascii: ".")) ? AF_INET : AF_INET6
    var bytes = [UInt8](repeating: 0, count: family == AF_INET ? 4 : 16)
    let string = String(decoding: text, as: UTF8.self)
    guard unsafe inet_pton(family, string, &bytes) == 1 else { return nil }
    self.bytes = bytes
    prefixLength = bytes.count * 8
  }

  /// Reads a network such as `10.0.0.0/8`.
  init?(network text: [UInt8]) {
    guard let slash = text.lastIndex(of: UInt8(ascii: "/")),
      let address = NetworkAddress(address: Array(text[..<slash])),
      let length = Int(String(decoding: text[(slash + 1)...], as: UTF8.self)),
      0...address.bytes.count * 8 ~= length
    else { return nil }
    bytes = address.bytes
    prefixLength = length
  }

  /// Whether `other` is the address or one of the network.
  func covers(_ other: NetworkAddress) -> Bool {
    guard bytes.count == other.bytes.count, prefixLength <= other.prefixLength else { return false }
    for (index, pair) in zip(bytes, other.bytes).enumerated() {
      let bits = min(8, prefixLength - index * 8)
      if bits <= 0 { return true }
      if (pair.0 ^ pair.1) >> UInt8(8 - bits) != 0 { return false }
    }
    return true
  }
}
