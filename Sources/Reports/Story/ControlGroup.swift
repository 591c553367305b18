import SourceText

/// The controls on one kind of thing, a chapter of the manual.
struct ControlGroup {
  let prefix: String
  let title: LocalizedText
  var entries: [ControlEntry] = []

  /// The chapters of `entries` in their fixed order, those without a control left out.
  ///
  /// A control whose prefix has no chapter goes to one named after the prefix, at the end.
  static func groups(_ entries: [ControlEntry]) -> [ControlGroup] {
    var groups = titles.map { ControlGroup(prefix: $0.prefix, title: $0.title) }
    for entry in entries.sorted(by: { $0.id < $1.id }) {
      if let place = groups.firstIndex(where: { entry.id.hasPrefix("\($0.prefix).") }) {
        groups[place].entries.append(entry)
      } else {
        let prefix = String(entry.id.prefix { $0 != "." })
        let title = LocalizedText(en: prefix, ja: prefix)
        groups.append(ControlGroup(prefix: prefix, title: title, entries: [entry]))
      }
    }
    return groups.filter { !$0.entries.isEmpty }
  }

  private static let titles: [(prefix: String, title: LocalizedText)] = [
    ("ecs.td", LocalizedText(en: "Task definitions", ja: "タスク定義")),
    ("ecs.svc", LocalizedText(en: "Services", ja: "サービス")),
    ("ecs.taskset", LocalizedText(en: "Task sets", ja: "タスクセット")),
    ("ecs.schedule", LocalizedText(en: "Scheduled tasks", ja: "スケジュールされたタスク")),
    ("ecs.cluster", LocalizedText(en: "Clusters", ja: "クラスター")),
    ("ecs.cp", LocalizedText(en: "Capacity providers", ja: "キャパシティープロバイダー")),
    ("ecs.daemon", LocalizedText(en: "Daemons", ja: "デーモン")),
    ("ecs.host", LocalizedText(en: "Container instances", ja: "コンテナインスタンス")),
    ("ecs.account", LocalizedText(en: "Account settings", ja: "アカウント設定")),
    ("ecr", LocalizedText(en: "Image repositories (ECR)", ja: "イメージリポジトリ(ECR)")),
    ("iam", LocalizedText(en: "Roles and policies (IAM)", ja: "ロールとポリシー(IAM)")),
    ("secrets", LocalizedText(en: "Secrets Manager", ja: "Secrets Manager")),
    ("ssm", LocalizedText(en: "Systems Manager", ja: "Systems Manager")),
    ("logs", LocalizedText(en: "CloudWatch Logs", ja: "CloudWatch Logs")),
    ("efs", LocalizedText(en: "File systems (EFS)", ja: "ファイルシステム(EFS)")),
    ("elb", LocalizedText(en: "Load balancers", ja: "ロードバランサー")),
    ("vpc", LocalizedText(en: "Networks (VPC)", ja: "ネットワーク(VPC)")),
    ("cloudtrail", LocalizedText(en: "CloudTrail", ja: "CloudTrail")),
    ("guardduty", LocalizedText(en: "GuardDuty", ja: "GuardDuty")),
    ("batch", LocalizedText(en: "AWS Batch", ja: "AWS Batch")),
    ("dockerfile", LocalizedText(en: "Dockerfiles", ja: "Dockerfile")),
    ("compose", LocalizedText(en: "Docker Compose", ja: "Docker Compose")),
    ("acceptance", LocalizedText(en: "Decisions on record", ja: "受容の記録")),
  ]
}
