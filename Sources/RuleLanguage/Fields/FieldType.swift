/// The kind of values that a field yields; it decides which operators and constants fit.
package enum FieldType: String, Sendable, Hashable, CaseIterable {
  /// Text, compared byte by byte.
  case string
  /// An unsigned number of 64 bits.
  case uint64
  /// `true` or `false`.
  case bool
  /// An IPv4 or IPv6 address, yielded as its text.
  case ipaddr
  /// An address, compared with networks such as `10.0.0.0/8`.
  case ipnet
  /// A duration in nanoseconds.
  case reltime
  /// A time in nanoseconds since 1970.
  case abstime
  /// Bytes that need not be text.
  case bytebuf
  /// A property whose type and list-ness are known only when it is read.
  ///
  /// `=`, `!=` and `in` compare text: `true` equals "true" and 443 equals "443". The order
  /// operators compare numbers and answer no where one side is not a number. On a list, `in`,
  /// `intersects` and `exists` work as on typed lists; every other operator holds if *any*
  /// element satisfies it.
  case dynamic

  /// Whether values of this type are unsigned numbers.
  var isNumeric: Bool { self == .uint64 || self == .reltime || self == .abstime }

  /// Whether values of this type may be used as text.
  var isTextual: Bool { self == .string || self == .dynamic }
}
