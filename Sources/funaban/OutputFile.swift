import Glibc
import SourceText
import Templates
import Workspace

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

  /// Puts `text` in the place of what was read at `path`, at once or not at all.
  ///
  /// A link is followed within the repository; the folder of a new file is made where it is missing.
  /// - Parameters:
  ///   - path: the file's path
  ///   - old: the file as it was read; `nil` where there was none
  ///   - text: what it becomes
  /// - Throws: `ExitStatus.wrongUse` after a message, where the file cannot be written.
  static func replace(_ path: String, from old: SourceFile?, with text: String) throws {
    let folder = RelativePath.folder(of: path)
    if !folder.isEmpty, unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw unwritable(folder, errno)
    }
    let replacement = FileReplacement(path: path, expected: old?.bytes, contents: Array(text.utf8))
    do throws(WriteProblem) {
      try FileTransaction(followingLinksIn: SourceTree(around: ["."])).commit([replacement])
    } catch {
      throw InputFile.wrongUse(error.path, error.text)
    }
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
