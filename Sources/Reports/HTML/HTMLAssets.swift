internal import CReportAssets
internal import Crypto

/// The style sheet and the script that stand inside every HTML report.
enum HTMLAssets {
  /// The text of `Assets/report/report.css`.
  static let style = unsafe text(funaban_report_style())

  /// The text of `Assets/report/report.js`.
  static let script = unsafe text(funaban_report_script())

  /// What a browser may load and run: the two assets by their hashes, and nothing else at all.
  ///
  /// Source: https://www.w3.org/TR/CSP3/
  static let policy = [
    "default-src 'none'", "script-src \(source(script))", "style-src \(source(style))",
    "base-uri 'none'", "form-action 'none'",
  ].joined(separator: "; ")

  private static func text(_ asset: funaban_asset) -> String {
    let bytes = unsafe UnsafeBufferPointer(start: asset.bytes, count: Int(asset.size))
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  private static func source(_ text: String) -> String {
    "'sha256-\(base64(Array(SHA256.hash(data: Array(text.utf8)))))'"
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place > group.count ? "=" : signs[bits >> (18 - 6 * place) & 63])
      }
    }
    return text
  }
}
