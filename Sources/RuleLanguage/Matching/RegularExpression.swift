import CRE2

/// A POSIX regular expression as RE2 reads it.
///
/// The one stored pointer is set before anyone sees the object, and RE2 promises that matching
/// against a compiled pattern from several threads is safe: hence the unchecked conformance.
@safe final class RegularExpression: @unchecked Sendable {
  private let pattern: OpaquePointer

  /// Why RE2 refuses a pattern.
  struct Refusal: Error {
    let reason: String
  }

  init(_ text: [UInt8]) throws(Refusal) {
    var reason = [CChar](repeating: 0, count: 256)
    guard let compiled = unsafe cre2_compile(text, text.count, &reason, reason.count) else {
      let bytes = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw Refusal(reason: String(decoding: bytes, as: UTF8.self))
    }
    unsafe pattern = compiled
  }

  deinit { unsafe cre2_free(pattern) }

  /// Whether the pattern matches all of `text`.
  func matches(_ text: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe cre2_full_match(pattern, buffer.baseAddress, buffer.count)
    }
  }

  /// Whether some text that begins with `prefix` may match; false is a proof.
  func mayMatch(prefix: [UInt8]) -> Bool {
    unsafe cre2_may_match_prefix(pattern, prefix, prefix.count)
  }
}
