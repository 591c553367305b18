/// Paths in a container.
enum ContainerPath {
  /// The longest path that Linux takes.
  private static let limit = 4_096

  /// The absolute path that `path` means in `folder`, `.` and `..` worked out; `nil` where the
  /// folder is needed and not known, and for what is too long for a path.
  static func absolute(_ path: String, in folder: String?) -> String? {
    guard let folder = path.hasPrefix("/") ? "/" : folder,
      folder.utf8.count + path.utf8.count < limit
    else { return nil }
    return RelativePath.join(folder, path)
  }
}
