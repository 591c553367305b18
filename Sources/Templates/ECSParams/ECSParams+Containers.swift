import Inventory
import SourceText

extension ECSParams {
  /// The memory in MiB of a container that says nothing of it.
  private static let defaultMemory = "512"

  /// The container of a service, with what the parameters say of it.
  func container(of shape: ComposeServiceShape) -> Value {
    guard shape.properties.object != nil else { return shape.properties }
    var table = MemberTable(shape.container)
    if let own = parameters(of: shape.service.name), own.object != nil {
      add(own, to: &table, shape)
    }
    if table["memory"] == nil, table["memoryReservation"] == nil {
      let memory = Value(.number(Self.defaultMemory), at: shape.service.location)
      table.set(.init("memory", memory))
    }
    return shape.properties.with(.object(table.object))
  }

  private static let members = [
    ("essential", "essential"), ("cpu_shares", "cpu"), ("depends_on", "dependsOn"),
    ("firelens_configuration", "firelensConfiguration"),
  ]

  private func add(_ own: Value, to table: inout MemberTable, _ shape: ComposeServiceShape) {
    for (key, name) in Self.members {
      if let value = own[key], !value.isNull { table.set(.init(name, value)) }
    }
    for (key, name) in [("mem_limit", "memory"), ("mem_reservation", "memoryReservation")] {
      if let value = own[key], !value.isNull { table.set(.init(name, shape.mebibytes(value))) }
    }
    if let process = own["init_process_enabled"] {
      var linux = MemberTable(table["linuxParameters"]?.object)
      linux.set(.init("initProcessEnabled", shape.bool(process)))
      table.set(.init("linuxParameters", own.with(.object(linux.object))))
    }
    if let check = own["healthcheck"] { table.set(.init("healthCheck", shape.healthCheck(check))) }
    if let secrets = own["secrets"] { table.set(.init("secrets", named(secrets))) }
    if let options = own["logging"]?["secret_options"] {
      var logging = MemberTable(table["logConfiguration"]?.object)
      logging.set(.init("secretOptions", named(options)))
      table.set(.init("logConfiguration", own.with(.object(logging.object))))
    }
    if let parameter = own["repository_credentials"]?["credentials_parameter"] {
      let credentials = [ValueObject.Member("credentialsParameter", parameter)]
      table.set(
        .init("repositoryCredentials", parameter.with(.object(ValueObject(credentials))))
      )
    }
  }

  /// A list of secrets in the spelling of the API.
  private func named(_ list: Value) -> Value {
    guard let elements = list.list else { return list }
    return list.with(.list(elements.map { $0.renaming(["value_from": "valueFrom"]) }))
  }

  /// The volumes that the parameters declare.
  var ownVolumes: [Value] {
    volumes(named: "docker_volumes", as: "dockerVolumeConfiguration", ["driver_opts": "driverOpts"])
      + volumes(
        named: "efs_volumes",
        as: "efsVolumeConfiguration",
        [
          "filesystem_id": "fileSystemId", "root_directory": "rootDirectory",
          "transit_encryption": "transitEncryption",
          "transit_encryption_port": "transitEncryptionPort",
        ]
      ).map(\.withAuthorization)
  }
}

extension Value {
  /// The object with other names for some of its members.
  func renaming(_ names: [String: String]) -> Value {
    guard let object else { return self }
    let members = object.members.map {
      ValueObject.Member(names[$0.name] ?? $0.name, $0.value, key: $0.key)
    }
    return with(.object(ValueObject(members)))
  }

  /// An EFS volume with its access point and IAM setting where the API nests them.
  fileprivate var withAuthorization: Value {
    guard var object, let settings = object["efsVolumeConfiguration"] else { return self }
    let names = ["access_point": "accessPointId", "iam": "iam"]
    let members = (settings.object?.members ?? []).compactMap { member in
      names[member.name].map { ValueObject.Member($0, member.value, key: member.key) }
    }
    let others = (settings.object?.members ?? []).filter { names[$0.name] == nil }
    let nested = ValueObject.Member(
      "authorizationConfig",
      settings.with(.object(ValueObject(members)))
    )
    let all = others + (members.isEmpty ? [] : [nested])
    object.set(.init("efsVolumeConfiguration", settings.with(.object(ValueObject(all)))))
    return with(.object(object))
  }
}
