import Posture
import Remedy
import Reports
import SourceText

extension Sample {
  static let entries: [String: ControlEntry] = Dictionary(
    uniqueKeysWithValues: [readonlyRoot, hostPidEntry, secretsEntry, pinnedEntry].map {
      ($0.id, $0)
    }
  )

  static let readonlyRoot = ControlEntry(
    id: "ecs.td.readonly-root",
    aliases: [
      "CIS 3.5", "ECS.5", "CKV_AWS_336", "ecs_task_definitions_containers_readonly_access",
    ],
    severity: .high,
    resource: "container",
    applies: "not taskDefinition.runtimePlatform.operatingSystemFamily startswith WINDOWS",
    passes: "container.readonlyRootFilesystem = true",
    story: readonlyStory,
    fixes: readonlyFixes,
    examples: [
      ControlExample(.fail, yaml: "containerDefinitions: [{ name: web, image: \"nginx:1.29\" }]"),
      ControlExample(
        .pass,
        yaml: """
          containerDefinitions:
            - { name: web, image: "nginx:1.29", readonlyRootFilesystem: true }
          """
      ),
    ]
  )

  static let hostPidEntry = entry(
    "ecs.td.host-pid",
    ["ECS.3"],
    .high,
    title: LocalizedText(
      en: "Task definitions should not share the host's process namespace",
      ja: "タスク定義でホストのプロセス名前空間を共有しない"
    ),
    why: LocalizedText(
      en: "With `pidMode: host` a container sees every process of the host and may signal it.",
      ja: "`pidMode: host` では、コンテナからホストの全プロセスが見え、シグナルも送れる。"
    ),
    remedy: LocalizedText(
      en: "Remove `pidMode`, or set it to `task`.",
      ja: "`pidMode` を削除するか、`task` にする。"
    )
  )

  static let secretsEntry = entry(
    "ecs.td.env-secrets",
    ["ECS.8"],
    .critical,
    title: LocalizedText(
      en: "Secrets should not be passed as container environment variables",
      ja: "シークレットをコンテナの環境変数で渡さない"
    ),
    why: LocalizedText(
      en: "Whoever may describe the task definition reads the value, in every old revision too.",
      ja: "タスク定義を参照できる者は誰でも値を読める。古いリビジョンにも残る。"
    ),
    remedy: LocalizedText(
      en: "Move the value to Secrets Manager, name it under `secrets`, and **rotate it**.",
      ja: "値を Secrets Manager に移して `secrets` で参照し、**値を更新する**。"
    )
  )

  static let pinnedEntry = entry(
    "ecs.td.image-pinned",
    [],
    .medium,
    title: LocalizedText(en: "Images should be pinned by digest", ja: "イメージはダイジェストで固定する"),
    why: LocalizedText(en: "A tag can be moved.", ja: "タグは付け替えられる。"),
    remedy: LocalizedText(en: "Write `image@sha256:…`.", ja: "`image@sha256:…` と書く。")
  )

  private static func entry(
    _ id: String,
    _ aliases: [String],
    _ severity: Severity,
    title: LocalizedText,
    why: LocalizedText,
    remedy: LocalizedText
  ) -> ControlEntry {
    let story = ControlStory(
      title: title,
      why: why,
      consequences: nil,
      remedy: remedy,
      console: nil,
      cli: nil,
      cloudFormation: nil,
      terraform: nil,
      references: []
    )
    return ControlEntry(
      id: id,
      aliases: aliases,
      severity: severity,
      resource: "taskDefinition",
      applies: nil,
      passes: "not taskDefinition.pidMode = host",
      story: story,
      examples: []
    )
  }

  private static let readonlyFixes: [FixDeclaration] = {
    var known = FixDeclaration()
    known.formats = [.terraform, .cloudFormation]
    known.applicability = .safe
    var other = FixDeclaration()
    other.note = LocalizedText(
      en: "Find out what the container writes, and mount `tmpfs` there.",
      ja: "コンテナの書き込み先を調べ、`tmpfs` をマウントする。"
    )
    return [known, other]
  }()

  private static let readonlyStory = ControlStory(
    title: LocalizedText(
      en: "Containers should have a read-only root file system",
      ja: "コンテナのルートファイルシステムは読み取り専用にする"
    ),
    why: LocalizedText(
      en: """
        Whoever takes over a process in the container can plant a backdoor, replace a binary or \
        leave a web shell, as long as the root file system is writable. With a read-only root, \
        writes go only to the paths that you mount on purpose.
        """,
      ja: """
        ルートファイルシステムに書き込めると、コンテナ内のプロセスを乗っ取った攻撃者は、バックドアの設置、 \
        実行ファイルの差し替え、Web シェルの配置ができる。読み取り専用にすれば、書き込めるのは意図して \
        マウントしたパスだけになる。
        """
    ),
    consequences: LocalizedText(
      en: """
        - The application, its middleware and every sidecar must not write to the root file \
        system. Find the paths that they write (`/tmp`, `/var/run`, caches, PID files) and mount \
        each one.
        - ECS Exec does not work: AWS does not support it with a read-only root.
        """,
      ja: """
        - アプリケーション、ミドルウェア、すべてのサイドカーがルートファイルシステムに書き込まないことが前提。\
        書き込むパス(`/tmp`、`/var/run`、キャッシュ、PID ファイルなど)を洗い出し、それぞれマウントする。
        - ECS Exec は使えなくなる。SSM エージェントが書き込みを必要とするため、AWS は読み取り専用ルートでの利用を\
        サポートしていない。
        """
    ),
    remedy: LocalizedText(
      en: """
        Set `readonlyRootFilesystem` to `true` in every container definition, and mount the paths \
        that must stay writable.
        """,
      ja: "すべてのコンテナ定義で `readonlyRootFilesystem` を `true` にし、書き込みが必要なパスをマウントする。"
    ),
    console: LocalizedText(
      en: """
        1. Open https://console.aws.amazon.com/ecs/v2, choose **Task definitions**, then the task \
        definition.
        2. Choose **Create new revision with JSON**.
        """,
      ja: """
        1. https://console.aws.amazon.com/ecs/v2 を開き、**タスク定義** から対象のタスク定義を選ぶ。
        2. **JSON を使用した新しいリビジョンの作成** を選ぶ。
        """
    ),
    cli: "aws ecs register-task-definition --cli-input-json file://taskdef.json",
    cloudFormation: """
      ContainerDefinitions:
        - Name: web
          ReadonlyRootFilesystem: true
      """,
    terraform: """
      container_definitions = jsonencode([{
        name                   = "web"
        readonlyRootFilesystem = true
      }])
      """,
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5",
      "NIST.800-53.r5 CM-7",
    ]
  )
}
