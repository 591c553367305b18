/// What whoever runs the containers decides about their writable paths.
package struct MountOptions: Sendable {
  /// The paths that are known to be written to.
  package var writablePaths: [DeclaredPath] = []
  /// Whether nothing but those paths is written to, whatever the container.
  package var writesNothing = false
  /// The containers that write to nothing but those paths.
  package var silentContainers: Set<String> = []
  /// Whether ECS Exec is to go on working, which AWS does not support.
  package var keepsExec = false
  /// Whether volumes of the task are taken even where a tmpfs would do.
  package var prefersVolumes = false
  /// The file systems for what must outlive the tasks.
  package var fileSystems: [PersistentFileSystem] = []
  /// The sizes of tmpfs mounts in MiB, by path.
  package var sizes: [String: Int] = [:]
  /// The size of any other tmpfs in MiB, unless the catalogue knows better.
  package var defaultSize = 64

  /// Decides nothing: the catalogue and the Dockerfiles do.
  package init() {}

  /// The real paths that are given for the container `name`.
  func declaredPaths(of name: String?) -> [String] {
    writablePaths.filter { $0.container == nil || $0.container == name }
      .compactMap { ContainerPath($0.path)?.text }
  }

  /// Whether the container `name` writes to nothing but the declared paths.
  func writesNothing(in name: String?) -> Bool {
    writesNothing || name.map(silentContainers.contains) ?? false
  }

  /// The file system for `need`: one given for its path, else one given for all lasting data.
  func fileSystem(for need: WritableNeed, in container: String) -> PersistentFileSystem? {
    let own = fileSystems.filter { $0.container == nil || $0.container == container }
    return own.first { $0.path == need.path }
      ?? (need.isPersistent ? own.first { $0.path == nil } : nil)
  }
}

/// A path that somebody says is written to, in one container or in all.
package struct DeclaredPath: Sendable, Hashable {
  /// The container; `nil` for all.
  package let container: String?
  /// The absolute path.
  package let path: String

  /// Reads `/var/cache` or `web=/var/cache`; `nil` for what is no absolute path to mount upon.
  package init?(_ text: String) {
    let (container, path) = text.splitAtContainer
    guard let real = ContainerPath(path), !real.belongsToRuntime else { return nil }
    self.container = container
    self.path = path
  }
}

/// A file system of Amazon EFS for data that must outlive the tasks.
package struct PersistentFileSystem: Sendable, Hashable {
  /// The container that it is for; `nil` for all.
  package let container: String?
  /// The real path that it is for; `nil` for every one whose data must last.
  package let path: String?
  /// The identifier: `fs-0123456789abcdef0`.
  package let fileSystemID: String
  /// The access point, which makes the folder and decides its owner.
  package let accessPointID: String?

  /// Reads `FS` or `FS:ACCESS_POINT`, with `PATH=` or `CONTAINER=PATH=` in front; else `nil`.
  package init?(_ text: String) {
    let mark = text.lastIndex(of: "=")
    let ids = text[(mark.map(text.index(after:)) ?? text.startIndex)...]
      .split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard ids[0].hasPrefix("fs-"), ids.count == 1 || ids.count == 2 && ids[1].hasPrefix("fsap-")
    else { return nil }
    let place = mark.map { String(text[..<$0]).splitAtContainer }
    container = place?.container
    path = place.flatMap { ContainerPath($0.path)?.text }
    guard place == nil || path != nil else { return nil }
    fileSystemID = ids[0]
    accessPointID = ids.count == 2 ? ids[1] : nil
  }
}

extension String {
  /// The name of the container before a path, if there is one, and the path.
  fileprivate var splitAtContainer: (container: String?, path: String) {
    guard !hasPrefix("/"), let mark = firstIndex(of: "=") else { return (nil, self) }
    return (String(self[..<mark]), String(self[index(after: mark)...]))
  }
}
