import Glibc

/// The day on which the program runs.
enum Today {
  /// The day in UTC as `2027-03-31`.
  static var text: String {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&now, &parts)
    return [
      padded(Int(unsafe parts.tm_year) + 1900, 4), padded(Int(unsafe parts.tm_mon) + 1, 2),
      padded(Int(unsafe parts.tm_mday), 2),
    ].joined(separator: "-")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
