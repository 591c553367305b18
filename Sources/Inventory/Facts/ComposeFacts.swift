/// Facts about one service of a Compose file.
enum ComposeFacts {
  static let table: [String: Fact] = [
    "engineSockets": engineSockets,
    "hostPaths": hostPaths,
  ]

  /// The mounts through which the container commands the engine that runs it.
  static let engineSockets: Fact = { site in
    site.list(site.mountedPaths.filter { $0.isSocket != false }.map(\.asSocket))
  }

  /// The paths of the host that the container mounts, but for sockets of the engine and time zones.
  static let hostPaths: Fact = { site in
    site.list(site.mountedPaths.filter { $0.isSocket != true && !$0.isTimeZone })
  }
}

extension FactSite {
  /// The paths of the host behind the volumes: bind mounts, and volumes that are bind mounts.
  fileprivate var mountedPaths: [Value] {
    guard let volumes = value["volumes"] else { return [] }
    return volumes.elements.compactMap { volume in
      if volume.unknownReason != nil { return volume }
      let options = volume.at("dockerVolumeConfiguration", "driverOpts")
      let path = volume.at("host", "sourcePath") ?? options?["device"]
      return path.flatMap { $0.isNull ? nil : $0 }
    }
  }
}

extension Value {
  private static let sockets = [
    "docker.sock", "containerd.sock", "podman.sock", "crio.sock", "pipe\\docker_engine",
    "pipe/docker_engine",
  ]

  private static let timeZones = ["/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo"]

  /// Whether the path is a socket of a container engine; `nil` where that is not known.
  fileprivate var isSocket: Bool? {
    switch content {
    case .string(let text): return Value.sockets.contains { text.hasSuffix($0) }
    case .partial(let pieces):
      guard case .literal(let end)? = pieces.last else { return nil }
      if Value.sockets.contains(where: end.hasSuffix) { return true }
      return Value.sockets.contains { $0.hasSuffix(end) } ? nil : false
    case .unknown, .reference: return nil
    default: return false
    }
  }

  /// The value as one that is a socket, or that may be one.
  fileprivate var asSocket: Value {
    guard isSocket == nil, let reason = firstUnknownReason else { return self }
    return unknown(reason)
  }

  fileprivate var isTimeZone: Bool {
    guard case .string(let text) = content else { return false }
    return Value.timeZones.contains { text == $0 || text.hasPrefix($0 + "/") }
  }
}
