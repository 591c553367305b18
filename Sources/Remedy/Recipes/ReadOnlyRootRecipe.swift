import Inventory
import SourceText
import Templates

/// Makes the root of a container read-only, with the mounts that it then needs.
struct ReadOnlyRootRecipe: Sendable {
  /// The control on services that fails where ECS Exec is on.
  private static let execControl = "ecs.svc.exec-readonly-root"

  let options: MountOptions

  func plan(
    _ subject: FixSubject,
    _ unit: DeploymentUnit,
    _ declaration: FixDeclaration
  ) throws(FixObstacle) -> FixPlan {
    let inventory = subject.subject.inventory
    let resource = subject.subject.resource
    let entered = inventory.services(running: resource).filter {
      $0.properties["enableExecuteCommand"]?.isTrue ?? false
    }
    guard entered.isEmpty || options.keepsExec else {
      throw FixObstacle(.execStands(in: entered.map(\.id.path)))
    }
    let mounts = MountPlan(for: resource, in: inventory, options: options)
    guard let share = subject.elementIndex.flatMap({ mounts.shares[$0] }), let patch = share.patch
    else { throw FixObstacle(.joined(mounts.warnings)) }
    var plan = FixPlan(max(share.applicability, declaration.applicability))
    plan.patches[resource.id] = patch
    plan.addsContainers = share.addsContainers
    plan.notes = (declaration.note.map { [$0] } ?? []) + share.warnings
    if !entered.isEmpty {
      plan.tolerated = [Self.execControl]
      plan.notes.append(.execControlFails(Self.execControl))
    }
    return plan
  }
}

extension LocalizedText {
  /// One text of several sentences.
  fileprivate static func joined(_ sentences: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: sentences.map(\.en).joined(separator: " "),
      ja: sentences.map(\.ja).joined()
    )
  }

  fileprivate static func execStands(in services: [String]) -> LocalizedText {
    let list = services.map { "`\($0)`" }.joined(separator: ", ")
    return LocalizedText(
      en: """
        ECS Exec is on for \(list), and AWS does not support it with a read-only root. Turn it off \
        there (`enableExecuteCommand: false`) and run the fix again. To keep it at your own risk, add \
        `--exec-mounts`: that adds the mounts that are known to make it work.
        """,
      ja: """
        \(list) で ECS Exec が有効である。読み取り専用ルートでの ECS Exec を AWS はサポートしていない。\
        無効(`enableExecuteCommand: false`)にしてから修正を再実行する。自己責任で使い続けるなら、\
        動作が知られているマウントを追加する `--exec-mounts` を指定する。
        """
    )
  }

  fileprivate static func execControlFails(_ control: String) -> LocalizedText {
    LocalizedText(
      en: "`\(control)` fails from then on: accept it with a reason.",
      ja: "以後 `\(control)` が不合格になる。理由を記録して受容する。"
    )
  }
}
