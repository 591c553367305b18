import Glibc

/// A file that the user asked for.
enum OutputFile {
  /// Writes `text` to `path`.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where the file cannot be written.
  static func write(_ text: String, to path: String) throws {
    let mode = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let descriptor = unsafe open(path, mode, 0o644)
    guard descriptor >= 0 else {
      let words = unsafe String(cString: strerror(errno))
      complain(
        "funaban: \(path): " + say(en: "cannot be written: \(words)", ja: "書き込めない: \(words)")
      )
      throw ExitStatus.wrongUse
    }
    defer { close(descriptor) }
    funaban.write(text, to: descriptor)
  }
}
