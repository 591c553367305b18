/// Paths as templates write them, with slashes.
package enum RelativePath {
  /// The path with `.`, `..` and doubled slashes worked out, by which two spellings are one file.
  ///
  /// What a template includes and what an assembly lists is named this way.
  package static func normalized(_ path: String) -> String { join(path, "") }

  /// The folder of the file at `path`; empty for a file without one.
  package static func folder(of path: String) -> String {
    let parts = path.parts(separatedBy: "/").dropLast()
    return parts.count == 1 && parts[0].isEmpty ? "/" : parts.joined(separator: "/")
  }

  /// The file name at the end of `path`.
  package static func name(of path: String) -> String {
    path.parts(separatedBy: "/").last.map(String.init) ?? path
  }

  /// The path of `relative` as seen from `folder`, `.` and `..` worked out.
  static func join(_ folder: String, _ relative: String) -> String {
    let isAbsolute = folder.hasPrefix("/")
    var parts: [Substring] = []
    for part in folder.parts(separatedBy: "/") + relative.parts(separatedBy: "/") {
      switch part {
      case "", ".": continue
      case ".." where !parts.isEmpty && parts.last != "..": parts.removeLast()
      default: parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}

extension RelativePath {
  /// Whether `path` lies in `folder` or is it; both normalized.
  package static func isWithin(_ path: String, _ folder: String) -> Bool {
    if folder.isEmpty { return !path.hasPrefix("/") && path != ".." && !path.hasPrefix("../") }
    return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// The path of `path` as seen from `folder`, both normalized; `.` for the folder itself.
  static func relative(_ path: String, to folder: String) -> String {
    let target = path.split(separator: "/")
    let start = folder.split(separator: "/")
    let shared = zip(target, start).prefix { $0 == $1 }.count
    // A folder above that is itself written as `..` has no name to come back by.
    guard !start.dropFirst(shared).contains("..") else { return path }
    let parts =
      start.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared).map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
