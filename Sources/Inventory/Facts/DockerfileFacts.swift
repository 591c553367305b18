/// Facts about a Dockerfile and its stages.
enum DockerfileFacts {
  static let table: [String: Fact] = [
    "addedLocalFiles": { site in
      site.list((site.value["addedFiles"]?.list ?? []).compactMap(AddedFile.local))
    },
    "baseUser": { site in
      guard let image = site.value["baseImage"] else { return site.value.named("root") }
      return BaseImageUsers.user(of: image)
    },
    "runsAsRoot": runsAsRoot,
    "secretVariables": secretVariables,
    "sshPorts": { site in
      site.list((site.value["exposedPorts"]?.list ?? []).compactMap(ExposedPort.ssh))
    },
  ]

  static let stage: [String: Fact] = [
    "baseImage.digest": { $0.imagePart(\.digest, of: "baseImage") },
    "baseImage.registry": { $0.imagePart(\.registry, of: "baseImage") },
    "baseImage.repository": { $0.imagePart(\.repository, of: "baseImage") },
    "baseImage.tag": { $0.imagePart(\.tag, of: "baseImage") },
    "isVersioned": isVersioned,
  ]

  /// Whether a tag or a digest is written behind the name of the base image, known or not.
  static let isVersioned: Fact = { site in
    guard let image = site.value["baseImage"] else { return nil }
    let name = image.literalText.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if name.contains(":") || name.contains("@") { return site.bool(true, from: image) }
    let tag = site.imagePart(\.tag, of: "baseImage")
    return tag?.unknownReason.map { image.unknown($0) } ?? site.bool(tag != nil, from: image)
  }

  /// Whether the user is root for sure; absent where no user is set and the base may set one.
  static let runsAsRoot: Fact = { site in
    guard let user = site.value["user"], !user.isNull else {
      return site.value["baseImage"] == nil ? site.bool(true) : nil
    }
    let windows = ["containeradministrator", "administrator"]
    if let text = user.text, windows.contains(text.lowercased()) {
      return site.bool(true, from: user)
    }
    return user.isRootUser
  }

  /// The names of build arguments and environment variables that hold a secret.
  static let secretVariables: Fact = { site in
    let arguments = (site.value["arguments"]?.list ?? []).compactMap { variable -> Value? in
      let name = variable["name"]?.text ?? ""
      guard SecretName.isBuildSecret(name) else {
        return variable["value"].flatMap {
          SecretFacts.finding(name: name, value: $0, in: site.inventory)
        }
      }
      return (variable["value"] ?? variable["name"])?.named(name)
    }
    let variables = (site.value["environment"]?.list ?? []).compactMap { variable -> Value? in
      let name = variable["name"]?.text ?? ""
      guard let value = variable["value"] else { return nil }
      if SecretName.isBuildSecret(name) { return value.text == "" ? nil : value.named(name) }
      return SecretFacts.finding(name: name, value: value, in: site.inventory)
    }
    return site.list(arguments + variables)
  }
}

extension SecretName {
  /// Whether a variable of a build is called like a secret, by BuildKit's list of words.
  ///
  /// A build is not given what it does not need, so the name alone is enough.
  static func isBuildSecret(_ name: String) -> Bool {
    let parts = words(of: name)
    if parts.contains(where: { harmless.contains($0) }) { return false }
    return exact.contains { name == $0 || name.hasSuffix("_" + $0) } || isSuspicious(name)
      || parts.last.map { buildWords.contains($0) } ?? false
  }

  private static let buildWords: Set<String> = ["apikey", "auth", "key", "psw", "pword"]

  /// Words of names that are about what everybody may know; `GPG_KEY` is a fingerprint.
  private static let harmless: Set<String> = ["gpg", "public", "pub"]
}

/// A port that a Dockerfile exposes: `22`, `22/tcp`, `20-25`.
enum ExposedPort {
  /// The port where SSH is reached through it; unknown where it may be.
  static func ssh(_ port: Value) -> Value? {
    guard let text = port.text else {
      return port.firstUnknownReason.map { port.unknown($0) }
    }
    let parts = text.split(separator: "/", maxSplits: 1)
    guard let numbers = parts.first, parts.count == 1 || parts[1].lowercased() == "tcp" else {
      return nil
    }
    let bounds = numbers.split(separator: "-").compactMap { Int($0) }
    guard let low = bounds.first, let high = bounds.last, low <= 22, high >= 22 else { return nil }
    return port
  }
}

/// A file that `ADD` brings into an image.
enum AddedFile {
  /// The source where `COPY` would do the same; unknown where it may be an archive.
  static func local(_ file: Value) -> Value? {
    guard let source = file["source"] else { return nil }
    let start = source.beginning ?? ""
    if remote.contains(where: start.hasPrefix) { return nil }
    let end = source.ending
    if let end, archives.contains(where: end.lowercased().hasSuffix) { return nil }
    if source.text != nil || (source.beginning != nil && end?.contains(".") == true) {
      return source
    }
    // Nobody unpacks an archive into a folder that is called like a file.
    if let target = file["destination"]?.text, isFileName(target) { return source.named(target) }
    return source.unknown(source.firstUnknownReason ?? .malformed(expected: "string"))
  }

  private static func isFileName(_ path: String) -> Bool {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return name.dropFirst().contains(".")
  }

  private static let remote = ["http://", "https://", "git@", "git://", "ssh://"]

  /// The ends of names of archives that `ADD` unpacks.
  private static let archives = [
    ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz", ".tbz2", ".tar.xz", ".txz", ".tar.zst",
  ]
}

extension Value {
  /// The known beginning of a text.
  fileprivate var beginning: String? {
    guard case .partial(let pieces) = content else { return text }
    return pieces.first?.literal
  }

  /// The known end of a text.
  fileprivate var ending: String? {
    guard case .partial(let pieces) = content else { return text }
    return pieces.last?.literal
  }
}
