import Glibc
import Templates

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

  /// Puts `text` in the place of the file at `path`, at once or not at all.
  ///
  /// The file keeps its permissions; a link is followed; the folder is made where it is missing.
  /// - Throws: `ExitStatus.wrongUse` after a message, where the file cannot be written.
  static func replace(_ path: String, with text: String) throws {
    let folder = RelativePath.folder(of: path)
    if !folder.isEmpty, unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw unwritable(folder, errno)
    }
    let target = realPath(path) ?? path
    var status = stat()
    let mode = unsafe stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    let draft = "\(target).\(getpid()).tmp"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    let failure =
      funaban.write(text, to: descriptor)
      ?? (fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0 ? nil : errno)
    close(descriptor)
    if let failure = failure ?? (unsafe rename(draft, target) == 0 ? nil : errno) {
      unsafe unlink(draft)
      throw unwritable(path, failure)
    }
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Writes `text` to standard output.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where it cannot be written.
  static func writeToStandardOutput(_ text: String) throws {
    try writeToStandardOutput(Array(text.utf8))
  }

  /// Writes `bytes` to standard output; see `writeToStandardOutput(_:)` for text.
  static func writeToStandardOutput(_ bytes: [UInt8]) throws {
    if let failure = funaban.write(bytes, to: STDOUT_FILENO) { throw unwritable("-", failure) }
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
