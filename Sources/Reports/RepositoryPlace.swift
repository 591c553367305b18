/// Where in a repository a scan ran, for the code hosts that name files from its root.
package struct RepositoryPlace: Sendable, Hashable {
  /// The absolute path of the repository's root.
  private let root: [Substring]
  /// The absolute path of the folder that relative paths start from.
  private let folder: [Substring]

  /// Takes both as absolute paths with all links worked out.
  package init(root: String, folder: String) {
    self.root = root.split(separator: "/")
    self.folder = folder.split(separator: "/")
  }

  /// `path` as seen from the root; as it is where it lies outside of the repository.
  func path(of path: String) -> String {
    var parts = path.hasPrefix("/") ? [] : folder
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    guard parts.starts(with: root), parts.count > root.count else { return path }
    return parts.dropFirst(root.count).joined(separator: "/")
  }
}

extension ReportOptions {
  /// The path of a file as code hosts know it: from the root of the repository, without `./`.
  ///
  /// `-`, the standard input, is no file.
  func hostPath(_ path: String) -> String {
    if path == "-" { return path }
    var path = (repository?.path(of: path) ?? path)[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }

  /// `id` behind the name of the project, for stores that gather the findings of many projects: the
  /// same path in two of them is not the same thing.
  func projectWide(_ id: String) -> String { project.map { "\($0)/\(id)" } ?? id }
}
