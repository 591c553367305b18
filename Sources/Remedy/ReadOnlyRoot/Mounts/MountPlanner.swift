import Inventory
import SourceText

/// Works out a mount plan, one container after the other.
struct MountPlanner {
  private(set) var applicability = Applicability.safe
  private(set) var warnings: [LocalizedText] = []
  private(set) var mounts: [PlannedMount] = []
  private(set) var remaining: [Int] = []
  /// What the plan does to single containers, by index.
  private(set) var shares: [Int: MountShare] = [:]
  private let taskDefinition: Resource
  private let inventory: Inventory
  private let catalogue: ImageCatalogue
  private let options: MountOptions
  private let launch: LaunchSite
  private let containers: [Value]
  private var volumeNames: FreshNames
  private var containerNames: FreshNames
  private var volumes: [SourceLiteral] = []
  private var elements: [Int: Patch] = [:]
  private var seeders: [SourceLiteral] = []

  init(
    _ taskDefinition: Resource,
    _ inventory: Inventory,
    _ catalogue: ImageCatalogue,
    _ options: MountOptions
  ) {
    self.taskDefinition = taskDefinition
    self.inventory = inventory
    self.catalogue = catalogue
    self.options = options
    launch = LaunchSite(taskDefinition, in: inventory)
    containers = taskDefinition.properties["containerDefinitions"]?.list ?? []
    volumeNames = FreshNames(besides: taskDefinition.properties["volumes"])
    containerNames = FreshNames(besides: taskDefinition.properties["containerDefinitions"])
  }

  /// Plans for every container whose root is known to be writable.
  mutating func plan() {
    let writable = containers.indices.filter { containers[$0].hasWritableRoot }
    if writable.isEmpty { return }
    guard launch.isWindows != true else {
      remaining = writable
      warnings = [.windows]
      return
    }
    if launch.isWindows == nil { review(.unknownSystem) }
    let before = warnings
    for index in writable { share(index) }
    let own = warnings.count
    if launch.isFargate == nil, mounts.contains(where: { $0.kind.isTmpfs }) {
      warnings.append(.unknownLaunchType)
    }
    for path in options.fileSystems.compactMap(\.path)
    where !mounts.contains(where: { $0.need.path == path }) {
      warnings.append(.unusedFileSystem(path))
    }
    let isEntered = !elements.isEmpty && inventory.allowsExec(into: taskDefinition)
    if isEntered { review(options.keepsExec ? .execAtOwnRisk : .execStops) }
    let isDoubtful = launch.isWindows == nil || isEntered
    for index in shares.keys {
      shares[index]?.warnings += before + warnings[own...]
      if isDoubtful { shares[index]?.applicability.raise(.needsReview) }
    }
  }

  /// Plans for one container, and notes what of the plan is for it.
  private mutating func share(_ index: Int) {
    let others = applicability
    let (told, mounted, added) = (warnings.count, volumes.count, seeders.count)
    applicability = .safe
    plan(index)
    var share = MountShare(applicability: applicability, warnings: Array(warnings[told...]))
    applicability.raise(others)
    defer { shares[index] = share }
    guard let patch = elements[index] else { return }
    let seeds = (added..<seeders.count).map { (containers.count + $0, Patch.set(seeders[$0])) }
    share.addsContainers = !seeds.isEmpty
    share.patch = self.patch(
      [index: patch].merging(seeds) { patch, _ in patch },
      Array(volumes[mounted...])
    )
  }

  /// The change of the task definition; `nil` for none.
  var patch: Patch? {
    if elements.isEmpty { return nil }
    let added = seeders.enumerated().map { (containers.count + $0, Patch.set($1)) }
    return patch(elements.merging(added) { patch, _ in patch }, volumes)
  }

  private func patch(_ elements: [Int: Patch], _ volumes: [SourceLiteral]) -> Patch {
    var members: [String: Patch] = ["containerDefinitions": .elements(elements)]
    if !volumes.isEmpty { members["volumes"] = .append(volumes) }
    return .members(members)
  }

