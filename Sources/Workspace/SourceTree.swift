internal import Glibc
package import SourceText

/// The folders that one scan is about, with everything below them.
///
/// Sources may name other files; neither their paths nor symbolic links among them must make the scan
/// read what lies elsewhere on the machine.
package struct SourceTree: Sendable {
  /// The roots with all links worked out.
  private let roots: [String]

  /// Spans the repositories that `paths` belong to; `-` belongs to the current folder.
  ///
  /// Outside of any repository it is the current folder that counts, else that of the path itself.
  package init(around paths: [String]) {
    let current = SourceTree.realPath(".")
    roots = paths.compactMap { SourceTree.realPath($0 == "-" ? "." : $0) }.map { path in
      if let repository = SourceTree.repository(around: path) { return repository }
      if let current, current != "/", SourceTree.isWithin(path, current) { return current }
      return SourceTree.folder(of: path)
    }
  }

  /// Reads the file at `path` unless it lies outside of the tree.
  package func read(_ path: String) -> Result<SourceFile, FileProblem> {
    refusal(of: path).map { .failure($0) } ?? FileReader.read(path)
  }

  /// The names of the regular files in `folder` unless it lies outside of the tree.
  package func fileNames(in folder: String) -> Result<[String], FileProblem> {
    let folder = folder.isEmpty ? "." : folder
    return refusal(of: folder).map { .failure($0) }
      ?? FileWalker.entries(of: folder)
      .map { entries in entries.filter { !$0.isFolder }.map(\.name) }
  }

  /// Why `path` must not be read: it leads out of the tree as it is written, or by a link.
  private func refusal(of path: String) -> FileProblem? {
    guard let real = SourceTree.realPath(path), !contains(real) else { return nil }
    let isLink = contains(SourceTree.written(path))
    return FileProblem(path: path, kind: isLink ? .leadsOut : .outside)
  }

  /// Whether `path`, all links worked out, is one of the roots or below.
  func contains(_ path: String) -> Bool {
    roots.contains { SourceTree.isWithin(path, $0) }
  }

  private static func isWithin(_ path: String, _ root: String) -> Bool {
    path == root || path.hasPrefix(root == "/" ? "/" : root + "/")
  }

  /// The folder at `path`, or that of the file there.
  private static func folder(of path: String) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return path }
    let parts = path.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }

  /// The absolute path as it is written, `.` and `..` worked out without a look at the disk.
  private static func written(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in ((isAbsolute ? "" : (realPath(".") ?? "") + "/") + path).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The absolute path with all links worked out; `nil` where there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The repository that the current folder is in, and that folder, as absolute paths; `nil` outside
  /// of any.
  package static var currentRepository: (root: String, folder: String)? {
    guard let folder = realPath("."), let root = repository(around: folder) else { return nil }
    return (root, folder)
  }

  /// The nearest folder from `path` upwards that holds a `.git`.
  static func repository(around path: String) -> String? {
    var parts = path.split(separator: "/")
    while !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      if unsafe access(folder + "/.git", F_OK) == 0 { return folder }
      parts.removeLast()
    }
    return nil
  }
}
