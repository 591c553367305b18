internal import Glibc
package import SourceText

/// Reads files from disk into memory, with bounds.
package enum FileReader {
  /// The size above which a file is not read: 64 MiB.
  ///
  /// CloudFormation takes templates up to 1 MB and Amazon ECS task definitions up to 64 KB, so a
  /// larger file cannot be deployed.
  package static let sizeLimit = 64 << 20

  /// Reads the regular file at `path`; `name` is the path that reports show.
  ///
  /// Symbolic links are followed. Folders, pipes, sockets and devices are refused without being
  /// opened for reading, so the call never blocks.
  package static func read(_ path: String, name: String? = nil) -> Result<SourceFile, FileProblem> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(FileProblem(path: path, errno: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      return .failure(FileProblem(path: path, errno: errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(FileProblem(path: path, kind: .notRegular))
    }
    guard status.st_size <= sizeLimit else {
      return .failure(FileProblem(path: path, kind: .tooLarge(bytes: Int(status.st_size))))
    }
    return contents(of: descriptor, path: path, expecting: Int(status.st_size))
      .map { SourceFile(path: name ?? path, bytes: $0) }
  }

  /// Reads standard input to its end; reports call it `-`.
  package static func readStandardInput() -> Result<SourceFile, FileProblem> {
    contents(of: STDIN_FILENO, path: "-", expecting: 0).map { SourceFile(path: "-", bytes: $0) }
  }

  private static func contents(
    of descriptor: CInt,
    path: String,
    expecting size: Int
  ) -> Result<[UInt8], FileProblem> {
    var bytes: [UInt8] = []
    var chunk = size > 0 ? size + 1 : 64 << 10
    while true {
      let (more, failure) = nextBytes(of: descriptor, atMost: chunk)
      if let failure { return .failure(FileProblem(path: path, errno: failure)) }
      if more.isEmpty { return .success(bytes) }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if bytes.count == size { return .success(bytes) }
      if bytes.count > sizeLimit {
        return .failure(FileProblem(path: path, kind: .tooLarge(bytes: bytes.count)))
      }
      chunk = 64 << 10
    }
  }

  private static func nextBytes(
    of descriptor: CInt,
    atMost capacity: Int
  ) -> (bytes: [UInt8], failure: CInt?) {
    var failure: CInt?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while true {
        let result = unsafe Glibc.read(descriptor, buffer.baseAddress, capacity)
        if result < 0, errno == EINTR { continue }
        if result < 0 { failure = errno }
        count = max(result, 0)
        return
      }
    }
    return (bytes, failure)
  }
}