  private mutating func plan(_ index: Int) {
    let container = containers[index]
    let name = container.containerName ?? "containerDefinitions[\(index)]"
    let needs = WritableNeeds(
      of: container,
      in: taskDefinition,
      inventory,
      catalogue: catalogue,
      options: options
    )
    warnings += needs.warnings.map { $0.of(name) }
    if let obstacle = needs.obstacle {
      remaining.append(index)
      if !needs.warnings.contains(obstacle) { warnings.append(obstacle.of(name)) }
      return
    }
    let seeds = needs.needs.filter { isSeeded($0) }
    let seeder =
      seeds.isEmpty
      ? nil
      : Seeder(
        containerNames.make(from: "\(name)-seed"),
        of: seeds,
        for: container,
        needs,
        launch
      )
    if !seeds.isEmpty, seeder == nil {
      remaining.append(index)
      warnings.append(LocalizedText.noSeeder(seeds.map(\.path)).of(name))
      return
    }
    switch needs.basis {
    case .declared, .catalogued: break
    case .inferred: review(LocalizedText.inferred(needs.needs).of(name))
    // The warnings of the needs say so.
    case .unknown: applicability.raise(.needsReview)
    }
    elements[index] = .members(members(of: container, name, needs, seeder))
  }

  /// The changes of one container, member by member.
  private mutating func members(
    of container: Value,
    _ name: String,
    _ needs: WritableNeeds,
    _ seeder: Seeder?
  ) -> [String: Patch] {
    var members: [String: Patch] = ["readonlyRootFilesystem": .set(.bool(true))]
    let planned = needs.needs.map { mount($0, in: name, needs) }
    let tmpfs = planned.compactMap { $0.tmpfs(isRoot: needs.startsAsRoot) }
    let points = planned.compactMap(\.mountPoint)
    if !tmpfs.isEmpty { members["linuxParameters"] = .members(["tmpfs": .append(tmpfs)]) }
    if !points.isEmpty { members["mountPoints"] = .append(points) }
    if let seeder {
      let copied = planned.filter { isSeeded($0.need) }
      seeders.append(seeder.container(copying: copied))
      members["dependsOn"] = .append([seeder.dependency])
      review(LocalizedText.seeded(copied.map(\.need.path), seeder.runsAsRoot).of(name))
    }
    mounts += planned
    checkMemory(of: container, name, planned)
    return members
  }

  /// Whether what the image ships at a path is to be copied; ECS does so for volumes of the image.
  private func isSeeded(_ need: WritableNeed) -> Bool {
    need.mustBeSeeded && !need.isImageVolume
  }

  /// What is mounted for a need; data is never lost without a word.
  private mutating func mount(
    _ need: WritableNeed,
    in container: String,
    _ needs: WritableNeeds
  ) -> PlannedMount {
    let system = options.fileSystem(for: need, in: container)
    let isTmpfs =
      launch.takesTmpfs && !options.prefersVolumes && system == nil && !need.isPersistent
      && !need.needsVolume && !need.mustBeSeeded
    if isTmpfs {
      let size = options.sizes[need.path] ?? need.size ?? options.defaultSize
      return PlannedMount(container: container, need: need, kind: .tmpfs(mebibytes: size))
    }
    let volume = volumeNames.make(from: container + need.path)
    if let system {
      review(LocalizedText.onFileSystem(need.path, system, volume).of(container))
      volumes.append(.volume(volume, on: system))
      let kind = PlannedMount.Kind.fileSystem(volume: volume, system)
      return PlannedMount(container: container, need: need, kind: kind)
    }
    if need.isPersistent { review(LocalizedText.notPersistent(need.path).of(container)) }
    if !needs.startsAsRoot, !need.isImageVolume, !isSeeded(need) {
      review(LocalizedText.rootOwned(need.path).of(container))
    }
    volumes.append(.volume(volume))
    return PlannedMount(container: container, need: need, kind: .volume(name: volume))
  }

  /// A tmpfs takes its memory from the container; half of it is a lot.
  private mutating func checkMemory(
    of container: Value,
    _ name: String,
    _ planned: [PlannedMount]
  ) {
    let total = planned.compactMap(\.kind.mebibytes).reduce(0, +)
    let own = [container["memory"]?.text.flatMap { Int($0) }, launch.taskMemory]
    guard let limit = own.compactMap({ $0 }).min(), total * 2 > limit else { return }
    review(LocalizedText.muchMemory(total, of: limit).of(name))
  }

  private mutating func review(_ warning: LocalizedText) {
    applicability.raise(.needsReview)
    warnings.append(warning)
  }
}

extension Applicability {
  /// Becomes `other` where that is less free.
  fileprivate mutating func raise(_ other: Applicability) { self = max(self, other) }
}

extension Value {
  /// Whether a container's root is known to be writable.
  fileprivate var hasWritableRoot: Bool {
    guard object != nil else { return false }
    return self["readonlyRootFilesystem"].map { $0.isNull || $0.isTrue == false } ?? true
  }

  /// The name of a container, unless it is a secret.
  var containerName: String? { self["name"].flatMap { $0.isSensitive ? nil : $0.text } }
}
