/// Facts about one container of a task definition.
enum ContainerFacts {
  static let table: [String: Fact] = [
    "environment.secretNames": SecretFacts.environment,
    "image.digest": { $0.imagePart(\.digest) },
    "image.registry": { $0.imagePart(\.registry) },
    "image.repository": { $0.imagePart(\.repository) },
    "image.tag": { $0.imagePart(\.tag) },
    "imageFamily": ImageFacts.family,
    "imageUser": ImageFacts.user,
    "imageVolumes": ImageFacts.volumes,
    "isLoadBalanced": isLoadBalanced,
    "runsAsRoot": runsAsRoot,
    "secretsOutsideEnvironment": SecretFacts.elsewhere,
  ]

  /// Whether the container's user is root: none is set, or its user part is `root` or zero.
  static let runsAsRoot: Fact = { site in
    guard let user = site.value["user"], !user.isNull else { return site.bool(true) }
    return user.isRootUser
  }

  /// Whether a service sends a load balancer's requests to the container.
  static let isLoadBalanced: Fact = { site in
    guard let name = site.value["name"] else { return site.bool(false) }
    var reason: UnknownReason?
    for service in site.inventory.services(running: site.resource) {
      for balancer in service.partList("loadBalancers") {
        let target = balancer.unknownReason == nil ? balancer["containerName"] : balancer
        guard let target else { continue }
        if let unknown = target.firstUnknownReason ?? name.firstUnknownReason {
          reason = unknown
        } else if target.text == name.text {
          return site.bool(true, from: target)
        }
      }
    }
    return reason.map { site.value.unknown($0) } ?? site.bool(false)
  }
}

extension Inventory {
  /// The services that run `taskDefinition`.
  package func services(running taskDefinition: Resource) -> [Resource] {
    resources(of: .service) { service in
      service.properties["taskDefinition"].map { names($0, taskDefinition) } ?? false
    }
  }
}

extension FactSite {
  /// A part of the name of an image that stands in `member`.
  func imagePart(_ part: KeyPath<ImageReference, Value?>, of member: String = "image") -> Value? {
    guard let image = value[member], !image.isNull else { return nil }
    if let reason = image.unknownReason { return image.unknown(reason) }
    return ImageReference(image, in: inventory)[keyPath: part]
  }
}

extension Value {
  /// Whether the user part of a `user:group` is root.
  var isRootUser: Value {
    guard let text = decidedPrefix(upTo: ":") else {
      return unknown(firstUnknownReason ?? .malformed(expected: "string"))
    }
    let isZero = !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
    return with(.bool(text.isEmpty || text == "root" || isZero))
  }

  /// The text before `separator`, or all of it, if that much is known.
  func decidedPrefix(upTo separator: Character) -> String? {
    switch content {
    case .string(let text), .number(let text): return String(text.prefix { $0 != separator })
    case .partial(let pieces):
      guard case .literal(let text)? = pieces.first, text.contains(separator) else { return nil }
      return String(text.prefix { $0 != separator })
    default: return nil
    }
  }
}
