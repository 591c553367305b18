import Inventory

/// A container of a task definition, as far as it decides where its programs write.
struct ContainerSite {
  let container: Value
  /// What the Dockerfile in the repository says of its image.
  let profile: ImageProfile?
  /// The image, or the base image of one that is built here.
  let image: ImageReference?
  /// The words of the entry point and of the command, those in scripts too.
  let words: [String]
  let mounts: MountedPaths
  let user: ImageProfile.RunningUser

  init(_ container: Value, in taskDefinition: Value, of inventory: Inventory) {
    self.container = container
    profile = inventory.image(of: container)
    let image = profile.map(\.baseImage) ?? container["image"]
    self.image = image.map { ImageReference($0, in: inventory) }
    words = Self.words(of: container, profile)
    mounts = MountedPaths(of: container, in: taskDefinition)
    user = inventory.runningUser(of: container)
  }

  /// An entry point of the container's own takes the image's command away, too.
  private static func words(of container: Value, _ profile: ImageProfile?) -> [String] {
    let entryPoint = container["entryPoint"]?.list.flatMap { $0.isEmpty ? nil : $0 }
    let command = container["command"]?.list.flatMap { $0.isEmpty ? nil : $0 }
    let ownCommand = command ?? (entryPoint == nil ? profile?.command?.list : nil)
    let values = (entryPoint ?? profile?.entryPoint?.list ?? []) + (ownCommand ?? [])
    let separators: Set<Character> = [" ", "\t", "\n", "'", "\"", ";", "&", "|", "(", ")"]
    return values.compactMap(\.text).flatMap { text in
      text.split(whereSeparator: separators.contains).map(String.init)
    }
  }

  /// Whether the words of `pattern`, globs with blanks between, stand in the command in that order.
  ///
  /// A program may be called by its path.
  func runs(_ pattern: String) -> Bool {
    var rest = words[...]
    for part in pattern.split(separator: " ") {
      let glob = Glob(String(part), ignoresCase: false)
      let index = rest.firstIndex { word in
        glob.covers(word)
          || word.contains("/") && glob.covers(String(word.split(separator: "/").last ?? ""))
      }
      guard let index else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }

  /// Whether an environment variable goes with `pattern`: its name, or `NAME=VALUE`.
  func setsEnvironment(_ pattern: String) -> Bool {
    let parts = pattern.split(separator: "=", maxSplits: 1).map(String.init)
    let name = Glob(parts[0], ignoresCase: false)
    return environment.contains { variable in
      name.covers(variable.name)
        && (parts.count == 1 || variable.value?.text.map { Glob(parts[1]).covers($0) } ?? false)
    }
  }

  /// The absolute path that the environment variable `name` holds; nothing else of it is told.
  func path(inEnvironment name: String) -> String? {
    text(inEnvironment: name).flatMap(ContainerPath.init)?.text
  }

  /// What the environment variable `name` holds, unless it is a secret.
  func text(inEnvironment name: String) -> String? {
    let value = environment.last { $0.name == name }?.value
    return value.flatMap { $0.isSensitive ? nil : $0.text }
  }

  /// The folder that the programs start in.
  var workingDirectory: String? {
    let value = container["workingDirectory"].flatMap { $0.isNull ? nil : $0 }
    return (value ?? profile?.workingDirectory)?.text.flatMap(ContainerPath.init)?.text
  }

  /// The variables of the image, then those of the container; of two with one name the later counts.
  private var environment: [(name: String, value: Value?)] {
    let own = (container["environment"]?.list ?? []).compactMap { variable in
      variable["name"]?.text.map { ($0, variable["value"]) }
    }
    return (profile?.environment ?? []).map { ($0.name, $0.value) } + own
  }
}
