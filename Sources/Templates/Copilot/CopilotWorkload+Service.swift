import Inventory
import SourceText

extension CopilotWorkload {
  /// The service that runs the workload.
  func service() -> Value {
    implied.object([
      "Cluster": implied.unknown(.importedValue("ClusterId")),
      "TaskDefinition": implied.reference("\(name)/TaskDefinition"),
      "PlatformVersion": implied.text("LATEST"),
      "LaunchType": capacityProviders == nil ? implied.text("FARGATE") : nil,
      "CapacityProviderStrategy": capacityProviders,
      "DesiredCount": desiredCount,
      "PropagateTags": implied.text("SERVICE"),
      "EnableExecuteCommand": execution,
      "NetworkConfiguration": implied.object(["AwsvpcConfiguration": network]),
      "LoadBalancers": loadBalancers,
      "ServiceConnectConfiguration": serviceConnect,
      "Tags": tags,
    ])
  }

  /// Whether ECS Exec is on.
  var execution: Value? {
    guard let exec = value("exec") else { return nil }
    return exec["enable"] ?? exec
  }

  private var desiredCount: Value? {
    let count = value("count")
    return count?["spot"] ?? (count?.object == nil ? count : nil)
  }

  private var capacityProviders: Value? {
    let spot = value("count", "spot") ?? value("count", "range", "spot_from")
    guard let spot else { return nil }
    let provider = implied.object([
      "CapacityProvider": implied.text("FARGATE_SPOT"), "Weight": implied.value(.number("1")),
    ])
    return spot.with(.list([provider]))
  }

  /// The network: public subnets with public addresses, unless the placement says otherwise.
  private var network: Value {
    let placement = value("network", "vpc", "placement")
    let own = placement?["subnets"]
    let groups = value("network", "vpc", "security_groups")
    return implied.object([
      "AssignPublicIp": publicAddress(placement),
      "Subnets": own?.list.map { _ in own ?? implied.list([]) }
        ?? implied.unknown(.importedValue("Subnets")),
      "SecurityGroups": securityGroups(groups),
    ])
  }

  private func publicAddress(_ placement: Value?) -> Value {
    guard let placement else { return implied.text("ENABLED") }
    if let reason = placement.doubt { return placement.unknown(reason) }
    let isPublic = placement.text == "public"
    return placement.with(.string(isPublic ? "ENABLED" : "DISABLED"))
  }

  /// The group of the environment, unless it is denied, and those of the manifest.
  private func securityGroups(_ given: Value?) -> Value {
    let isDenied = given?["deny_default"]?.content == .bool(true)
    let environment = [implied.unknown(.importedValue("EnvironmentSecurityGroup"))]
    let own = (given?["groups"] ?? given)?.list ?? []
    let place = given ?? implied.value(.null)
    return place.with(.list((isDenied ? [] : environment) + own.map(imported)))
  }

  /// The load balancers that send requests to a container.
  private var loadBalancers: Value? {
    let http = value("http") ?? (kind == .loadBalancedService ? implied.value(.null) : nil)
    let isOff = http?.content == .bool(false) || kind == .workerService
    let targets = [isOff ? nil : http, value("nlb")].compactMap(\.self)
    guard !targets.isEmpty else { return nil }
    return implied.list(targets.map(loadBalancer))
  }

  private func loadBalancer(_ settings: Value) -> Value {
    let given = settings["target_container"] ?? settings["targetContainer"]
    let port = given?.text.flatMap { value("sidecars")?[$0]?["port"] } ?? value("image", "port")
    return implied.object([
      "ContainerName": given ?? implied.text(name),
      "ContainerPort": settings["target_port"] ?? port,
      "TargetGroupArn": implied.unknown(.attribute("TargetGroup")),
    ])
  }

  private var serviceConnect: Value? {
    guard let connect = value("network", "connect"), connect.content != .bool(false) else {
      return nil
    }
    let service = implied.object(["PortName": implied.text("target")])
    let settings = implied.object([
      "Enabled": implied.value(.bool(true)), "Services": implied.list([service]),
    ])
    return connect.with(settings.content)
  }

  /// The state machine that runs a job when it is due.
  func stateMachine() -> Value {
    let parameters = implied.object([
      "LaunchType": implied.text("FARGATE"), "PlatformVersion": implied.text("1.4.0"),
      "Cluster": implied.unknown(.importedValue("ClusterId")),
      "TaskDefinition": implied.reference("\(name)/TaskDefinition"),
      "NetworkConfiguration": implied.object(["AwsvpcConfiguration": network]),
    ])
    let state = implied.object([
      "Type": implied.text("Task"),
      "Resource": implied.text("arn:aws:states:::ecs:runTask.sync"),
      "Parameters": parameters, "End": implied.value(.bool(true)),
    ])
    let definition = implied.object([
      "StartAt": implied.text("Run Fargate Task"),
      "States": implied.object(["Run Fargate Task": state]),
    ])
    return implied.object(["Definition": definition])
  }
}
