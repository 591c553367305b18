/// Facts about a cluster that follow from its services.
enum ClusterFacts {
  static let table: [String: Fact] = [
    "execServices": { site in site.list(site.execServices.map(\.name)) },
    "unloggedExecServices": { site in
      site.list(site.execServices.compactMap { site.unlogged($0.service, named: $0.name) })
    },
  ]
}

extension FactSite {
  /// The services of the cluster into whose containers people may log in.
  fileprivate var execServices: [(service: Resource, name: Value)] {
    inventory.resources(of: .service).compactMap { service in
      guard let cluster = service.properties["clusterArn"] ?? service.properties["cluster"],
        let flag = service.properties["enableExecuteCommand"], flag.isTrue != false
      else { return nil }
      let name = flag.unknownReason == nil ? flag.named(service.id.path) : flag
      switch inventory.resolution(of: cluster, as: .cluster) {
      case .resource(let found): return found.id == resource.id ? (service, name) : nil
      case .unknown(.outside), .nothing: return nil
      case .unknown(let reason): return (service, name.unknown(reason))
      }
    }
  }

  /// The service's name, if what is typed in one of its containers is not logged.
  fileprivate func unlogged(_ service: Resource, named name: Value) -> Value? {
    guard let definition = service.properties["taskDefinition"] else { return nil }
    switch inventory.resolution(of: definition, as: .taskDefinition) {
    case .nothing: return nil
    case .unknown(let reason): return name.unknown(reason)
    case .resource(let found):
      let drivers = found.partList("containerDefinitions").map { container in
        container.unknownReason == nil ? container.at("logConfiguration", "logDriver") : container
      }
      if drivers.contains(where: { $0?.firstUnknownReason == nil && $0?.text != "awslogs" }) {
        return name
      }
      return drivers.compactMap { $0?.firstUnknownReason }.first.map { name.unknown($0) }
    }
  }
}
