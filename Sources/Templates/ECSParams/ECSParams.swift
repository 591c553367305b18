import Inventory
import SourceText
import Syntax

/// What the Amazon ECS CLI adds to a Compose file: the file `ecs-params.yml`.
struct ECSParams {
  /// The names under which the file stands beside a Compose file.
  static let names = ["ecs-params.yml", "ecs-params.yaml"]

  private let root: Node
  private let value: Value

  /// Reads the file with this `root`.
  init(_ root: Node, budget: inout ValueBudget) {
    self.root = root
    value = Value(root, budget: &budget)
  }

  /// Whether `root` holds parameters of the ECS CLI.
  static func isParams(_ root: Node) -> Bool {
    guard root.kind == .mapping, root["version"] != nil else { return false }
    return root["task_definition"]?.kind == .mapping || root["run_params"]?.kind == .mapping
  }

  /// Reads a file of parameters without a Compose file beside it.
  static func read(_ document: Node, _ options: TemplateOptions) -> DeploymentUnit {
    var budget = ValueBudget(options.maximumValues)
    let params = ECSParams(document, budget: &budget)
    let containers = Value(.unknown(.outside("docker-compose.yml")), at: document.location)
    return DeploymentUnit(
      file: document.file,
      format: .ecsParams,
      inventories: [Inventory(params.resources(containers: containers, volumes: containers))],
      diagnostics: budget.isSpent ? [.tooLarge(document.file)] : []
    )
  }

  /// The task definition of all services together, and the service that runs it.
  func resources(for shapes: [ComposeServiceShape]) -> [Resource] {
    let containers = shapes.map(container)
    let volumes = shapes.flatMap { $0.properties["volumes"]?.list ?? [] }
    return resources(
      containers: Value(.list(containers), at: root.location),
      volumes: Value(.list(volumes + ownVolumes), at: root.location)
    )
  }

  private func resources(containers: Value, volumes: Value) -> [Resource] {
    let folder = RelativePath.folder(of: root.file.path)
    let name = folder.isEmpty ? "project" : RelativePath.name(of: folder)
    let definition = ResourceID("\(name)/TaskDefinition")
    return [
      Resource(
        id: definition,
        kind: .taskDefinition,
        type: "AWS::ECS::TaskDefinition",
        properties: taskDefinition(name, containers, volumes),
        location: task?.origin ?? root.location
      ),
      Resource(
        id: ResourceID("\(name)/Service"),
        kind: .service,
        type: "AWS::ECS::Service",
        properties: service(name, definition),
        location: value["run_params"]?.origin ?? root.location
      ),
    ]
  }

  private var task: Value? { value["task_definition"] }

  /// What the file says of the service `name`.
  func parameters(of name: String) -> Value? { task?["services"]?[name] }

  /// The volumes under `key` in the shape of the API.
  func volumes(named key: String, as member: String, _ names: [String: String]) -> [Value] {
    (task?[key]?.list ?? []).map { volume in
      let settings = (volume.renaming(names).object?.members ?? []).filter { $0.name != "name" }
      let name = volume["name"].map { ValueObject.Member("name", $0) }
      let configuration = ValueObject.Member(member, volume.with(.object(ValueObject(settings))))
      return volume.with(.object(ValueObject([name, configuration].compactMap(\.self))))
    }
  }

  private static let taskMembers = [
    ("ecs_network_mode", "networkMode"), ("pid_mode", "pidMode"), ("ipc_mode", "ipcMode"),
    ("task_role_arn", "taskRoleArn"), ("task_execution_role", "executionRoleArn"),
    ("placement_constraints", "placementConstraints"),
  ]

  private func taskDefinition(_ name: String, _ containers: Value, _ volumes: Value) -> Value {
    var table = MemberTable()
    table.set(.init("family", Value(.string(name), at: root.location)))
    table.set(.init("containerDefinitions", containers))
    table.set(.init("volumes", volumes))
    for (key, name) in Self.taskMembers {
      if let value = task?[key], !value.isNull { table.set(.init(name, value)) }
    }
    let size = task?["task_size"]
    if let cpu = size?["cpu_limit"] { table.set(.init("cpu", cpu)) }
    if let memory = size?["mem_limit"] { table.set(.init("memory", memory)) }
    // The launch type is a flag of the CLI; only Fargate needs a size and this network mode.
    if let size, task?["ecs_network_mode"]?.text == "awsvpc" {
      let fargate = size.with(.list([size.with(.string("FARGATE"))]))
      table.set(.init("requiresCompatibilities", fargate))
    }
    return Value(.object(table.object), at: task?.origin ?? root.location)
  }

  private func service(_ name: String, _ definition: ResourceID) -> Value {
    let place = root.location
    var table = MemberTable()
    table.set(.init("serviceName", Value(.string(name), at: place)))
    table.set(
      .init("taskDefinition", Value(.reference(ResourceReference(definition)), at: place))
    )
    if let network = value["run_params"]?["network_configuration"],
      let settings = network["awsvpc_configuration"], settings.object != nil
    {
      let names = [
        ("subnets", "subnets"), ("security_groups", "securityGroups"),
        ("assign_public_ip", "assignPublicIp"),
      ]
      let members = names.compactMap { key, name in
        settings[key].map { ValueObject.Member(name, $0) }
      }
      let inner = [
        ValueObject.Member(
          "awsvpcConfiguration",
          settings.with(.object(ValueObject(members)))
        )
      ]
      table.set(.init("networkConfiguration", network.with(.object(ValueObject(inner)))))
    }
    return Value(.object(table.object), at: place)
  }
}
