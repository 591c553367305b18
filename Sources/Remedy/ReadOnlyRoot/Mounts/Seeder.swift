import Inventory

/// A container that copies what the image ships to volumes before another one starts, which then
/// mounts them over the originals.
struct Seeder {
  /// Memory for a container of a task that sets none itself, in MiB.
  private static let memory = 64

  private let name: String
  private let image: SourceLiteral
  /// What it takes over from the container that it copies for.
  private let inherited: [SourceLiteral.Member]
  private let setsMemory: Bool
  /// Whether root must copy, as volumes are root's and the image runs as somebody else.
  let runsAsRoot: Bool

  /// Prepares a container called `name` to copy `seeds` for `container`; `nil` where the image is not
  /// known to be able to.
  init?(
    _ name: String,
    of seeds: [WritableNeed],
    for container: Value,
    _ needs: WritableNeeds,
    _ launch: LaunchSite
  ) {
    guard needs.hasShell, container.containerName != nil,
      let image = container["image"].flatMap({ SourceLiteral($0) }),
      seeds.allSatisfy({ Self.isPlain($0.path) })
    else { return nil }
    self.name = name
    self.image = image
    setsMemory = launch.taskMemory == nil
    runsAsRoot = !needs.startsAsRoot
    // The options of other log drivers may hold a token.
    let logs = container["logConfiguration"]?["logDriver"]?.text == "awslogs"
    let names = ["repositoryCredentials"] + (logs ? ["logConfiguration"] : [])
    inherited = names.compactMap { name in
      container[name].flatMap { SourceLiteral($0) }.map { .init(name, $0) }
    }
  }

  /// Whether a shell takes the path as it is.
  private static func isPlain(_ path: String) -> Bool {
    path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// The definition of the container that copies for `mounts`.
  func container(copying mounts: [PlannedMount]) -> SourceLiteral {
    let volumes = mounts.compactMap(\.kind.volume)
    let script = mounts.compactMap { Self.copy(for: $0) }.joined(separator: " && ")
    var members = [
      SourceLiteral.Member("name", .string(name)), SourceLiteral.Member("image", image),
      SourceLiteral.Member("essential", .bool(false)),
      SourceLiteral.Member("entryPoint", .list([.string("sh"), .string("-c")])),
      SourceLiteral.Member("command", .list([.string(script)])),
      SourceLiteral.Member("readonlyRootFilesystem", .bool(true)),
      SourceLiteral.Member(
        "mountPoints",
        .list(volumes.map { .mountPoint(of: $0, at: Self.folder(of: $0)) })
      ),
    ]
    if runsAsRoot { members.append(.init("user", .string("0"))) }
    if setsMemory { members.append(.init("memory", .number("\(Self.memory)"))) }
    return .object(members + inherited)
  }

  /// The command that copies for `mount`.
  ///
  /// A file system keeps what is there, and its access point may forbid another owner.
  private static func copy(for mount: PlannedMount) -> String? {
    mount.kind.volume.map { volume in
      let isLasting = if case .fileSystem = mount.kind { true } else { false }
      return "cp \(isLasting ? "-rn" : "-a") \(mount.need.path)/. \(folder(of: volume))/"
    }
  }

  private static func folder(of volume: String) -> String { "/seed/\(volume)" }

  /// The element of `dependsOn` that waits for it.
  var dependency: SourceLiteral {
    .object([
      SourceLiteral.Member("containerName", .string(name)),
      SourceLiteral.Member("condition", .string("SUCCESS")),
    ])
  }
}

extension SourceLiteral {
  /// The value as it is to be written; `nil` where it is not wholly known, or a secret.
  fileprivate init?(_ value: Value) {
    guard !value.isSensitive else { return nil }
    switch value.content {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let text): self = .number(text)
    case .string(let text): self = .string(text)
    case .reference(let reference): self = .reference(reference)
    case .list(let elements):
      let literals = elements.compactMap { SourceLiteral($0) }
      guard literals.count == elements.count else { return nil }
      self = .list(literals)
    case .object(let object):
      let members = object.members.compactMap { member in
        SourceLiteral(member.value).map { Member(member.name, $0) }
      }
      guard members.count == object.members.count else { return nil }
      self = .object(members)
    case .partial, .unknown: return nil
    }
  }
}
