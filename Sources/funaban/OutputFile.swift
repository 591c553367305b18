import Glibc

/// A file that the user asked for.
enum OutputFile {
  /// Writes `text` to `path`.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where the file cannot be written.
  static func write(_ text: String, to path: String) throws {
    let mode = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let descriptor = unsafe open(path, mode, 0o644)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    defer { close(descriptor) }
    if let failure = funaban.write(text, to: descriptor) { throw unwritable(path, failure) }
  }

  /// Writes `text` to standard output.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where it cannot be written.
  static func writeToStandardOutput(_ text: String) throws {
    if let failure = funaban.write(text, to: STDOUT_FILENO) { throw unwritable("-", failure) }
  }

  /// Says why `path` cannot be written, and yields the exit code for it.
  private static func unwritable(_ path: String, _ failure: CInt) -> ExitStatus {
    let words = unsafe String(cString: strerror(failure))
    complain(
      "funaban: \(path): " + say(en: "cannot be written: \(words)", ja: "書き込めない: \(words)")
    )
    return .wrongUse
  }
}
