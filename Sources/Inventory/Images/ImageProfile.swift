package import SourceText

/// What a Dockerfile says of the image that it builds: how a container of it runs by default.
package struct ImageProfile: Sendable {
  /// The names by which containers may refer to the image; filled in by whoever knows them.
  package var names: [String] = []
  /// The name of the Dockerfile's folder: what the image's repository is usually called.
  package var folder = ""
  /// The Dockerfile.
  package let file: SourceFile
  /// The image from a registry that everything is built upon; `nil` for `scratch`.
  package let baseImage: Value?
  /// The user, if one is set; a base image may set one unseen.
  package let user: Value?
  /// The absolute paths of the volumes.
  package let volumes: [Value]
  /// The folder that commands start in.
  package let workingDirectory: Value?
  /// The environment variables that decide where programs write.
  package let environment: [(name: String, value: Value)]
  /// The words of the entry point.
  package let entryPoint: Value?
  /// The words of the command.
  package let command: Value?
  /// The paths that the build prepares for being written to.
  package let writablePaths: [WritablePath]

  /// Describes an image.
  package init(
    file: SourceFile,
    baseImage: Value?,
    user: Value?,
    volumes: [Value],
    workingDirectory: Value?,
    environment: [(name: String, value: Value)],
    entryPoint: Value?,
    command: Value?,
    writablePaths: [WritablePath]
  ) {
    self.file = file
    self.baseImage = baseImage
    self.user = user
    self.volumes = volumes
    self.workingDirectory = workingDirectory
    self.environment = environment.filter { ImageProfile.pathVariables.contains($0.name) }
    self.entryPoint = entryPoint
    self.command = command
    self.writablePaths = writablePaths
  }

  /// The environment variables by which programs are told where to write, or whether.
  private static let pathVariables: Set<String> = [
    "CATALINA_TMPDIR", "DOTNET_EnableDiagnostics", "GUNICORN_CMD_ARGS", "HOME", "JAVA_OPTS",
    "JAVA_TOOL_OPTIONS", "KONG_PREFIX", "NGINX_ENVSUBST_OUTPUT_DIR", "PGDATA",
    "PYTHONDONTWRITEBYTECODE", "TEMP", "TMP", "TMPDIR", "XDG_CACHE_HOME", "npm_config_cache",
  ]
}

extension ImageProfile {
  /// Whom a container runs as that names no user.
  package enum RunningUser: Sendable, Hashable {
    case root
    case nonRoot
    /// The base image, or a build argument, decides.
    case unknown

    /// Whom the text of a user means.
    init(_ user: Value?) {
      switch user?.isRootUser.content {
      case .bool(let isRoot)?: self = isRoot ? .root : .nonRoot
      default: self = .unknown
      }
    }
  }

  /// Whom a container of the image runs as that names no user itself.
  package var runningUser: RunningUser { RunningUser(user ?? baseUser) }

  /// The user that the base image is known to set.
  var baseUser: Value? {
    guard let baseImage else { return Value(.string("root"), at: nil) }
    return BaseImageUsers.user(of: baseImage)
  }

  /// The well-known program that the image is built upon.
  package var family: ImageFamily? { baseImage.flatMap(ImageFamily.init) }

  /// Whether one of the names means the image that a container calls `reference`.
  ///
  /// A name without a registry means the repository in any; one without a tag means every tag.
  package func matches(_ reference: String) -> Bool {
    matches(ImageReference(Value(.string(reference), at: nil), in: Inventory()))
  }

  /// Whether one of the names means `image`; what is not known of it does not speak against that.
  func matches(_ image: ImageReference) -> Bool {
    isNamed(by: image) || isFolder(of: image)
  }

  /// Whether the repository is one of Amazon ECR's and ends in the name of the Dockerfile's folder.
  ///
  /// An image of a public registry that goes by the same name is somebody else's.
  private func isFolder(of image: ImageReference) -> Bool {
    let isOurs = image.registry?.text?.contains(".dkr.ecr.") ?? true
    return isOurs && !folder.isEmpty
      && image.repository?.text?.split(separator: "/").last.map(String.init) == folder
  }

  private func isNamed(by image: ImageReference) -> Bool {
    names.contains { name in
      let wanted = ImageReference(Value(.string(name), at: nil), in: Inventory())
      guard let repository = wanted.repository?.text, image.repository?.text == repository else {
        return false
      }
      let namesRegistry = name.hasPrefix("\(wanted.registry?.text ?? "")/")
      return (!namesRegistry || image.registry.agrees(with: wanted.registry))
        && (wanted.tag == nil || image.tag.agrees(with: wanted.tag))
        && (wanted.digest == nil || image.digest.agrees(with: wanted.digest))
    }
  }
}

extension Value? {
  /// Whether both are there, and are the same as far as they are known.
  fileprivate func agrees(with other: Value?) -> Bool {
    guard let self, let other else { return false }
    return self.text == nil || self.text == other.text
  }
}

extension Inventory {
  /// The profile of the image that a container names.
  package func image(of container: Value) -> ImageProfile? {
    guard !images.isEmpty, let image = container["image"] else { return nil }
    let reference = ImageReference(image, in: self)
    return images.first { $0.matches(reference) }
  }

  /// Whom a container runs as: its own user, else that of its image, as far as it is known.
  package func runningUser(of container: Value) -> ImageProfile.RunningUser {
    if let user = container["user"], !user.isNull { return ImageProfile.RunningUser(user) }
    return image(of: container)?.runningUser
      ?? ImageProfile.RunningUser(container["image"].flatMap(BaseImageUsers.user))
  }
}
