import Inventory
import SourceText

extension CopilotWorkload {
  /// The containers in Copilot's order: the workload, the log router, tracing, the sidecars.
  mutating func containers() -> [Value] {
    var containers = [mainContainer()]
    if routesLogs { containers.append(logRouter()) }
    if value("observability", "tracing")?.text == "awsxray" { containers.append(tracer) }
    guard let sidecars = value("sidecars") else { return containers }
    guard let object = sidecars.object else {
      return containers + [wrong(sidecars, expected: "mapping")]
    }
    for member in object.members.sorted(by: { $0.name < $1.name }) {
      containers.append(sidecar(member))
    }
    return containers
  }

  private mutating func mainContainer() -> Value {
    let image = value("image")
    var mounts: [Value] = []
    for member in value("storage", "volumes")?.object?.members ?? [] {
      mounts.append(mountPoint(member.name, member.value, at: member.key))
    }
    let container = implied.object([
      "Name": manifest["name"] ?? implied.text(name),
      "Image": imageText(image),
      "Command": value("command").map { command($0) },
      "EntryPoint": value("entrypoint").map { command($0) },
      "Environment": variables(value("variables")),
      "EnvironmentFiles": value("env_file").map(environmentFiles),
      "Secrets": secrets(value("secrets")),
      "ReadonlyRootFilesystem": value("storage", "readonly_fs"),
      "LogConfiguration": routesLogs ? routedLogs() : groupLogs,
      "MountPoints": mounts.isEmpty ? nil : implied.list(mounts),
      "PortMappings": image?["port"].map { implied.list([implied.object(["ContainerPort": $0])]) },
      "HealthCheck": (image?["healthcheck"]).map { healthCheck($0) },
      "DockerLabels": image?["labels"],
      "DependsOn": dependencies(image?["depends_on"]),
      "RepositoryCredentials": credentials(image?["credentials"]),
    ])
    return Value(container.content, at: image?.origin ?? container.origin)
  }

  private mutating func sidecar(_ member: ValueObject.Member) -> Value {
    let settings = member.value
    guard settings.object != nil else { return wrong(settings, expected: "mapping") }
    let port = settings["port"]?.parts(separatedBy: "/", limit: 2)
    let mapping = port.map { parts in
      implied.object([
        "ContainerPort": parts[0], "Protocol": parts.count > 1 ? parts[1] : nil,
      ])
    }
    var mounts: [Value] = []
    for point in settings["mount_points"]?.list ?? [] {
      mounts.append(mountPoint(point["source_volume"]?.text ?? "", point, at: point.origin))
    }
    let container = implied.object([
      "Name": Value(.string(member.name), at: member.key),
      "Image": imageText(settings["image"]),
      "Essential": settings["essential"],
      "Command": settings["command"].map { command($0) },
      "EntryPoint": settings["entrypoint"].map { command($0) },
      "Environment": variables(settings["variables"]),
      "EnvironmentFiles": settings["env_file"].map(environmentFiles),
      "Secrets": secrets(settings["secrets"]),
      "LogConfiguration": groupLogs,
      "MountPoints": mounts.isEmpty ? nil : implied.list(mounts),
      "PortMappings": mapping.map { implied.list([$0]) },
      "HealthCheck": settings["healthcheck"].map { healthCheck($0) },
      "DockerLabels": settings["labels"],
      "DependsOn": dependencies(settings["depends_on"]),
      "RepositoryCredentials": credentials(settings["credentialsParameter"]),
    ])
    return settings.with(container.content)
  }

  /// The image: as given, or the one that Copilot builds and names by its digest.
  private func imageText(_ image: Value?) -> Value {
    guard let image else { return implied.unknown(.outside("image")) }
    guard image.object != nil else { return image }
    if let location = image["location"], !location.isNull { return location }
    let place = image["build"] ?? image
    let pieces: [TextPiece] = [
      .unknown(.pseudoParameter("AWS::AccountId")), .literal(".dkr.ecr."),
      .unknown(.pseudoParameter("AWS::Region")), .literal(".amazonaws.com/"), Self.application,
      .literal("/\(name)@sha256:"), .unknown(.placeholder("digest")),
    ]
    return place.with(pieces)
  }

