/// Facts about the containers of daemons and of batch jobs.
enum JobFacts {
  static let daemon: [String: Fact] = ["writableContainers": writableContainers]

  static let job: [String: Fact] = ["privilegedContainers": privilegedContainers]

  /// The containers of a daemon whose root file system is not read-only.
  static let writableContainers: Fact = { site in
    let containers = site.resource.partList("containerDefinitions")
    let found = containers.enumerated().compactMap { index, container -> Value? in
      if container.unknownReason != nil { return container }
      let flag = container["readonlyRootFilesystem"]
      if let flag, let reason = flag.firstUnknownReason { return flag.unknown(reason) }
      if flag?.isTrue == true { return nil }
      let name = container["name"]?.text ?? "containerDefinitions[\(index)]"
      return (flag ?? container).named(name)
    }
    return site.list(found)
  }

  /// The containers of a batch job that run privileged, wherever the definition has them.
  static let privilegedContainers: Fact = { site in
    site.list(privileged(in: site.value, at: "", depth: 0))
  }

  /// The parts of a job definition below which containers may stand.
  private static let branches: Set<String> = [
    "container", "containerProperties", "containers", "ecsProperties", "nodeProperties",
    "nodeRangeProperties", "taskProperties",
  ]

  private static func privileged(in value: Value, at place: String, depth: Int) -> [Value] {
    if let list = value.list {
      return list.enumerated().flatMap {
        privileged(in: $1, at: "\(place)[\($0)]", depth: depth + 1)
      }
    }
    guard let members = value.object?.members, depth < 12 else {
      return value.unknownReason == nil ? [] : [value]
    }
    return members.flatMap { member -> [Value] in
      if branches.contains(member.name) {
        let path = place.isEmpty ? member.name : "\(place).\(member.name)"
        return privileged(in: member.value, at: path, depth: depth + 1)
      }
      guard member.name == "privileged", member.value.isTrue != false else { return [] }
      return [member.value.firstUnknownReason == nil ? member.value.named(place) : member.value]
    }
  }
}
