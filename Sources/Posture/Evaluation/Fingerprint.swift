/// A 128-bit FNV-1a hash: the identity of a finding across edits.
///
/// Source: http://www.isthe.com/chongo/tech/comp/fnv/
struct Fingerprint {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  /// Adds a text and marks its end, so that `ab` + `c` differs from `a` + `bc`.
  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    state ^= UInt128(byte)
    state &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
  }

  /// The hash of what stays the same about a finding when lines move.
  ///
  /// - Parameters:
  ///   - control: the control's canonical id
  ///   - path: the path of the file, as it was given
  ///   - resource: the path of the resource within its template
  ///   - part: the judged part; `nil` for the whole resource
  ///   - number: tells the findings apart that differ only in their conditions
  /// - Returns: the hash of all of them
  static func of(
    control: String,
    path: String,
    resource: String,
    part: JudgedPart?,
    number: Int
  ) -> UInt128 {
    var fingerprint = Fingerprint()
    fingerprint.add(control)
    fingerprint.add(path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
    fingerprint.add(resource)
    fingerprint.add(part?.kind ?? "")
    fingerprint.add(part?.name ?? "")
    fingerprint.add(String(number))
    return fingerprint.state
  }
}
