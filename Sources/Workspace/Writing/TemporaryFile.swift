internal import Glibc

/// A file beside the one whose place it is to take: `.name.funaban-PROCESS-RANDOM`.
struct TemporaryFile {
  private static let mark = ".funaban-"
  /// The bytes of the original's name that are kept, so that the whole is no longer than 255.
  private static let nameLimit = 200

  /// The file whose place it takes.
  let original: WritableFile
  private let path: String

  /// Writes `contents` to disk, with the owner and the mode of `original`; leaves nothing on failure.
  init(_ contents: [UInt8], for original: WritableFile) throws(WriteProblem) {
    self.original = original
    let name = String(decoding: original.lastName.utf8.prefix(Self.nameLimit), as: UTF8.self)
    let random = String(UInt32.random(in: .min ... .max), radix: 16)
    path = "\(original.folder)/.\(name)\(Self.mark)\(getpid())-\(random)"
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw WriteProblem(path: original.name, errno: errno) }
    defer { close(descriptor) }
    do throws(WriteProblem) {
      try Self.write(contents, to: descriptor, for: original.name)
      try original.handDown(to: descriptor)
      guard fsync(descriptor) == 0 else { throw WriteProblem(path: original.name, errno: errno) }
    } catch {
      remove()
      throw error
    }
  }

  /// Puts the file in the place of the original, at once: whoever opens the path gets the old or
  /// the new contents.
  func replaceOriginal() throws(WriteProblem) {
    guard unsafe rename(path, original.path) == 0 else {
      throw WriteProblem(path: original.name, errno: errno)
    }
  }

  /// Removes the file, where it is still there.
  func remove() { _ = unsafe unlink(path) }

  /// Removes from `folder` what runs that were killed left there.
  static func removeLeftovers(in folder: String) {
    guard case .success(let entries) = FileWalker.entries(of: folder) else { return }
    for entry in entries where !entry.isFolder && isLeftover(entry.name) {
      _ = unsafe unlink("\(folder)/\(entry.name)")
    }
  }

  /// Whether a file of this name was made by a process that has ended.
  private static func isLeftover(_ name: String) -> Bool {
    guard name.hasPrefix("."), let mark = name.ranges(of: mark).last else { return false }
    let parts = name[mark.upperBound...].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, UInt32(parts[1], radix: 16) != nil,
      let process = pid_t(parts[0]), process > 0
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  private static func write(
    _ contents: [UInt8],
    to descriptor: CInt,
    for name: String
  ) throws(WriteProblem) {
    var rest = contents[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw WriteProblem(path: name, errno: errno) }
      rest = rest.dropFirst(count)
    }
  }
}
