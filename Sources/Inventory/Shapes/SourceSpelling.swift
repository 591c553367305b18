/// How the members of one shape of the AWS API are written in one source language.
///
/// The way back from the AWS shape: `taskDefinition.pidMode` is `PidMode` in CloudFormation and
/// `pid_mode` in Terraform.
package struct SourceSpelling: Sendable, Hashable {
  /// A language that resources are declared in.
  package enum Language: Sendable, Hashable {
    /// The names of the API itself: task definitions, and JSON that is handed to the API.
    case api
    /// CloudFormation and SAM.
    case cloudFormation
    /// The arguments and blocks of Terraform resources.
    case terraform
    /// The services of a Compose file.
    case compose
  }

  /// The words for a member.
  package struct Member: Sendable, Hashable {
    /// The name in the source language.
    package let name: String
    /// Whether Terraform takes the member as a block.
    package let isBlock: Bool
    /// The words of the API for `true` and `false`, where the source language has a Boolean.
    package let choice: Choice?
  }

  /// The words of the API for a Boolean argument of Terraform.
  package struct Choice: Sendable, Hashable {
    /// What `true` stands for.
    package let yes: String
    /// What `false` stands for.
    package let no: String
  }

  /// The language that is written.
  package let language: Language
  private let shape: String?

  private init(_ language: Language, shape: String?) {
    self.language = language
    self.shape = shape
  }

  /// The spelling of the properties of a resource.
  package init(of kind: ResourceKind, in language: Language) {
    self.init(language, shape: "@" + kind.rawValue)
  }

  /// The spelling of the same members in another language.
  package func inLanguage(_ language: Language) -> SourceSpelling {
    SourceSpelling(language, shape: shape)
  }

  /// The spelling of what stands in the member `name`.
  package func inside(_ name: String) -> SourceSpelling {
    let content = shape.flatMap { ShapeTable.shared.member(name, of: $0)?.content }
    return SourceSpelling(language, shape: content?.shape)
  }

  /// How the member `name` of the API is written.
  package func member(_ name: String) -> Member {
    switch language {
    case .api: Member(name: name, isBlock: false, choice: nil)
    case .cloudFormation: Member(name: inCloudFormation(name), isBlock: false, choice: nil)
    case .terraform: inTerraform(name)
    case .compose: Member(name: Self.composeKeys[name] ?? name, isBlock: false, choice: nil)
    }
  }

  /// The one name that the source language has for the member at the end of `path`, which the API
  /// nests: `deployment_circuit_breaker`; `nil` where it nests it likewise.
  package func shortcut(to path: [String]) -> Member? {
    let target = path.joined(separator: ".")
    switch language {
    case .api, .cloudFormation: return nil
    case .compose:
      return Self.composeKeys[target].map { Member(name: $0, isBlock: false, choice: nil) }
    case .terraform:
      let found = TerraformShape.renames[shape ?? ""]?.first { $0.value == target }
      guard let found else { return nil }
      let spelling = path.dropLast().reduce(self) { $0.inside($1) }
      return Member(
        name: found.key,
        isBlock: spelling.content(of: path[path.count - 1])?.shape != nil,
        choice: nil
      )
    }
  }

  /// The names of the two members of the pairs that the list `name` holds; `nil` for other members.
  package func pairNames(of name: String) -> (key: String, value: String)? {
    let inner = inside(name)
    guard let members = ShapeTable.shared.members(of: inner.shape ?? "")?.map(\.name) else {
      return nil
    }
    return [("name", "value"), ("key", "value"), ("Key", "Value")].first {
      [$0.0, $0.1] == members
    }
  }

  /// Whether the objects of the shape are mounts that Compose writes as texts: `/run:mode=1777`.
  package var isMountText: Bool { language == .compose && shape == "ecs.Tmpfs" }

  private func content(of name: String) -> ShapeTable.Content? {
    shape.flatMap { ShapeTable.shared.member(name, of: $0)?.content }
  }

  private func inCloudFormation(_ name: String) -> String {
    guard let shape else { return name }
    let renamed = CloudFormationShape.renames[shape]?.first { $0.value == name }?.key
    return Self.cloudFormationWords[shape]?[name] ?? renamed
      ?? name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The members whose letter case is CloudFormation's own.
  private static let cloudFormationWords: [String: [String: String]] = [
    "ecs.EFSAuthorizationConfig": ["iam": "IAM"],
    "ecs.EFSVolumeConfiguration": ["fileSystemId": "FilesystemId"],
    "ecs.Volume": [
      "efsVolumeConfiguration": "EFSVolumeConfiguration",
      "fsxWindowsFileServerVolumeConfiguration": "FSxWindowsFileServerVolumeConfiguration",
    ],
  ]

  private func inTerraform(_ name: String) -> Member {
    guard let shape else { return Member(name: name, isBlock: false, choice: nil) }
    let found = ShapeTable.shared.member(name, of: shape)
    let isPairs = found?.isList == true && inside(name).holdsPairs
    let isBlock = found?.content.shape != nil && !isPairs && !holdsJSON(name)
    let word = TerraformShape.renames[shape]?.first { $0.value == name }?.key
    let plain = name.snakeCased
    let singular =
      isBlock && found?.isList == true && plain.hasSuffix("s") ? String(plain.dropLast()) : plain
    let argument = word ?? singular
    let words = TerraformShape.choices[shape]?[argument]
    return Member(
      name: argument,
      isBlock: isBlock,
      choice: words.map { Choice(yes: $0.yes, no: $0.no) }
    )
  }

  /// Whether Terraform takes the member as JSON text.
  private func holdsJSON(_ name: String) -> Bool {
    TerraformShape.jsonMembers[shape ?? ""]?.contains(name.snakeCased) ?? false
  }

  /// Whether the shape is a pair, for which Terraform has a map.
  private var holdsPairs: Bool {
    let names = (ShapeTable.shared.members(of: shape ?? "") ?? []).map(\.name)
    return names == ["key", "value"] || names == ["Key", "Value"]
  }

  /// The keys of a Compose service, by the path of what they say of an ECS container.
  private static let composeKeys: [String: String] = [
    "dockerSecurityOptions": "security_opt",
    "ipcMode": "ipc",
    "linuxParameters.capabilities.add": "cap_add",
    "linuxParameters.capabilities.drop": "cap_drop",
    "linuxParameters.tmpfs": "tmpfs",
    "memory": "mem_limit",
    "networkMode": "network_mode",
    "pidMode": "pid",
    "readonlyRootFilesystem": "read_only",
    "usernsMode": "userns_mode",
  ]
}

extension String {
  /// `assignPublicIp` as `assign_public_ip`; a run of capitals is one word.
  var snakeCased: String {
    let letters = Array(unicodeScalars)
    var result = ""
    for (index, letter) in letters.enumerated() {
      let isCapital = letter.properties.isUppercase
      let follows = index > 0 && !letters[index - 1].properties.isUppercase
      let leads =
        index > 0 && index + 1 < letters.count
        && letters[index + 1].properties.isLowercase
      if isCapital, follows || leads { result += "_" }
      result += isCapital ? letter.properties.lowercaseMapping : String(letter)
    }
    return result
  }
}
