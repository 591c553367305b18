import Inventory

extension ComposeServiceShape {
  /// One mount: what is mounted, where, and whether it is read-only.
  private struct Mount {
    let whole: Value
    var source: Value?
    var target: Value?
    var isReadOnly: Value?
    /// Whether the source is a path of the host; `nil` where the source tells.
    var isBind: Bool?
  }

  /// Adds mount points, and the volumes that they mount.
  func addVolumes(to table: inout MemberTable) {
    guard let list = value("volumes") else { return }
    guard let elements = list.list else {
      let value = list.unknownReason == nil ? wrong(list, expected: "list") : list
      table.set(.init("volumes", value, key: key("volumes")))
      return table.set(.init("mountPoints", value, key: key("volumes")))
    }
    var volumes: [Value] = []
    var points: [Value] = []
    var names: Set<String> = []
    for element in elements {
      if element.unknownReason != nil {
        volumes.append(element)
        points.append(element)
      } else if let mount = mount(element), let source = mount.source {
        points.append(mountPoint(mount, source))
        guard names.insert(source.text ?? "\(volumes.count)").inserted else { continue }
        volumes.append(volume(mount, source))
      }
    }
    table.set(.init("volumes", list.with(.list(volumes)), key: key("volumes")))
    table.set(.init("mountPoints", list.with(.list(points)), key: key("volumes")))
  }

  /// What one element mounts; `nil` for a file system in memory, and for what is no mount at all.
  private func mount(_ element: Value) -> Mount? {
    guard element.object == nil else { return longMount(element) }
    guard element.pieces != nil else {
      _ = wrong(element, expected: "./data:/data")
      return nil
    }
    let parts = element.pathParts
    guard parts.count > 1 else { return Mount(whole: element, source: nil, target: parts[0]) }
    var mount = Mount(whole: element, source: parts[0], target: parts[1])
    let modes = parts.count > 2 ? parts[2].text?.split(separator: ",") ?? [] : []
    mount.isReadOnly = element.with(.bool(modes.contains("ro")))
    return mount
  }

  private func longMount(_ element: Value) -> Mount? {
    let type = element["type"]?.text
    guard type != "tmpfs" else { return nil }
    var mount = Mount(whole: element, source: element["source"], target: element["target"])
    mount.isReadOnly = element["read_only"].map(bool)
    mount.isBind = type.map { $0 == "bind" || $0 == "npipe" }
    return mount
  }

  private func mountPoint(_ mount: Mount, _ source: Value) -> Value {
    var members = [ValueObject.Member("sourceVolume", source)]
    if let target = mount.target { members.append(.init("containerPath", text(target))) }
    if let isReadOnly = mount.isReadOnly { members.append(.init("readOnly", isReadOnly)) }
    return mount.whole.with(.object(ValueObject(members)))
  }

  /// The volume that `source` names: a path of the host, or a volume of the project.
  private func volume(_ mount: Mount, _ source: Value) -> Value {
    var members = [ValueObject.Member("name", source)]
    if mount.isBind ?? source.isHostPath {
      let host = [ValueObject.Member("sourcePath", text(source))]
      members.append(.init("host", source.with(.object(ValueObject(host)))))
    } else if let settings = source.text.flatMap({ project.volumes[$0] }), settings.object != nil {
      var configuration: [ValueObject.Member] = []
      for (key, name) in [("driver", "driver"), ("driver_opts", "driverOpts")] {
        if let value = settings[key], !value.isNull { configuration.append(.init(name, value)) }
      }
      let value = settings.with(.object(ValueObject(configuration)))
      if !configuration.isEmpty { members.append(.init("dockerVolumeConfiguration", value)) }
    }
    return mount.whole.with(.object(ValueObject(members)))
  }
}

extension Value {
  /// The parts between colons; that of a Windows drive belongs to its path.
  var pathParts: [Value] {
    let parts = parts(separatedBy: ":")
    var joined: [Value] = []
    for part in parts {
      guard let drive = joined.last?.text, drive.utf8.count == 1, let path = part.text,
        path.hasPrefix("\\") || path.hasPrefix("/"),
        drive.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
      else {
        joined.append(part)
        continue
      }
      joined[joined.count - 1] = with(.string("\(drive):\(path)"))
    }
    return joined
  }

  /// Whether a source is a path of the host, not the name of a volume; so are unknown ones.
  fileprivate var isHostPath: Bool {
    guard case .literal(let text)? = pieces?.first else { return true }
    let isDrive = text.utf8.dropFirst().first == UInt8(ascii: ":")
    return isDrive || text.hasPrefix("/") || text.hasPrefix(".") || text.hasPrefix("~")
      || text.hasPrefix("\\")
  }
}
