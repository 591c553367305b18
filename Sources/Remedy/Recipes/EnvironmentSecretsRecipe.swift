import Inventory
import SourceText
import Templates

/// Moves the secrets among a container's environment variables to AWS Secrets Manager.
///
/// What is added holds no value: the old one is known to too many, and a new one has no place in a
/// source or a state.
struct EnvironmentSecretsRecipe: Sendable {
  /// The keys of AWS, which a task role makes needless.
  private static let keys: Set<String> = [
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
  ]

  /// The Region of task definitions that do not know theirs.
  let region: String?

  func plan(
    _ source: ContainerSource,
    _ declaration: FixDeclaration
  ) throws(FixObstacle) -> FixPlan {
    let places = source.secretPlaces
    guard !places.isEmpty else { throw FixObstacle(.unnamedVariables) }
    let given = Set((source.container["secrets"]?.list ?? []).compactMap { $0["name"]?.text })
    let hasRole = source.taskDefinition.properties["taskRoleArn"].map { !$0.isNull } ?? false
    let needless = hasRole ? Self.keys : []
    var moves: [SecretMove] = []
    for name in places.map(\.name) where !given.contains(name) && !needless.contains(name) {
      if moves.contains(where: { $0.variable == name }) { continue }
      moves.append(move(name, source, besides: Set(moves.compactMap(\.draft?.name))))
    }
    var members = ["environment": source.environment(without: places.map(\.index))]
    if !moves.isEmpty { members["secrets"] = .append(moves.map(\.element)) }
    var plan = source.plan(members, declaration)
    plan.resources = moves.compactMap(\.draft).map {
      ResourceAddition($0, beside: source.taskDefinition.id)
    }
    permit(moves, source, &plan)
    plan.notes += moves.isEmpty ? [] : [.putValues(moves.map(\.shown), source.format)]
    if places.contains(where: { needless.contains($0.name) }) { plan.notes.append(.taskRole) }
    plan.notes.append(.compromised)
    return plan
  }

  // MARK: - Secrets

  /// A variable that becomes a secret.
  private struct SecretMove {
    let variable: String
    /// What the variable takes its value from.
    let valueFrom: SourceLiteral
    /// The resource that is added for it.
    let draft: ResourceDraft?
    /// The secret, for people.
    let shown: String

    /// The element of `secrets`.
    var element: SourceLiteral {
      .object([.init("name", .string(variable)), .init("valueFrom", valueFrom)])
    }
  }

  private func move(
    _ variable: String,
    _ source: ContainerSource,
    besides names: Set<String>
  ) -> SecretMove {
    var declarations = source.declarations
    declarations.reserved = names
    let owner = source.isShared(variable) ? [] : [source.name]
    switch source.format {
    case .cloudFormation:
      let type = "AWS::SecretsManager::Secret"
      let name = declarations.name(owner + [variable, "Secret"], type: type)
      return SecretMove(
        variable: variable,
        valueFrom: declarations.reference(to: name, type: type, attribute: "arn"),
        draft: ResourceDraft(type: type, name: name, properties: []),
        shown: name
      )
    case .terraform:
      let type = "aws_secretsmanager_secret"
      let name = declarations.name(owner + [variable], type: type)
      let prefix = name.replacing("_", with: "-") + "-"
      return SecretMove(
        variable: variable,
        valueFrom: declarations.reference(to: name, type: type, attribute: "arn"),
        draft: ResourceDraft(
          type: type,
          name: name,
          properties: [.init("name_prefix", .string(prefix))]
        ),
        shown: "\(type).\(name)"
      )
    case .taskDefinition, .compose, .dockerfile:
      let name = ([source.family ?? "task"] + owner + [variable]).joined(separator: "/")
      let arn = "arn:aws:secretsmanager:\(region ?? "REGION"):ACCOUNT:secret:\(name)"
      return SecretMove(variable: variable, valueFrom: .string(arn), draft: nil, shown: name)
    }
  }

  // MARK: - Permission

  /// Lets the execution role fetch the secrets, or says that it must.
  private func permit(_ moves: [SecretMove], _ source: ContainerSource, _ plan: inout FixPlan) {
    guard !moves.isEmpty else { return }
    let shown = moves.map(\.shown)
    switch source.executionRole {
    case .missing: plan.notes.append(.secretPermissions(shown, hasRole: false))
    case .elsewhere: plan.notes.append(.secretPermissions(shown, hasRole: true))
    case .declared(let role):
      guard let draft = policy(for: moves.map(\.valueFrom), role, source) else {
        plan.notes.append(.secretPermissions(shown, hasRole: true))
        return
      }
      plan.resources.append(ResourceAddition(draft, beside: source.taskDefinition.id))
    }
  }

