import Inventory
import SourceText

/// The resources that Copilot generates from a manifest, in CloudFormation's spelling.
///
/// Overrides speak of that spelling, so it is kept until they are applied.
struct CopilotStack {
  /// One resource of the stack.
  struct Entry {
    let name: String
    let type: String
    var properties: Value
    let location: SourceLocation
  }

  /// The name of the workload or environment, which the resources go by.
  let owner: String
  /// The manifest as a whole.
  let document: SourceLocation?
  private(set) var entries: [Entry] = []

  init(owner: String, document: SourceLocation?) {
    self.owner = owner
    self.document = document
  }

  /// Adds the resource `name`.
  mutating func add(_ name: String, _ type: String, _ properties: Value, at place: SourceLocation) {
    entries.append(Entry(name: name, type: type, properties: properties, location: place))
  }

  /// The properties of the resource `name`; setting nothing takes the resource away.
  subscript(_ name: String) -> Value? {
    get { entries.first { $0.name == name }?.properties }
    set {
      guard let index = entries.firstIndex(where: { $0.name == name }) else { return }
      if let newValue {
        entries[index].properties = newValue
      } else {
        entries.remove(at: index)
      }
    }
  }

  /// The resources in the AWS shape.
  func resources(_ log: inout DiagnosticLog) -> [Resource] {
    entries.map { entry in
      let resource = CloudFormationShape.resource(
        id: ResourceID("\(owner)/\(entry.name)"),
        type: entry.type,
        properties: Value(entry.properties.content, at: document),
        location: entry.location
      )
      return TaskDefinitionTypes.checked(resource, &log)
    }
  }
}

extension CopilotStack {
  /// The cluster of the environment that `manifest` describes.
  init(environment manifest: Value, at place: SourceLocation) {
    self.init(owner: manifest["name"]?.text ?? "environment", document: manifest.origin)
    let implied = ImpliedValues(place: place)
    let insights = manifest["observability"]?["container_insights"]
    let state: Value
    switch insights?.content {
    case .bool(let isOn):
      state = (insights ?? implied.text("")).with(.string(isOn ? "enabled" : "disabled"))
    case .unknown(let reason): state = implied.unknown(reason)
    default: state = implied.text("disabled")
    }
    let setting = implied.object(["Name": implied.text("containerInsights"), "Value": state])
    let exec = implied.object([
      "ExecuteCommandConfiguration": implied.object(["Logging": implied.text("DEFAULT")])
    ])
    let properties = implied.object([
      "CapacityProviders": implied.list([implied.text("FARGATE"), implied.text("FARGATE_SPOT")]),
      "ClusterSettings": implied.list([setting]),
      "Configuration": exec,
      "Tags": implied.list([
        CopilotStack.tag("copilot-application", implied.unknown(.outside("application")), implied),
        CopilotStack.tag("copilot-environment", implied.text(owner), implied),
      ]),
    ])
    add("Cluster", "AWS::ECS::Cluster", properties, at: place)
  }

  /// One of the tags that Copilot puts on every resource.
  static func tag(_ key: String, _ value: Value, _ implied: ImpliedValues) -> Value {
    implied.object(["Key": implied.text(key), "Value": value])
  }
}
