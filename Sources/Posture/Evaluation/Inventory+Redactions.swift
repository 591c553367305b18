import Inventory
import SourceText

extension Inventory {
  /// The bytes that no report may show: values of environment variables, commands, secrets.
  var redactions: [SourceLocation] {
    resources.flatMap { resource -> [SourceLocation] in
      switch resource.kind {
      case .taskDefinition, .daemonTaskDefinition:
        resource.containers.flatMap(\.hiddenValues).compactMap(\.origin)
      case .secret: [resource.properties["SecretString"]?.origin].compactMap { $0 }
      default: []
      }
    } + derivedRedactions
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
}

extension Value {
  /// The values of a container definition's environment variables and commands.
  fileprivate var hiddenValues: [Value] {
    let variables = self["environment"]?.list ?? []
    let commands = [self["command"], self["entryPoint"], self["healthCheck"]?["command"]]
    return variables.compactMap { $0["value"] }
      + commands.compactMap { $0 }.flatMap { $0.list ?? [$0] }
  }
}
