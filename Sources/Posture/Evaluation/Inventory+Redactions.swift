import Inventory
import SourceText

extension Inventory {
  /// The bytes that no report may show: values of environment variables, commands, secrets.
  var redactions: [SourceLocation] {
    resources.flatMap(\.hidden)
      + resources.flatMap { resource -> [SourceLocation] in
        switch resource.kind {
        case .taskDefinition, .daemonTaskDefinition:
          resource.containers.flatMap(\.hiddenValues).compactMap(\.origin)
        case .composeService:
          (resource.properties.hiddenValues + resource.buildArguments).compactMap(\.origin)
        case .jobDefinition:
          (resource.properties["containerProperties"]?.hiddenValues ?? [])
            .compactMap(\.origin)
        case .secret, .parameter, .host: resource.hiddenMembers.compactMap(\.origin)
        case .other: resource.secretPlaces
        default: []
        }
      } + resources.flatMap { $0.properties.sensitiveOrigins } + derivedRedactions
  }

  private var derivedRedactions: [SourceLocation] {
    let fields = [
      ("container", "secretsOutsideEnvironment"), ("parameter", "plaintextSecret"),
    ]
    return fields.flatMap { kind, fact in
      subjects(of: kind).flatMap { $0.lookup([kind, fact]).values.compactMap(\.origin) }
    }
  }
}

extension Resource {
  fileprivate var containers: [Value] { properties["containerDefinitions"]?.list ?? [] }

  /// What a Compose service hands to the build of its image.
  fileprivate var buildArguments: [Value] {
    properties["build"]?["args"]?.object?.members.map(\.value) ?? []
  }

  /// Texts that may hold secrets, whatever they are called in the source.
  fileprivate var hiddenMembers: [Value] {
    ["SecretString", "value", "Value", "userData", "UserData"].compactMap { properties[$0] }
  }
}

extension Value {
  /// The values of a container definition that may be secrets, however they are written.
  fileprivate var hiddenValues: [Value] {
    let variables = self["environment"].map { $0.list ?? [$0] } ?? []
    let healthCheck = self["healthCheck"].flatMap { $0["command"] ?? ($0.isObject ? nil : $0) }
    let options = self["logConfiguration"]?["options"]
    let commands = [self["command"], self["entryPoint"], healthCheck, self["dockerLabels"]]
    return variables.compactMap { $0.isObject ? $0["value"] : $0 }.flatMap(\.leaves)
      + commands.compactMap { $0 }.flatMap(\.leaves)
      + (options?.object?.members.filter { !Value.isPlainLogOption($0.name) }.map(\.value)
        ?? options?.leaves ?? [])
  }

  private var isObject: Bool { object != nil }

  /// The places of what its source calls a secret, this value or parts of it.
  fileprivate var sensitiveOrigins: [SourceLocation] {
    if isSensitive { return origin.map { [$0] } ?? [] }
    return switch content {
    case .list(let elements): elements.flatMap(\.sensitiveOrigins)
    case .object(let object): object.members.flatMap(\.value.sensitiveOrigins)
    default: []
    }
  }

  /// The values that hold no others.
  private var leaves: [Value] {
    list?.flatMap(\.leaves) ?? object?.members.flatMap(\.value.leaves) ?? [self]
  }

  /// Whether a log option names places and sizes only; other drivers take tokens and URLs.
  private static func isPlainLogOption(_ name: String) -> Bool {
    name.hasPrefix("awslogs-") || name == "mode" || name.hasPrefix("max-")
  }
}
