import Inventory
import SourceText

/// One service of a Compose project in the shape of an ECS container, and what goes beyond it.
struct ComposeServiceShape {
  let service: ComposeProject.Service
  private(set) var properties: Value

  var project: ComposeProject { service.project }
  var reading: ComposeReading { project.reading }

  /// The members of a container definition that the service says something of.
  var container: ValueObject {
    let beyond: Set = ["pidMode", "ipcMode", "networkMode", "usernsMode", "volumes"]
    let all = properties.object?.members ?? []
    return ValueObject(
      all.filter { !beyond.contains($0.name) && $0.name != "build" && $0.name != "profiles" }
    )
  }

  /// Brings `service` into the shape.
  init(_ service: ComposeProject.Service) {
    self.service = service
    properties = service.value
    guard service.value.object != nil else { return }
    var table = MemberTable()
    table.set(.init("name", Value(.string(service.name), at: service.location)))
    addScalars(to: &table)
    addCommands(to: &table)
    addSizes(to: &table)
    addLists(to: &table)
    addLinuxParameters(to: &table)
    addVolumes(to: &table)
    addHealthCheck(to: &table)
    addLogging(to: &table)
    addUnknowns(to: &table)
    properties = service.value.with(.object(table.object))
  }

  /// The resource that controls judge.
  var resource: Resource {
    Resource(
      id: ResourceID(service.name),
      kind: .composeService,
      type: "Compose::Service",
      properties: properties,
      location: service.location
    )
  }

  /// What the service says under `key`; `nil` where that is nothing.
  func value(_ key: String) -> Value? {
    service.value[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The bytes of the key `key`.
  func key(_ key: String) -> SourceLocation? { service.value.object?.member(key)?.key }

  /// Reports that `value` is not `expected`, and leaves it unknown.
  func wrong(_ value: Value, expected: String) -> Value {
    if let place = value.origin { reading.log.add(.wrongComposeType(expected, at: place)) }
    return value.unknown(.malformed(expected: expected))
  }

  /// The list under `key`, each element transformed; unknown where something else stands there.
  func list(
    _ key: String,
    expected: String = "list",
    _ transform: (Value) -> Value = { $0 }
  ) -> Value? {
    guard let value = value(key) else { return nil }
    if let elements = value.list { return value.with(.list(elements.map(transform))) }
    return value.unknownReason == nil ? wrong(value, expected: expected) : value
  }

  /// The mapping under `key` as a list, each member transformed.
  func pairs(
    _ key: String,
    _ transform: (ValueObject.Member) -> Value
  ) -> Value? {
    guard let value = value(key) else { return nil }
    if let object = value.object { return value.with(.list(object.members.map(transform))) }
    return value.unknownReason == nil ? wrong(value, expected: "mapping") : value
  }

  /// The scalar `value`, or an unknown one where a list or a mapping stands.
  func text(_ value: Value) -> Value {
    value.list == nil && value.object == nil ? value : wrong(value, expected: "string")
  }

  /// The Boolean that `value` stands for, as Compose reads texts.
  func bool(_ value: Value) -> Value {
    switch value.content {
    case .bool, .unknown: return value
    case .partial: return value.unknown(value.doubt ?? .malformed(expected: "true or false"))
    default: break
    }
    switch value.text?.lowercased() {
    case "true", "yes", "y", "on", "1": return value.with(.bool(true))
    case "false", "no", "n", "off", "0", "": return value.with(.bool(false))
    default: return wrong(value, expected: "true or false")
    }
  }

  /// Leaves open what a service that could not be read may have said.
  private func addUnknowns(to table: inout MemberTable) {
    guard let doubt = service.doubt else { return }
    for name in ComposeServiceShape.members where table[name] == nil {
      table.set(.init(name, service.value.unknown(doubt)))
    }
  }

  /// The members on which a service that is known in part leaves a doubt.
  private static let members = [
    "image", "user", "privileged", "readonlyRootFilesystem", "linuxParameters",
    "dockerSecurityOptions", "memory", "memoryReservation", "cpu", "healthCheck", "environment",
    "secrets", "mountPoints", "volumes", "portMappings", "logConfiguration", "ulimits",
    "systemControls", "extraHosts", "pidMode", "ipcMode", "networkMode", "usernsMode", "command",
    "entryPoint",
  ]
}
