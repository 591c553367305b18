import Inventory

/// What is mounted into a container already.
struct MountedPaths {
  private(set) var writable: [ContainerPath] = []
  private(set) var readOnly: [ContainerPath] = []
  /// Whether nothing else may be mounted.
  private(set) var isComplete = true

  init(of container: Value, in taskDefinition: Value) {
    addMountPoints(of: container, isReadOnly: false)
    addVolumes(from: container["volumesFrom"], in: taskDefinition)
    for tmpfs in elements(of: container["linuxParameters"].flatMap { $0["tmpfs"] ?? $0 }) {
      let options = tmpfs["mountOptions"]?.list?.compactMap(\.text) ?? []
      add(tmpfs["containerPath"], isReadOnly: options.contains("ro"))
    }
  }

  /// Whether something is mounted at `path`.
  func holds(_ path: String) -> Bool {
    (writable + readOnly).contains { $0 == ContainerPath(path) }
  }

  /// Whether `path` can be written to: it stands in a mount, or in shared memory.
  func covers(_ path: ContainerPath) -> Bool {
    path.isWithin("/dev/shm") || writable.contains { path.isWithin($0.text) }
  }

  private mutating func addMountPoints(of container: Value, isReadOnly: Bool) {
    for point in elements(of: container["mountPoints"]) {
      let isOwn = point["readOnly"].map { $0.isTrue ?? true } ?? false
      add(point["containerPath"], isReadOnly: isReadOnly || isOwn)
    }
  }

  private mutating func addVolumes(from sources: Value?, in taskDefinition: Value) {
    for source in elements(of: sources) {
      let other = taskDefinition["containerDefinitions"]?.list?.first {
        $0["name"]?.text != nil && $0["name"]?.text == source["sourceContainer"]?.text
      }
      guard let other else {
        isComplete = false
        continue
      }
      let isReadOnly = source["readOnly"].map { $0.isTrue ?? true } ?? false
      addMountPoints(of: other, isReadOnly: isReadOnly)
    }
  }

  private mutating func add(_ path: Value?, isReadOnly: Bool) {
    guard let text = path?.text, let path = ContainerPath(text) else {
      isComplete = false
      return
    }
    if isReadOnly { readOnly.append(path) } else { writable.append(path) }
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
