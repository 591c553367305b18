/// A 128-bit FNV-1a hash: the identity of a finding across edits.
///
/// Source: http://www.isthe.com/chongo/tech/comp/fnv/
struct Fingerprint {
  /// The hash so far.
  private(set) var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  /// Adds a text and marks its end, so that `ab` + `c` differs from `a` + `bc`.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    state ^= UInt128(byte)
    state &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
  }
}