  private func policy(
    for secrets: [SourceLiteral],
    _ role: Resource,
    _ source: ContainerSource
  ) -> ResourceDraft? {
    let declarations = source.declarations
    let document = Self.document(for: secrets)
    switch source.format {
    case .cloudFormation:
      guard let owner = declarations.reference(to: role, attribute: "name") else { return nil }
      let type = "AWS::IAM::Policy"
      let name = declarations.name([source.name, "SecretsPolicy"], type: type)
      return ResourceDraft(
        type: type,
        name: name,
        properties: [
          .init("PolicyName", .string(name)),
          .init("Roles", .list([owner])), .init("PolicyDocument", document),
        ]
      )
    case .terraform:
      guard let owner = declarations.reference(to: role, attribute: "name") else { return nil }
      let type = "aws_iam_role_policy"
      let name = declarations.name([source.name, "secrets"], type: type)
      return ResourceDraft(
        type: type,
        name: name,
        properties: [
          .init("name", .string(name.replacing("_", with: "-"))), .init("role", owner),
          .init("policy", .call("jsonencode", [document])),
        ]
      )
    case .taskDefinition, .compose, .dockerfile: return nil
    }
  }

  private static func document(for secrets: [SourceLiteral]) -> SourceLiteral {
    .object([
      .init("Version", .string("2012-10-17")),
      .init(
        "Statement",
        .list([
          .object([
            .init("Effect", .string("Allow")),
            .init("Action", .string("secretsmanager:GetSecretValue")),
            .init("Resource", .list(secrets)),
          ])
        ])
      ),
    ])
  }
}

extension ContainerSource {
  /// The variables of the container that hold secrets, or may do so, with their positions.
  fileprivate var secretPlaces: [(index: Int, name: String)] {
    let found = subject.subject.lookup(["container", "environment", "secretNames"]).values
    let names = Set(found.compactMap(\.text))
    let doubts = found.filter { $0.unknownReason != nil }
    return (container["environment"]?.list ?? []).enumerated().compactMap { index, variable in
      guard let name = variable["name"]?.text else { return nil }
      let isDoubtful = doubts.contains { doubt in
        variable["value"].map { $0.origin == doubt.origin && $0.via == doubt.via } ?? false
      }
      return names.contains(name) || isDoubtful ? (index, name) : nil
    }
  }

  /// The patch that takes variables out of the environment, with the list where none is left.
  ///
  /// An empty list stays where it is the last member, behind which others are added.
  fileprivate func environment(without indices: [Int]) -> Patch {
    let isLast = container.object?.members.last { $0.key != nil }?.name == "environment"
    if indices.count == container["environment"]?.list?.count, !isLast { return .remove }
    return .elements(Dictionary(indices.map { ($0, Patch.remove) }) { first, _ in first })
  }

  /// Whether the variable is the same in every container that has it, so that one secret does.
  fileprivate func isShared(_ variable: String) -> Bool {
    let values = ([container] + siblings).flatMap { $0["environment"]?.list ?? [] }
      .filter { $0["name"]?.text == variable }.map { $0["value"]?.content }
    return values.allSatisfy { $0 == values.first }
  }
}

extension LocalizedText {
  fileprivate static let unnamedVariables = LocalizedText(
    en: "The names of the variables that hold secrets are not written in the container definition.",
    ja: "シークレットを持つ変数の名前がコンテナ定義に直接書かれていない。"
  )

  fileprivate static let compromised = LocalizedText(
    en: """
      The old values are compromised: rotate them, deregister the old revisions and delete them \
      (`aws ecs delete-task-definitions`), and remove the values from the history of the repository.
      """,
    ja: """
      元の値は漏れたものとして扱う。値をローテーションし、古いリビジョンを登録解除して削除し\
      (`aws ecs delete-task-definitions`)、リポジトリの履歴からも消す。
      """
  )

  fileprivate static let taskRole = LocalizedText(
    en: "The AWS keys go without replacement: the task role must allow what they were used for.",
    ja: "AWS アクセスキーは置き換えずに削除する。キーで行っていた操作をタスクロールに許可する。"
  )

  fileprivate static func putValues(_ secrets: [String], _ format: FixFormat) -> LocalizedText {
    let list = secrets.map { "`\($0)`" }.joined(separator: ", ")
    if format == .taskDefinition {
      return LocalizedText(
        en: """
          Create \(list) in Secrets Manager with new values, and put the ARNs, with your account, in \
          the place of the placeholders.
          """,
        ja: "Secrets Manager に \(list) を新しい値で作成し、仮の ARN を実際の ARN(アカウント ID を含む)に置き換える。"
      )
    }
    return LocalizedText(
      en: """
        No task starts before there is a value in \(list): put a new one in with \
        `aws secretsmanager put-secret-value` as soon as that is created.
        """,
      ja: """
        \(list) は値のない状態で作成され、値を入れるまでタスクは起動しない。\
        作成後すぐに `aws secretsmanager put-secret-value` で新しい値を入れる。
        """
    )
  }

  fileprivate static func secretPermissions(_ secrets: [String], hasRole: Bool) -> LocalizedText {
    let list = secrets.map { "`\($0)`" }.joined(separator: ", ")
    let missing =
      hasRole
      ? LocalizedText(en: "", ja: "")
      : LocalizedText(
        en: "The task definition has no execution role, and secrets need one. ",
        ja: "シークレットの取得に必要なタスク実行ロールが、タスク定義にない。"
      )
    return LocalizedText(
      en: """
        \(missing.en)Allow the execution role `secretsmanager:GetSecretValue` on exactly these \
        secrets: \(list).
        """,
      ja: """
        \(missing.ja)タスク実行ロールに、次のシークレットだけへの `secretsmanager:GetSecretValue` を許可する: \(list)。
        """
    )
  }
}
