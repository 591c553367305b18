package import SourceText
internal import Synchronization
package import Templates

/// Reads files as the editor holds them, and those that are not open from where they lie.
///
/// It keeps a record of the paths that were asked for: what was made from them is out of date as
/// soon as one of these files changes, or begins to exist.
package final class OverlayLoader: SourceLoader {
  private let root: String
  private let buffers: [String: SourceFile]
  private let base: any SourceLoader
  private let asked = Mutex<Set<String>>([])

  /// Lays the texts of an editor over `base`.
  ///
  /// - Parameters:
  ///   - buffers: the texts by absolute path
  ///   - root: the absolute path of the folder in which relative paths begin
  ///   - base: reads what is not open
  package init(_ buffers: [String: SourceFile], root: String, over base: any SourceLoader) {
    self.buffers = buffers
    self.root = root
    self.base = base
  }

  /// A loader that takes `files` for what stands in the editor or lies on disk, by their paths.
  func upon(_ files: [String: SourceFile]) -> OverlayLoader {
    let edited = files.map { (RelativePath.absolute($0.key, from: root), $0.value) }
    return OverlayLoader(buffers.merging(edited) { $1 }, root: root, over: base)
  }

  /// The absolute paths of the files that were asked for.
  package var askedPaths: Set<String> { asked.withLock { $0 } }

  package func load(_ path: String) -> Result<SourceFile, LoadError> {
    let place = RelativePath.absolute(path, from: root)
    asked.withLock { _ = $0.insert(place) }
    guard let buffer = buffers[place] else { return base.load(path) }
    return .success(buffer.path == path ? buffer : SourceFile(path: path, bytes: buffer.bytes))
  }

  /// The files of `folder` on disk, and those that are open and were never saved.
  package func list(_ folder: String) -> Result<[String], LoadError> {
    let place = RelativePath.absolute(folder, from: root)
    let open = buffers.keys.filter { RelativePath.folder(of: $0) == place }
      .map(RelativePath.name)
    switch base.list(folder) {
    case .success(let names): return .success(names + Set(open).subtracting(names).sorted())
    case .failure(let error): return open.isEmpty ? .failure(error) : .success(open.sorted())
    }
  }
}

extension RelativePath {
  /// The absolute path of the file that `path` names as seen from the absolute folder `root`.
  static func absolute(_ path: String, from root: String) -> String {
    normalized(path.hasPrefix("/") ? path : "\(root)/\(path)")
  }

  /// The path of the file at the absolute `path` as seen from `root`; still absolute outside of it.
  static func shortened(_ path: String, from root: String) -> String {
    let folder = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
