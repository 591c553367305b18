/// A number read from the text of a dynamic field or constant.
struct DynamicNumber: Sendable, Hashable {
  private let whole: Int64?
  private let real: Double

  /// Reads a decimal number, or a whole hexadecimal one behind `0x`.
  init?(_ bytes: [UInt8]) {
    guard let first = bytes.first, first.isDigit || first.isOneOf("+-.") else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.starts(with: "0x".utf8) || bytes.starts(with: "0X".utf8) {
      guard let value = UInt64(text.dropFirst(2), radix: 16) else { return nil }
      whole = Int64(exactly: value)
      real = Double(value)
    } else {
      guard let value = Double(text), value.isFinite else { return nil }
      whole = Int64(text)
      real = value
    }
  }

  /// Whether two numbers stand in `order`; whole numbers are compared exactly.
  func isOrdered(_ order: Ordering, _ other: DynamicNumber) -> Bool {
    if let left = whole, let right = other.whole { return order.holds(left, right) }
    return order.holds(real, other.real)
  }
}
