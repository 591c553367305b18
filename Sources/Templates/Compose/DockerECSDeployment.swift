import Inventory
import SourceText
import Syntax

/// What the ECS integration of Docker Compose makes of a project with `x-aws-…` keys.
///
/// The containers that the integration adds for its own use are left out.
struct DockerECSDeployment {
  private let project: ComposeProject

  /// Looks for `x-aws-…` keys in `project`; `nil` where there are none.
  init?(_ project: ComposeProject) {
    let isMeant = project.documents.contains { document in
      document.entries.contains { $0.key.isExtension }
        || (document["services"]?.entries ?? []).contains {
          $0.value.entries.contains { $0.key.isExtension }
        }
    }
    guard isMeant else { return nil }
    self.project = project
  }

  /// A task definition, a service and the roles for each service of the project.
  func resources(for shapes: [ComposeServiceShape]) -> [Resource] {
    shapes.flatMap { shape -> [Resource] in
      let implied = ImpliedValues(place: shape.service.location)
      let roles = [executionRole(shape, implied), taskRole(shape, implied)].compactMap(\.self)
      return [taskDefinition(shape, implied), service(shape, implied)] + roles
    }
  }

  private func id(_ shape: ComposeServiceShape, _ suffix: String) -> String {
    "\(shape.service.name)/\(suffix)"
  }

  private func resource(
    _ shape: ComposeServiceShape,
    _ suffix: String,
    type: String,
    _ properties: Value
  ) -> Resource {
    CloudFormationShape.resource(
      id: ResourceID(id(shape, suffix)),
      type: type,
      properties: properties,
      location: shape.service.location
    )
  }

  private func taskDefinition(_ shape: ComposeServiceShape, _ implied: ImpliedValues) -> Resource {
    let size = size(of: shape, implied)
    let hasRole = taskRole(shape, implied) != nil
    let properties = implied.object([
      "family": implied.text(shape.service.name),
      "networkMode": implied.text("awsvpc"),
      "requiresCompatibilities": implied.list([implied.text("FARGATE")]),
      "cpu": size.cpu,
      "memory": size.memory,
      "pidMode": shape.properties["pidMode"],
      "ipcMode": shape.properties["ipcMode"],
      "executionRoleArn": implied.reference(id(shape, "TaskExecutionRole"), "Arn"),
      "taskRoleArn": hasRole ? implied.reference(id(shape, "TaskRole"), "Arn") : nil,
      "containerDefinitions": implied.list([container(shape, implied)]),
      "volumes": volumes(shape, implied),
    ])
    return resource(shape, "TaskDefinition", type: "AWS::ECS::TaskDefinition", properties)
  }

  /// The container, which has its limits on the task and logs to CloudWatch Logs.
  private func container(_ shape: ComposeServiceShape, _ implied: ImpliedValues) -> Value {
    guard shape.properties.object != nil else { return shape.properties }
    var table = MemberTable(shape.container)
    table.remove("memory")
    table.remove("cpu")
    let options = implied.object(["awslogs-stream-prefix": implied.text(shape.service.name)])
    let logging = implied.object(["logDriver": implied.text("awslogs"), "options": options])
    table.set(.init("logConfiguration", logging))
    return shape.properties.with(.object(table.object))
  }

  /// The least size of Fargate that holds the limits of the service.
  private func size(
    of shape: ComposeServiceShape,
    _ implied: ImpliedValues
  ) -> (cpu: Value, memory: Value) {
    let limits = shape.value("deploy")?["resources"]?["limits"]
    guard limits?["memory"] != nil || limits?["cpus"] != nil else {
      return (implied.text("256"), implied.text("512"))
    }
    let cpu = limits?["cpus"] == nil ? nil : shape.properties["cpu"]
    let memory = limits?["memory"] == nil ? nil : shape.properties["memory"]
    guard let place = memory ?? cpu, let units = Int(cpu?.text ?? "0"),
      let mebibytes = Int(memory?.text ?? "0"),
      let least = FargateSizes.least(cpu: units, memory: mebibytes)
    else {
      let open = (memory ?? cpu ?? implied.text("")).unknown(.function("limits"))
      return (open, open)
    }
    return (
      (cpu ?? place).with(.string(String(least.cpu))), place.with(.string(String(least.memory)))
    )
  }

