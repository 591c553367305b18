import Inventory
import SourceText

/// The types of the members of a task definition, to find values that cannot stand where they do.
enum TaskDefinitionTypes {
  /// What may stand in a place.
  private indirect enum Shape: Sendable {
    case scalar
    case map
    case list(Shape)
    case object([String: Shape])
  }

  /// The members whose values are elsewhere when there are only container definitions.
  static let membersBesideContainers = [
    "networkMode", "pidMode", "ipcMode", "taskRoleArn", "executionRoleArn", "volumes",
    "requiresCompatibilities", "cpu", "memory", "runtimePlatform", "proxyConfiguration",
    "ephemeralStorage", "placementConstraints", "tags",
  ]

  /// Brings `resource` into order if it is a task definition; reports what cannot be read.
  static func checked(_ resource: Resource, _ log: inout DiagnosticLog) -> Resource {
    guard resource.kind == .taskDefinition || resource.kind == .daemonTaskDefinition else {
      return resource
    }
    var resource = resource
    resource.properties = checked(
      resource.properties,
      taskDefinition,
      name: "taskDefinition",
      resource.location,
      &log
    )
    return resource
  }

  private static func checked(
    _ value: Value,
    _ shape: Shape,
    name: String,
    _ place: SourceLocation,
    _ log: inout DiagnosticLog
  ) -> Value {
    let place = value.origin ?? place
    var result = value
    switch (value.content, shape) {
    case (.null, _), (.unknown, _), (.reference, _): return value
    case (.list(let elements), .list(let inner)):
      result.content = .list(elements.map { checked($0, inner, name: name, place, &log) })
    case (.object(let object), .object(let shapes)):
      result.content = .object(
        ValueObject(
          object.members.map { member in
            guard let shape = shapes[member.name] else { return member }
            return .init(
              member.name,
              checked(member.value, shape, name: member.name, place, &log),
              key: member.key
            )
          }
        )
      )
    case (.object, .map), (.bool, .scalar), (.number, .scalar), (.string, .scalar),
      (.partial, .scalar):
      return value
    default:
      let expected = typeName(shape)
      log.add(.wrongTaskDefinitionType(name, expected: expected, at: place))
      result.content = .unknown(.malformed(expected: expected))
    }
    return result
  }

  private static func typeName(_ shape: Shape) -> String {
    switch shape {
    case .scalar: "string"
    case .map, .object: "object"
    case .list: "list"
    }
  }

  private static let pairs = Shape.list(.object(["name": .scalar, "value": .scalar]))

  /// The names of a container's members.
  static var containerMembers: Set<String> { Set(containerShapes.keys) }

  private static let container = Shape.object(containerShapes)

  private static let containerShapes: [String: Shape] = [
    "name": .scalar, "image": .scalar, "user": .scalar, "privileged": .scalar,
    "readonlyRootFilesystem": .scalar, "essential": .scalar, "cpu": .scalar, "memory": .scalar,
    "environment": pairs,
    "secrets": .list(.object(["name": .scalar, "valueFrom": .scalar])),
    "environmentFiles": .list(.object([:])),
    "command": .list(.scalar), "entryPoint": .list(.scalar), "links": .list(.scalar),
    "dnsServers": .list(.scalar), "dnsSearchDomains": .list(.scalar),
    "dockerSecurityOptions": .list(.scalar), "credentialSpecs": .list(.scalar),
    "dockerLabels": .map,
    "portMappings": .list(.object([:])), "mountPoints": .list(.object([:])),
    "volumesFrom": .list(.object([:])), "dependsOn": .list(.object([:])),
    "extraHosts": .list(.object([:])), "ulimits": .list(.object([:])),
    "systemControls": .list(.object([:])), "resourceRequirements": .list(.object([:])),
    "linuxParameters": .object([
      "capabilities": .object(["add": .list(.scalar), "drop": .list(.scalar)]),
      "devices": .list(.object([:])), "tmpfs": .list(.object([:])),
    ]),
    "logConfiguration": .object([
      "logDriver": .scalar, "options": .map, "secretOptions": .list(.object([:])),
    ]),
    "healthCheck": .object(["command": .list(.scalar)]),
    "firelensConfiguration": .object(["options": .map]),
    "repositoryCredentials": .object([:]), "restartPolicy": .object([:]),
    "hostname": .scalar, "workingDirectory": .scalar, "memoryReservation": .scalar,
    "interactive": .scalar, "pseudoTerminal": .scalar, "disableNetworking": .scalar,
    "startTimeout": .scalar, "stopTimeout": .scalar, "versionConsistency": .scalar,
  ]

  private static let taskDefinition = Shape.object([
    "family": .scalar, "networkMode": .scalar, "pidMode": .scalar, "ipcMode": .scalar,
    "taskRoleArn": .scalar, "executionRoleArn": .scalar, "cpu": .scalar, "memory": .scalar,
    "containerDefinitions": .list(container),
    "volumes": .list(
      .object([
        "name": .scalar, "host": .object([:]),
        "efsVolumeConfiguration": .object(["authorizationConfig": .object([:])]),
        "dockerVolumeConfiguration": .object(["driverOpts": .map, "labels": .map]),
        "fsxWindowsFileServerVolumeConfiguration": .object([:]),
      ])
    ),
    "requiresCompatibilities": .list(.scalar),
    "placementConstraints": .list(.object([:])), "tags": .list(.object([:])),
    "runtimePlatform": .object([:]), "ephemeralStorage": .object([:]),
    "proxyConfiguration": .object(["properties": pairs]),
  ])
}
