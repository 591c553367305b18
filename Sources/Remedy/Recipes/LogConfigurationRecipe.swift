import Inventory
import SourceText
import Templates

/// Gives a container a log driver: that of its siblings, else Amazon CloudWatch Logs.
struct LogConfigurationRecipe: Sendable {
  /// The Region of task definitions that do not know theirs.
  let region: String?

  func plan(
    _ source: ContainerSource,
    _ declaration: FixDeclaration
  ) throws(FixObstacle) -> FixPlan {
    if !source.isRouter, source.siblings.contains(where: \.isRouter) {
      return source.logging(source.routed, declaration, notes: [.routed])
    }
    if let taken = source.siblings.lazy.compactMap({ source.takingOver($0) }).first {
      return source.logging(taken, declaration, notes: source.roleNotes)
    }
    switch source.format {
    case .cloudFormation: return template(source, declaration)
    case .terraform: return terraform(source, declaration)
    case .taskDefinition, .compose, .dockerfile: return try definition(source, declaration)
    }
  }

  // MARK: - Formats

  private func template(_ source: ContainerSource, _ declaration: FixDeclaration) -> FixPlan {
    let type = "AWS::Logs::LogGroup"
    let declarations = source.declarations
    let name = declarations.name(["LogGroup"], type: type)
    let group = declarations.reference(to: name, type: type, attribute: "name")
    let logs = source.awslogs(group: group, region: .object([.init("Ref", .string("AWS::Region"))]))
    var plan = source.logging(logs, declaration, notes: source.roleNotes)
    plan.add(
      ResourceDraft(
        type: type,
        name: name,
        properties: [.init("RetentionInDays", .number("365"))]
      ),
      beside: source
    )
    return plan
  }

  private func terraform(_ source: ContainerSource, _ declaration: FixDeclaration) -> FixPlan {
    let type = "aws_cloudwatch_log_group"
    let declarations = source.declarations
    let name = declarations.name(["logs"], type: type)
    let group = declarations.reference(to: name, type: type, attribute: "name")
    let zone = declarations.name(["logs"], type: "aws_region")
    // The attribute that has the same meaning in every version of the provider.
    let logs = source.awslogs(group: group, region: .expression("data.aws_region.\(zone).id"))
    var plan = source.logging(logs, declaration, notes: source.roleNotes)
    plan.add(
      ResourceDraft(
        type: type,
        name: name,
        properties: [source.groupName, .init("retention_in_days", .number("365"))]
      ),
      beside: source
    )
    var data = ResourceDraft(type: "aws_region", name: zone, properties: [])
    data.isData = true
    plan.add(data, beside: source)
    return plan
  }

  private func definition(
    _ source: ContainerSource,
    _ declaration: FixDeclaration
  ) throws(FixObstacle) -> FixPlan {
    guard let region else { throw FixObstacle(.unknownRegion) }
    let group = "/ecs/\(source.family ?? source.name)"
    let logs = source.awslogs(group: .string(group), region: .string(region))
    return source.logging(
      logs,
      declaration,
      notes: [.groupNeeded(group, region)] + source.roleNotes
    )
  }
}

extension FixPlan {
  /// Adds a resource beside the task definition.
  fileprivate mutating func add(_ draft: ResourceDraft, beside source: ContainerSource) {
    resources.append(ResourceAddition(draft, beside: source.taskDefinition.id))
  }
}

extension Value {
  /// Whether a container routes the logs of the others, with FireLens.
  fileprivate var isRouter: Bool { self["firelensConfiguration"].map { !$0.isNull } ?? false }
}

extension ContainerSource {
  fileprivate var isRouter: Bool { container.isRouter }

  /// A plan that gives the container `logs`.
  fileprivate func logging(
    _ logs: SourceLiteral,
    _ declaration: FixDeclaration,
    notes: [LocalizedText]
  ) -> FixPlan {
    var plan = plan(["logConfiguration": .set(logs)], declaration)
    plan.notes += notes
    return plan
  }

  /// A log configuration for the driver `awslogs`.
  fileprivate func awslogs(group: SourceLiteral, region: SourceLiteral) -> SourceLiteral {
    .object([
      .init("logDriver", .string("awslogs")),
      .init(
        "options",
        .object([
          .init("awslogs-group", group), .init("awslogs-region", region),
          .init("awslogs-stream-prefix", writtenName),
        ])
      ),
    ])
  }