  /// The volumes, which are EFS file systems with an access point each.
  private func volumes(_ shape: ComposeServiceShape, _ implied: ImpliedValues) -> Value? {
    guard let volumes = shape.properties["volumes"], let elements = volumes.list else { return nil }
    return volumes.with(
      .list(
        elements.map { volume in
          let authorization = implied.object([
            "iam": implied.text("ENABLED"),
            "accessPointId": implied.unknown(.attribute("AccessPoint")),
          ])
          let name = volume["name"]
          let declared = name?.text.flatMap { project.volumes[$0]?["name"] }
          let settings = implied.object([
            "fileSystemId": declared ?? implied.unknown(.attribute("FileSystem")),
            "transitEncryption": implied.text("ENABLED"),
            "authorizationConfig": authorization,
          ])
          return implied.object(["name": name, "efsVolumeConfiguration": settings])
        }
      )
    )
  }

  private func service(_ shape: ComposeServiceShape, _ implied: ImpliedValues) -> Resource {
    let ports = shape.properties["portMappings"]?.list ?? []
    let balancers = ports.map { port in
      implied.object([
        "containerName": implied.text(shape.service.name), "containerPort": port["containerPort"],
        "targetGroupArn": implied.unknown(.attribute("TargetGroup")),
      ])
    }
    let network = implied.object([
      "assignPublicIp": implied.text("ENABLED"),
      "subnets": implied.unknown(.attribute("VPC")),
      "securityGroups": implied.unknown(.attribute("SecurityGroup")),
    ])
    let properties = implied.object([
      "serviceName": implied.text(shape.service.name),
      "cluster": project.setting("x-aws-cluster") ?? implied.unknown(.attribute("Cluster")),
      "taskDefinition": implied.reference(id(shape, "TaskDefinition")),
      "launchType": implied.text("FARGATE"),
      "platformVersion": implied.text("1.4.0"),
      "loadBalancers": balancers.isEmpty ? nil : implied.list(balancers),
      "networkConfiguration": implied.object(["awsvpcConfiguration": network]),
    ])
    return resource(shape, "Service", type: "AWS::ECS::Service", properties)
  }
}

extension DockerECSDeployment {
  private static let executionPolicies = """
    ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
      "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryReadOnly"]
    """

  private func executionRole(_ shape: ComposeServiceShape, _ implied: ImpliedValues) -> Resource {
    let properties = implied.object([
      "AssumeRolePolicyDocument": implied.taskTrustPolicy,
      "ManagedPolicyArns": implied.json(Self.executionPolicies),
    ])
    return resource(shape, "TaskExecutionRole", type: "AWS::IAM::Role", properties)
  }

  /// The role of the containers, where the service has permissions of its own.
  private func taskRole(_ shape: ComposeServiceShape, _ implied: ImpliedValues) -> Resource? {
    let policy = shape.value("x-aws-role")
    let managed = shape.value("x-aws-policies")
    guard policy != nil || managed != nil else { return nil }
    let inline = policy.map { document in
      document.with(
        .list([
          implied.object([
            "PolicyName": implied.text("\(shape.service.name)Policy"), "PolicyDocument": document,
          ])
        ])
      )
    }
    let properties = implied.object([
      "AssumeRolePolicyDocument": implied.taskTrustPolicy,
      "Policies": inline,
      "ManagedPolicyArns": managed,
    ])
    return resource(shape, "TaskRole", type: "AWS::IAM::Role", properties)
  }
}

extension Node {
  /// Whether a key belongs to the ECS integration of Docker Compose.
  fileprivate var isExtension: Bool { string?.hasPrefix("x-aws-") ?? false }
}
