/// The parts of resources that are judged by themselves.
enum SubjectParts {
  /// The kind of part that the member `name` of a `kind` holds.
  static func part(_ name: String, of kind: String) -> String? {
    switch (kind, name) {
    case ("taskDefinition", "containerDefinitions"): "container"
    case ("daemonTaskDefinition", "containerDefinitions"): "container"
    case ("taskDefinition", "volumes"): "volume"
    case ("dockerfile", "stages"): "stage"
    default: nil
    }
  }

  /// The names in scope for subjects of `kind`, the innermost first.
  static func scope(of kind: String) -> [String] {
    switch kind {
    case "container": ["container", "taskDefinition"]
    case "volume": ["volume", "taskDefinition"]
    case "stage": ["stage", "dockerfile"]
    case "policy": ["policy", "role", "user", "group", "identityPolicy"]
    case "ecsTarget": ["ecsTarget", "eventRule", "schedule", "stateMachine"]
    default: [kind]
    }
  }
}
