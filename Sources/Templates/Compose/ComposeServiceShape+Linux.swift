import Inventory

extension ComposeServiceShape {
  /// Adds capabilities, devices, file systems in memory, the init process and shared memory.
  func addLinuxParameters(to table: inout MemberTable) {
    var members = MemberTable()
    if let capabilities = capabilities() { members.set(.init("capabilities", capabilities)) }
    if let devices = list("devices", device) {
      members.set(.init("devices", devices, key: key("devices")))
    }
    if let tmpfs = temporaryFileSystems() { members.set(.init("tmpfs", tmpfs, key: key("tmpfs"))) }
    if let process = value("init") { members.set(.init("initProcessEnabled", bool(process))) }
    if let size = value("shm_size") { members.set(.init("sharedMemorySize", mebibytes(size))) }
    guard !members.object.members.isEmpty else { return }
    table.set(.init("linuxParameters", service.value.with(.object(members.object))))
  }

  private func capabilities() -> Value? {
    var members: [ValueObject.Member] = []
    for (key, name) in [("cap_add", "add"), ("cap_drop", "drop")] {
      guard let list = list(key, capability) else { continue }
      members.append(.init(name, list, key: self.key(key)))
    }
    return members.isEmpty ? nil : service.value.with(.object(ValueObject(members)))
  }

  /// A capability in the spelling of the API: `cap_sys_admin` is `SYS_ADMIN`.
  private func capability(_ value: Value) -> Value {
    guard let name = value.text?.uppercased() else { return text(value) }
    return value.with(.string(name.hasPrefix("CAP_") ? String(name.dropFirst(4)) : name))
  }

  /// A device: `/dev/a:/dev/b:rwm`, or a mapping.
  private func device(_ value: Value) -> Value {
    if value.unknownReason != nil { return value }
    let names = ["hostPath", "containerPath", "permissions"]
    if value.object != nil {
      let keys = ["source", "target", "permissions"]
      let members = zip(names, keys).compactMap { name, key in
        value[key].map { ValueObject.Member(name, $0) }
      }
      return value.with(.object(ValueObject(members)))
    }
    guard value.pieces != nil else { return wrong(value, expected: "/dev/sda:/dev/sda") }
    let members = zip(names, value.pathParts).map { ValueObject.Member($0, $1) }
    return value.with(.object(ValueObject(members)))
  }

  /// The mounts under `tmpfs`, and those among the volumes.
  private func temporaryFileSystems() -> Value? {
    let mounts = list("tmpfs", temporaryFileSystem)
    let volumes = (value("volumes")?.list ?? []).filter { $0["type"]?.text == "tmpfs" }
    guard !volumes.isEmpty else { return mounts }
    let more = volumes.map { volume -> Value in
      var members: [ValueObject.Member] = []
      if let target = volume["target"] { members.append(.init("containerPath", target)) }
      if let size = volume["tmpfs"]?["size"] { members.append(.init("size", mebibytes(size))) }
      return volume.with(.object(ValueObject(members)))
    }
    return (mounts ?? volumes[0]).with(.list((mounts?.list ?? []) + more))
  }

  /// A mount such as `/run:size=64m,noexec`.
  private func temporaryFileSystem(_ value: Value) -> Value {
    guard value.pieces != nil else {
      return value.unknownReason == nil ? wrong(value, expected: "/run") : value
    }
    let halves = value.parts(separatedBy: ":", limit: 2)
    var members = [ValueObject.Member("containerPath", halves[0])]
    let options = halves.count > 1 ? halves[1].parts(separatedBy: ",") : []
    let size = options.first { $0.begins(with: "size=") }
    if let size = size?.parts(separatedBy: "=", limit: 2).last {
      members.append(.init("size", mebibytes(size)))
    }
    let others = options.filter { !$0.begins(with: "size=") }
    if !others.isEmpty { members.append(.init("mountOptions", value.with(.list(others)))) }
    return value.with(.object(ValueObject(members)))
  }
}
