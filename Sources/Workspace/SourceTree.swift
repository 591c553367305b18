internal import Glibc
package import SourceText

/// The folders that one scan is about, with everything below them.
///
/// Sources may name other files; a symbolic link among them must not make the scan read what lies
/// elsewhere on the machine.
package struct SourceTree: Sendable {
  /// The roots with all links worked out.
  private let roots: [String]

  /// Spans the repositories that `paths` belong to; outside of any, the paths themselves.
  package init(around paths: [String]) {
    roots = paths.compactMap(SourceTree.realPath).map { path in
      SourceTree.repository(around: path) ?? path
    }
  }

  /// Reads the file at `path` unless a link in it leads out of the tree.
  package func read(_ path: String) -> Result<SourceFile, FileProblem> {
    if let real = SourceTree.realPath(path), !contains(real), contains(SourceTree.written(path)) {
      return .failure(FileProblem(path: path, kind: .leadsOut))
    }
    return FileReader.read(path)
  }

  /// The names of the regular files in `folder`.
  package static func fileNames(in folder: String) -> Result<[String], FileProblem> {
    FileWalker.entries(of: folder.isEmpty ? "." : folder)
      .map { entries in entries.filter { !$0.isFolder }.map(\.name) }
  }

  private func contains(_ path: String) -> Bool {
    roots.contains { path == $0 || path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
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

  private static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The nearest folder from `path` upwards that holds a `.git`.
  private static func repository(around path: String) -> String? {
    var parts = path.split(separator: "/")
    while !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      if unsafe access(folder + "/.git", F_OK) == 0 { return folder }
      parts.removeLast()
    }
    return nil
  }
}
