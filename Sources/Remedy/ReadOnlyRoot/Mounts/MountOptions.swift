/// What whoever runs the containers decides about their writable paths.
package struct MountOptions: Sendable {
  /// The paths that are known to be written to.
  package var writablePaths: [DeclaredPath] = []
  /// Whether nothing but those paths is written to.
  package var writesNothing = false
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

  /// The file system for `need`: one given for its path, else one given for all lasting data.
  func fileSystem(for need: WritableNeed) -> PersistentFileSystem? {
    fileSystems.first { $0.path == need.path }
      ?? (need.isPersistent ? fileSystems.first { $0.path == nil } : nil)
  }
}

/// A path that somebody says is written to, in one container or in all.
package struct DeclaredPath: Sendable, Hashable {
  /// The container; `nil` for all.
  package let container: String?
  /// The absolute path.
  package let path: String

  /// Reads `/var/cache` or `web:/var/cache`; `nil` for what is no absolute path to mount upon.
  package init?(_ text: String) {
    let mark = text.hasPrefix("/") ? nil : text.firstIndex(of: ":")
    container = mark.map { String(text[..<$0]) }
    let path = mark.map { String(text[text.index(after: $0)...]) } ?? text
    guard let real = ContainerPath(path), !real.belongsToRuntime else { return nil }
    self.path = path
  }
}

/// A file system of Amazon EFS for data that must outlive the tasks.
package struct PersistentFileSystem: Sendable, Hashable {
  /// The real path that it is for; `nil` for every one whose data must last.
  package let path: String?
  /// The identifier: `fs-0123456789abcdef0`.
  package let fileSystemID: String
  /// The access point, which makes the folder and decides its owner.
  package let accessPointID: String?

  /// Reads `efs:FS` or `efs:FS/ACCESS_POINT`, with `PATH=` in front for one path; else `nil`.
  package init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard let target = parts.last, target.hasPrefix("efs:fs-") else { return nil }
    let ids = target.dropFirst("efs:".count).split(separator: "/").map(String.init)
    guard ids.count == 1 || ids.count == 2 && ids[1].hasPrefix("fsap-") else { return nil }
    path = parts.count == 2 ? ContainerPath(parts[0])?.text : nil
    guard path != nil || parts.count == 1 else { return nil }
    fileSystemID = ids[0]
    accessPointID = ids.count == 2 ? ids[1] : nil
  }
}