  private mutating func command(_ value: Value) -> Value {
    switch value.content {
    case .list, .unknown: return value
    case .string(let text): return value.words(of: text)
    case .object: return wrong(value, expected: "command")
    default: return value.with(.list([value]))
    }
  }

  /// The variables that Copilot sets, and those of the manifest.
  private mutating func variables(_ given: Value?) -> Value {
    let common: KeyValuePairs<String, [TextPiece]> = [
      "COPILOT_APPLICATION_NAME": [Self.application],
      "COPILOT_ENVIRONMENT_NAME": [environmentPiece],
      "COPILOT_SERVICE_NAME": [.literal(name)],
    ]
    var pairs = common.map { name, pieces in
      implied.object(["Name": implied.text(name), "Value": text(pieces).unwritten])
    }
    guard let given, !given.isNull else { return implied.list(pairs) }
    guard let object = given.object else {
      pairs.append(wrong(given, expected: "mapping"))
      return given.with(.list(pairs))
    }
    for member in object.members {
      let pair = [
        ValueObject.Member("Name", Value(.string(member.name), at: member.key)),
        ValueObject.Member("Value", imported(member.value)),
      ]
      pairs.append(member.value.with(.object(ValueObject(pair))))
    }
    return given.with(.list(pairs))
  }

  /// The value, or that of the export of another stack.
  func imported(_ value: Value) -> Value {
    guard let export = value["from_cfn"] else { return value }
    return export.unknown(export.unknownReason ?? .importedValue(export.text ?? "from_cfn"))
  }

  /// The secrets by the name of a parameter, or of a secret of Secrets Manager.
  mutating func secrets(_ given: Value?) -> Value? {
    guard let given, !given.isNull else { return nil }
    guard let object = given.object else { return wrong(given, expected: "mapping") }
    let pairs = object.members.map { member -> Value in
      let source = member.value["secretsmanager"] ?? imported(member.value)
      let pair = [
        ValueObject.Member("Name", Value(.string(member.name), at: member.key)),
        ValueObject.Member("ValueFrom", source),
      ]
      return member.value.with(.object(ValueObject(pair)))
    }
    return given.with(.list(pairs))
  }

  /// Copilot puts the file into the bucket of the application.
  private func environmentFiles(_ file: Value) -> Value {
    let entry = implied.object([
      "Type": implied.text("s3"), "Value": file.unknown(.outside("artifact bucket")),
    ])
    return file.with(.list([entry]))
  }

  private mutating func healthCheck(_ check: Value) -> Value {
    guard check.object != nil else { return wrong(check, expected: "mapping") }
    let command = check["command"].map { self.command($0) }
    return check.with(
      implied.object([
        "Command": command
          ?? implied.json(#"["CMD-SHELL", "curl -f http://localhost/ || exit 1"]"#).unwritten,
        "Interval": seconds(check["interval"]), "Timeout": seconds(check["timeout"]),
        "StartPeriod": seconds(check["start_period"]), "Retries": check["retries"],
      ]).content
    )
  }

  private func seconds(_ value: Value?) -> Value? {
    guard let value else { return nil }
    return value.text.flatMap(Quantity.seconds).map { value.with(.number(String($0))) } ?? value
  }

  private func dependencies(_ given: Value?) -> Value? {
    guard let given, let object = given.object else { return nil }
    let list = object.members.map { member in
      implied.object([
        "ContainerName": Value(.string(member.name), at: member.key),
        "Condition": member.value.with(.string(member.value.text?.uppercased() ?? "")),
      ])
    }
    return given.with(.list(list))
  }

  private func credentials(_ parameter: Value?) -> Value? {
    parameter.map { $0.with(implied.object(["CredentialsParameter": $0]).content) }
  }
}
