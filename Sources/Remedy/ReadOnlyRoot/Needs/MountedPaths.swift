import Inventory

/// What is mounted into a container already.
struct MountedPaths {
  private var paths: [ContainerPath] = []
  /// Whether nothing else may be mounted.
  private(set) var isComplete = true

  init(of container: Value, in taskDefinition: Value) {
    addMountPoints(of: container)
    addVolumes(from: container["volumesFrom"], in: taskDefinition)
    for tmpfs in elements(of: container["linuxParameters"].flatMap { $0["tmpfs"] ?? $0 }) {
      add(tmpfs["containerPath"])
    }
  }

  /// Whether something is mounted at `path`.
  func holds(_ path: String) -> Bool {
    paths.contains { $0 == ContainerPath(path) }
  }

  /// Whether `path` stands in a mount: a read-only root changes nothing there, not even where the
  /// mount is read-only and the path never could be written to.
  func covers(_ path: ContainerPath) -> Bool {
    paths.contains { path.isWithin($0.text) }
  }

  private mutating func addMountPoints(of container: Value) {
    for point in elements(of: container["mountPoints"]) { add(point["containerPath"]) }
  }

  private mutating func addVolumes(from sources: Value?, in taskDefinition: Value) {
    for source in elements(of: sources) {
      let other = taskDefinition["containerDefinitions"]?.list?.first {
        $0["name"]?.text != nil && $0["name"]?.text == source["sourceContainer"]?.text
      }
      if let other { addMountPoints(of: other) } else { isComplete = false }
    }
  }

  private mutating func add(_ path: Value?) {
    if let path = path?.text.flatMap(ContainerPath.init) {
      paths.append(path)
    } else {
      isComplete = false
    }
  }

  /// The objects of a list; what is not known of it is noted.
  private mutating func elements(of value: Value?) -> [Value] {
    guard let value, !value.isNull else { return [] }
    if value.object != nil { return [] }
    if value.list == nil || value.list?.contains(where: { $0.object == nil }) == true {
      isComplete = false
    }
    return value.list?.filter { $0.object != nil } ?? []
  }
}
