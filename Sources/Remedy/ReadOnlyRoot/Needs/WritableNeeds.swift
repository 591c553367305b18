package import Inventory
package import SourceText

/// Where a container must be able to write under a read-only root, as far as that can be known.
package struct WritableNeeds: Sendable {
  /// What the needs rest upon.
  package enum Basis: Sendable, Hashable {
    /// Whoever runs the container names the paths, or says that there are none.
    case declared
    /// The catalogue knows the very image, with a source for each path.
    case catalogued
    /// The base image, the command, the Dockerfile or a mere resemblance suggest them.
    case inferred
    /// Nothing is known of the image.
    case unknown
  }

  /// The paths that are not writable yet, in the order in which they were found.
  package private(set) var needs: [WritableNeed] = []
  /// What people should know before they rely on the list.
  package private(set) var warnings: [LocalizedText] = []
  /// What the needs rest upon.
  package private(set) var basis: Basis
  /// Why no mount can make the container work; `nil` if mounts can.
  package private(set) var obstacle: LocalizedText?
  /// Whether the image is known to have a shell and `cp`.
  package private(set) var hasShell = false
  /// Whether it is known that the container starts as root.
  package private(set) var startsAsRoot: Bool
  /// Whether every path of the catalogue could be worked out.
  private var isResolved = true

  /// Gathers the needs of `container`, one of `taskDefinition`'s.
  ///
  /// - Parameters:
  ///   - container: the container definition
  ///   - taskDefinition: the task definition that it is part of
  ///   - inventory: everything around it, with the images that Dockerfiles build
  ///   - catalogue: what is known of images
  ///   - options: what whoever runs it says
  package init(
    of container: Value,
    in taskDefinition: Resource,
    _ inventory: Inventory,
    catalogue: ImageCatalogue,
    options: MountOptions
  ) {
    let site = ContainerSite(container, in: taskDefinition.properties, of: inventory)
    startsAsRoot = site.user == .root
    let name = container["name"]?.text
    let declared = options.declaredPaths(of: name)
    let writesNothing = options.writesNothing(in: name)
    basis = declared.isEmpty && !writesNothing ? .unknown : .declared
    for path in declared { add(.declared(path), to: site) }
    if !writesNothing { gather(from: site, catalogue) }
    if options.keepsExec, inventory.allowsExec(into: taskDefinition) {
      for entry in catalogue.entries(on: .ecsExec) { add(entry.paths, of: entry, to: site) }
    }
    if basis == .declared { needs.removeAll { $0.grade == .presumed } }
    if basis == .unknown { warnings.append(.unknownImage) }
    if !site.mounts.isComplete { warnings.append(.unknownMounts) }
  }

  private mutating func gather(from site: ContainerSite, _ catalogue: ImageCatalogue) {
    let matches = catalogue.matches(site)
    for match in matches { add(match, to: site) }
    let evidence = DockerfileEvidence(site)
    for need in evidence.needs { add(need, to: site) }
    warnings += evidence.warnings
    guard basis != .declared else { return }
    // A program that the command names is somebody's own, whatever its image.
    let isImage =
      site.profile == nil && !matches.isEmpty && matches.allSatisfy { $0.certainty == .image }
    let isSure =
      matches.allSatisfy { $0.entry.worstGrade < .presumed && !$0.entry.needsTrial } && isResolved
    if isImage && isSure && evidence.needs.isEmpty {
      basis = .catalogued
    } else if !matches.isEmpty || !evidence.needs.isEmpty {
      basis = .inferred
    }
  }

  private mutating func add(_ match: ImageMatch, to site: ContainerSite) {
    let entry = match.entry
    if match.certainty == .name { warnings.append(.resembles(entry.id)) }
    if let remark = entry.remark { warnings.append(remark) }
    if !entry.isMountable { obstacle = entry.remark ?? .unmountable(entry.id) }
    hasShell = hasShell || entry.hasShell
    // A user that the Dockerfile sets, or may inherit unseen, is the last word.
    if site.user == .unknown, site.profile?.user == nil, match.certainty == .image {
      startsAsRoot = startsAsRoot || entry.startsAsRoot
    }
    let paths = entry.paths.filter { path in
      (path.signs.isEmpty || path.signs.show(in: site, tag: match.tag))
        && !path.contrarySigns.show(in: site, tag: match.tag)
    }
    add(paths, of: entry, to: site, match)
  }

  private mutating func add(
    _ paths: [ImagePath],
    of entry: ImageEntry,
    to site: ContainerSite,
    _ match: ImageMatch? = nil
  ) {
    for path in paths {
      let text = path.path.path { site.value(of: $0, match) }
      guard let text, let real = ContainerPath(text) else {
        warnings.append(.unresolved(path))
        isResolved = false
        continue
      }
      if let condition = path.condition {
        if !site.mounts.covers(real) { warnings.append(.conditional(real.text, condition)) }
        continue
      }
      var need = WritableNeed(path, at: real)
      if match?.certainty == .name { need.grade = .presumed }
      add(need, to: site)
    }
  }

  /// Adds a need unless the path can be written to already.
  private mutating func add(_ need: WritableNeed, to site: ContainerSite) {
    guard let path = ContainerPath(need.path), !site.mounts.covers(path),
      !path.belongsToRuntime
    else { return }
    if let index = needs.firstIndex(where: { $0.path == need.path }) {
      needs[index].merge(need)
    } else {
      needs.append(need)
    }
  }
}

extension ContainerSite {
  /// What a variable of a path in the catalogue stands for.
  fileprivate func value(of variable: String, _ match: ImageMatch?) -> String? {
    switch variable {
    case "WORKDIR": workingDirectory
    case "REPOSITORY": match?.repository
    default: path(inEnvironment: variable)
    }
  }
}

extension WritableNeed {
  /// What whoever runs the container names.
  fileprivate static func declared(_ path: String) -> WritableNeed {
    WritableNeed(
      path: path,
      reason: LocalizedText(en: "given with `--writable`", ja: "`--writable` で指定"),
      grade: .declared
    )
  }

  fileprivate init(_ path: ImagePath, at real: ContainerPath) {
    self.init(path: real.text, reason: path.reason, grade: path.grade, sources: path.sources)
    isPersistent = path.isPersistent
    mustBeSeeded = path.isSeeded
    needsExecution = path.isExecuted
    needsVolume = path.needsVolume
    mode = path.mode
    size = path.size
  }
}

extension Inventory {
  /// Whether a service that runs `taskDefinition` lets people into its containers.
  func allowsExec(into taskDefinition: Resource) -> Bool {
    services(running: taskDefinition).contains {
      $0.properties["enableExecuteCommand"]?.isTrue ?? false
    }
  }
}
