import Inventory

extension PlannedMount {
  /// The element of `linuxParameters.tmpfs`; `nil` for a volume.
  ///
  /// A tmpfs belongs to root and takes the mode of the folder in the image (opencontainers/runc#3912):
  /// others than root can write to it only where the mode says so, as that of `/tmp` does. Docker
  /// mounts it `noexec` unless told otherwise.
  func tmpfs(isRoot: Bool) -> SourceLiteral? {
    guard case .tmpfs(let mebibytes) = kind else { return nil }
    let isOpen = isRoot || ["/tmp", "/var/tmp"].contains(need.path)
    let mode = need.mode ?? (isOpen ? nil : "1777")
    let options = (need.needsExecution ? ["exec"] : []) + (mode.map { ["mode=\($0)"] } ?? [])
    var members = [
      SourceLiteral.Member("containerPath", .string(need.path)),
      SourceLiteral.Member("size", .number("\(mebibytes)")),
    ]
    if !options.isEmpty {
      members.append(.init("mountOptions", .list(options.map(SourceLiteral.string))))
    }
    return .object(members)
  }

  /// The element of `mountPoints`; `nil` for a tmpfs.
  var mountPoint: SourceLiteral? {
    kind.volume.map { .mountPoint(of: $0, at: need.path) }
  }
}

extension PlannedMount.Kind {
  /// Whether memory is mounted.
  var isTmpfs: Bool { mebibytes != nil }

  /// The size of a tmpfs.
  var mebibytes: Int? { if case .tmpfs(let size) = self { size } else { nil } }

  /// The name of a volume.
  var volume: String? {
    switch self {
    case .tmpfs: nil
    case .volume(let name), .fileSystem(let name, _): name
    }
  }
}

extension SourceLiteral {
  /// An element of `mountPoints`.
  static func mountPoint(of volume: String, at path: String) -> SourceLiteral {
    .object([
      Member("sourceVolume", .string(volume)), Member("containerPath", .string(path)),
    ])
  }

  /// An element of `volumes`: an empty one, or a file system.
  ///
  /// An access point decides the folder. Without one, each path gets a folder of its own.
  static func volume(_ name: String, on system: PersistentFileSystem? = nil) -> SourceLiteral {
    guard let system else { return .object([Member("name", .string(name))]) }
    var members = [Member("fileSystemId", .string(system.fileSystemID))]
    if system.accessPointID == nil {
      members.append(Member("rootDirectory", .string("/\(name)")))
    }
    members.append(Member("transitEncryption", .string("ENABLED")))
    if let point = system.accessPointID {
      let authorization = SourceLiteral.object([Member("accessPointId", .string(point))])
      members.append(Member("authorizationConfig", authorization))
    }
    return .object([
      Member("name", .string(name)), Member("efsVolumeConfiguration", .object(members)),
    ])
  }
}
