import Inventory

/// Where the tasks of a task definition run, as far as it decides what can be mounted.
struct LaunchSite {
  /// Whether the containers are Windows ones; `nil` where that is not known.
  let isWindows: Bool?
  /// Whether a tmpfs can be mounted.
  ///
  /// Fargate has taken them since January 2026, on platform version 1.4.0.
  let takesTmpfs: Bool
  /// Whether the tasks run, or may run, on Fargate; `nil` where nothing says so.
  let isFargate: Bool?
  /// The memory of a task in MiB, where it is set.
  let taskMemory: Int?

  init(_ taskDefinition: Resource, in inventory: Inventory) {
    let properties = taskDefinition.properties
    isWindows = Self.isWindows(properties["runtimePlatform"])
    let services = inventory.services(running: taskDefinition)
    let versions = services.compactMap { $0.properties["platformVersion"]?.text }
    takesTmpfs = !versions.contains { version in
      ["1.0", "1.1", "1.2", "1.3"].contains { version == $0 || version.hasPrefix($0 + ".") }
    }
    isFargate = Self.isFargate(properties, services)
    taskMemory = properties["memory"]?.text.flatMap(FargateSizes.mebibytes)
  }

  private static func isWindows(_ platform: Value?) -> Bool? {
    guard let platform, !platform.isNull else { return false }
    guard platform.object != nil else { return nil }
    guard let family = platform["operatingSystemFamily"], !family.isNull else { return false }
    return family.text?.uppercased().hasPrefix("WINDOWS")
  }

  private static func isFargate(_ properties: Value, _ services: [Resource]) -> Bool? {
    let types = (properties["requiresCompatibilities"]?.list ?? []).compactMap(\.text)
    let launched = services.flatMap { service -> [String] in
      let strategy = service.properties["capacityProviderStrategy"]?.list ?? []
      return [service.properties["launchType"]?.text].compactMap { $0 }
        + strategy.compactMap { $0["capacityProvider"]?.text }
    }
    let places = launched.isEmpty ? types : launched
    if places.isEmpty { return nil }
    return places.contains { $0.hasPrefix("FARGATE") }
  }
}
