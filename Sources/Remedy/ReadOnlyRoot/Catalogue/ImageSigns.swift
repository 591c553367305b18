import Inventory

/// Signs in a container definition, or in the Dockerfile of its image; one of them suffices.
package struct ImageSigns: Sendable, Hashable {
  /// Globs of the image's tag; an image without a tag or a digest has the tag `latest`.
  package var tags: [String] = []
  /// Words of the entry point or the command; several, with blanks between, must come in order.
  package var commands: [String] = []
  /// Names of environment variables, or `NAME=VALUE`; both are globs.
  package var environment: [String] = []
  /// Paths that something is mounted at.
  package var mounts: [String] = []

  /// Whether there are none.
  var isEmpty: Bool { self == ImageSigns() }

  /// Whether one shows in `site`, whose image, or base image, has the tag `tag`.
  func show(in site: ContainerSite, tag: String?) -> Bool {
    tags.contains { glob in tag.map { Glob(glob).covers($0) } ?? false }
      || commands.contains { site.runs($0) }
      || environment.contains { site.setsEnvironment($0) }
      || mounts.contains { site.mounts.holds($0) }
  }
}
