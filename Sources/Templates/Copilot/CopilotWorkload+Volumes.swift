import Inventory
import SourceText

extension CopilotWorkload {
  /// The volumes of the task: EFS file systems, and empty ones.
  mutating func volumes() -> Value? {
    guard let given = value("storage", "volumes") else { return nil }
    guard let object = given.object else { return wrong(given, expected: "mapping") }
    let volumes = object.members.map { member -> Value in
      let settings = implied.object([
        "Name": Value(.string(member.name), at: member.key),
        "EFSVolumeConfiguration": member.value["efs"].flatMap { fileSystem($0) },
      ])
      return member.value.with(settings.content)
    }
    return given.with(.list(volumes))
  }

  /// The file system: one that Copilot manages behind an access point, or one by its id.
  private func fileSystem(_ given: Value) -> Value? {
    if given.content == .bool(false) || given.isNull { return nil }
    if let reason = given.unknownReason { return given.unknown(reason) }
    let isManaged = given["id"] == nil
    let authorization = implied.object([
      "AccessPointId": given["auth"]?["access_point_id"]
        ?? (isManaged ? implied.unknown(.attribute("AccessPoint")) : nil),
      "IAM": given["auth"]?["iam"].map(state)
        ?? implied.text(isManaged ? "ENABLED" : "DISABLED"),
    ])
    let settings = implied.object([
      "FilesystemId": given["id"].map(imported)
        ?? implied.unknown(.attribute("EnvControllerAction.ManagedFileSystemID")),
      "RootDirectory": given["root_dir"] ?? implied.text("/"),
      "TransitEncryption": implied.text("ENABLED"),
      "AuthorizationConfig": authorization,
    ])
    return given.with(settings.content)
  }

  private func state(_ value: Value) -> Value {
    guard case .bool(let isOn) = value.content else { return value }
    return value.with(.string(isOn ? "ENABLED" : "DISABLED"))
  }

  /// Where a container mounts the volume `name`; read-only unless it says otherwise.
  func mountPoint(_ name: String, _ settings: Value, at key: SourceLocation?) -> Value {
    let point = implied.object([
      "SourceVolume": Value(.string(name), at: key),
      "ContainerPath": settings["path"],
      "ReadOnly": settings["read_only"] ?? implied.value(.bool(true)),
    ])
    return settings.with(point.content)
  }
}