  /// A log configuration for FireLens: that of another container that is routed, if there is one.
  fileprivate var routed: SourceLiteral {
    let driver = SourceLiteral.Member("logDriver", .string("awsfirelens"))
    let sibling = siblings.compactMap { $0["logConfiguration"] }
      .first { $0["logDriver"]?.text == "awsfirelens" }
    let options = sibling.flatMap { writtenOptions(of: $0) } ?? []
    return .object([driver] + (options.isEmpty ? [] : [.init("options", .object(options))]))
  }

  /// The log configuration of `sibling` with a prefix of the container's own; `nil` unless it is for
  /// `awslogs` and written where it can be copied.
  fileprivate func takingOver(_ sibling: Value) -> SourceLiteral? {
    guard let logs = sibling["logConfiguration"], logs["logDriver"]?.text == "awslogs",
      var options = writtenOptions(of: logs),
      options.contains(where: { $0.name == "awslogs-group" })
    else { return nil }
    let prefix = SourceLiteral.Member("awslogs-stream-prefix", writtenName)
    if let index = options.firstIndex(where: { $0.name == prefix.name }) {
      options[index] = prefix
    } else {
      options.append(prefix)
    }
    return .object([
      .init("logDriver", .string("awslogs")), .init("options", .object(options)),
    ])
  }

  /// The options of a log configuration as they are written; secrets are not written twice, and
  /// what stands in another file may not mean the same here.
  private func writtenOptions(of logs: Value) -> [SourceLiteral.Member]? {
    guard let options = logs["options"], let members = options.object?.members,
      options.origin?.file == container.origin?.file,
      !members.contains(where: { $0.value.isSensitive })
    else { return nil }
    let written = members.compactMap { member in
      documents.written(member, of: options).map { SourceLiteral.Member(member.name, $0) }
    }
    return written.count == members.count ? written : nil
  }

  /// The argument that names a log group: after the family, unless the code works that out.
  fileprivate var groupName: SourceLiteral.Member {
    guard let family, isFamilyWritten, !declarations.isRepeated else {
      return .init("name_prefix", .string("/ecs/\(declarations.base)-"))
    }
    return .init("name", .string("/ecs/\(family)"))
  }

  private var isFamilyWritten: Bool {
    let value = taskDefinition.properties["family"]
    guard let origin = value?.origin, let block = taskDefinition.properties.origin else {
      return false
    }
    return origin.file == block.file && block.range.start <= origin.range.start
      && origin.range.end <= block.range.end
  }

  /// What the role that starts the tasks must be allowed to do.
  fileprivate var roleNotes: [LocalizedText] {
    if executionRole.hasTaskExecutionPolicy { return [] }
    switch executionRole {
    case .missing: return [.noExecutionRole]
    case .declared(let role): return [.logPermissions(role.id.path)]
    case .elsewhere: return [.logPermissions(nil)]
    }
  }
}

extension LocalizedText {
  fileprivate static let routed = LocalizedText(
    en: "The output goes to the FireLens router: check that its configuration sends it on.",
    ja: "出力は FireLens のログルーターに渡る。ルーターの設定で転送先が決まっていることを確認する。"
  )

  fileprivate static let unknownRegion = LocalizedText(
    en: "The Region of the log group is not known: name it with `--region`.",
    ja: "ロググループのリージョンが不明である。`--region` で指定する。"
  )

  fileprivate static func groupNeeded(_ group: String, _ region: String) -> LocalizedText {
    let command = "aws logs create-log-group --log-group-name \(group) --region \(region)"
    return LocalizedText(
      en: "Make the log group first, or no task starts: `\(command)`; then set its retention.",
      ja: "先にロググループを作成しないとタスクが起動しない: `\(command)`。保持期間も設定する。"
    )
  }

  fileprivate static let noExecutionRole = LocalizedText(
    en: """
      The task definition has no execution role; on Fargate the driver needs one with \
      `AmazonECSTaskExecutionRolePolicy`, on EC2 the role of the instance is used.
      """,
    ja: """
      タスク定義にタスク実行ロールがない。Fargate では `AmazonECSTaskExecutionRolePolicy` を持つロールが必要である。\
      EC2 ではインスタンスのロールが使われる。
      """
  )

  fileprivate static func logPermissions(_ role: String?) -> LocalizedText {
    let name = role.map { " `\($0)`" } ?? ""
    return LocalizedText(
      en: """
        The execution role\(name) must allow `logs:CreateLogStream` and `logs:PutLogEvents` on the \
        log group, or no task starts.
        """,
      ja: """
        タスク実行ロール\(name)に、ロググループへの `logs:CreateLogStream` と `logs:PutLogEvents` を許可する。\
        許可がないとタスクが起動しない。
        """
    )
  }
}
