import Inventory
import SourceText
import Templates

/// Makes the root of a Compose service read-only, with memory mounted where the image writes.
struct ComposeRootRecipe: Sendable {
  let options: MountOptions

  func plan(
    _ subject: FixSubject,
    _ unit: DeploymentUnit,
    _ declaration: FixDeclaration
  ) throws(FixObstacle) -> FixPlan {
    let service = subject.subject.resource
    let needs = WritableNeeds(
      of: service.properties,
      in: service,
      subject.subject.inventory,
      catalogue: .embedded,
      options: options
    )
    if let obstacle = needs.obstacle { throw FixObstacle(obstacle) }
    let lasting = needs.needs.filter { $0.isPersistent || $0.needsVolume || $0.mustBeSeeded }
    var members: [String: Patch] = ["readonlyRootFilesystem": .set(.bool(true))]
    let mounts = needs.needs.filter { !lasting.contains($0) }
      .map { $0.composeMount(isRoot: needs.startsAsRoot) }
    if !mounts.isEmpty { members["linuxParameters"] = .members(["tmpfs": .append(mounts)]) }
    var plan = FixPlan(max(declaration.applicability, .needsReview))
    plan.patches[service.id] = .members(members)
    plan.notes = (declaration.note.map { [$0] } ?? []) + needs.warnings
    if !lasting.isEmpty { plan.notes.append(.volumesNeeded(lasting.map(\.path))) }
    return plan
  }
}

extension WritableNeed {
  /// The mount of memory at the path; Compose needs no size.
  fileprivate func composeMount(isRoot: Bool) -> SourceLiteral {
    let mount = PlannedMount(container: "", need: self, kind: .tmpfs(mebibytes: 0))
    guard case .object(let members)? = mount.tmpfs(isRoot: isRoot) else {
      return .object([.init("containerPath", .string(path))])
    }
    return .object(members.filter { $0.name != "size" })
  }
}

extension LocalizedText {
  fileprivate static func volumesNeeded(_ paths: [String]) -> LocalizedText {
    let list = paths.map { "`\($0)`" }.joined(separator: ", ")
    return LocalizedText(
      en: "Mount a volume at \(list) besides: what is written there must last, or is in the image.",
      ja: "さらに \(list) にボリュームをマウントする。書き込む内容を残す必要があるか、イメージのファイルがあるため。"
    )
  }
}
