package import Inventory
package import SourceText

/// The change that makes the roots of a task definition's containers read-only, with the mounts
/// that they then need.
///
/// The plan is `safe` only where each container's image is in the catalogue with a source for every
/// path, or whoever runs it names the paths or says that there are none, and where nothing is lost,
/// hidden or unsupported on the way. Everything else is for somebody to review first: a read-only
/// root changes how the program behaves.
package struct MountPlan: Sendable {
  /// The change of the task definition; `nil` where nothing can be done.
  ///
  /// An element behind the last of `containerDefinitions` is a container to add, which copies what
  /// a mount would hide.
  package let patch: Patch?
  /// How freely the change may be made; `manual` where there is none.
  package let applicability: Applicability
  /// What people should know first, each sentence behind the name of its container.
  package let warnings: [LocalizedText]
  /// The mounts that the change adds, in the order of the containers.
  package let mounts: [PlannedMount]
  /// The containers whose root stays writable though it should not, by index.
  package let remaining: [Int]
  /// What the plan does to single containers, by index: names are told apart across all of them.
  package let shares: [Int: MountShare]

  /// Plans for every container of `taskDefinition` whose root is known to be writable.
  ///
  /// - Parameters:
  ///   - taskDefinition: the task definition
  ///   - inventory: everything around it, with the images that Dockerfiles build
  ///   - catalogue: what is known of images
  ///   - options: what whoever runs it decides
  package init(
    for taskDefinition: Resource,
    in inventory: Inventory,
    catalogue: ImageCatalogue = .embedded,
    options: MountOptions = MountOptions()
  ) {
    var planner = MountPlanner(taskDefinition, inventory, catalogue, options)
    planner.plan()
    patch = planner.patch
    applicability = planner.patch == nil ? .manual : planner.applicability
    warnings = planner.warnings
    mounts = planner.mounts
    remaining = planner.remaining
    shares = planner.shares
  }
}

/// What a mount plan does for one container.
package struct MountShare: Sendable {
  /// The change of the task definition; `nil` where nothing can be done for the container.
  package var patch: Patch?
  /// Whether the change adds a container, which copies what a mount would hide.
  package var addsContainers = false
  /// How freely the change may be made.
  package var applicability: Applicability
  /// What people should know first.
  package var warnings: [LocalizedText]

  init(applicability: Applicability, warnings: [LocalizedText]) {
    self.applicability = applicability
    self.warnings = warnings
  }
}

/// A mount that a plan adds.
package struct PlannedMount: Sendable, Hashable {
  /// What is mounted.
  package enum Kind: Sendable, Hashable {
    /// Memory, of so many MiB at most.
    case tmpfs(mebibytes: Int)
    /// An empty volume that lives as long as the task.
    case volume(name: String)
    /// A file system of Amazon EFS.
    case fileSystem(volume: String, PersistentFileSystem)
  }

  /// The container.
  package let container: String
  /// Why it is mounted.
  package let need: WritableNeed
  /// What is mounted.
  package let kind: Kind
}
