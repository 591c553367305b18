import SourceText

/// What people call the facts that are derived from a configuration.
///
/// No source holds a field `publicStatements`, so a report says "statements open to everyone"
/// instead; data formats keep the name, under which conditions know the fact.
enum FactLabel {
  /// The label of the fact that `field` ends with; `nil` for a field of the sources.
  static func label(of field: String) -> LocalizedText? {
    let path = field.split(separator: ".")
    for length in [2, 1] {
      if let label = labels[path.suffix(length).joined(separator: ".")] { return label }
    }
    return nil
  }

  /// The value of a fact in words.
  static func words(for value: String) -> LocalizedText {
    switch value {
    case "true": LocalizedText(en: "yes", ja: "はい")
    case "false": LocalizedText(en: "no", ja: "いいえ")
    default: LocalizedText(en: value, ja: value)
    }
  }

  private static let labels: [String: LocalizedText] = [
    "accountRootTrusts": LocalizedText(en: "whole accounts trusted", ja: "全体を信頼しているアカウント"),
    "addedLocalFiles": LocalizedText(
      en: "local files that ADD copies",
      ja: "ADD でコピーしているローカルファイル"
    ),
    "assumeRoleEverywhere": LocalizedText(
      en: "statements that let it assume any role",
      ja: "任意のロールの引き受けを許すステートメント"
    ),
    "baseImage.digest": LocalizedText(
      en: "digest of the base image",
      ja: "ベースイメージのダイジェスト"
    ),
    "baseImage.registry": LocalizedText(
      en: "registry of the base image",
      ja: "ベースイメージのレジストリ"
    ),
    "baseImage.repository": LocalizedText(
      en: "repository of the base image",
      ja: "ベースイメージのリポジトリ"
    ),
    "baseImage.tag": LocalizedText(en: "tag of the base image", ja: "ベースイメージのタグ"),
    "baseUser": LocalizedText(
      en: "user that the base image is known to set",
      ja: "ベースイメージが設定すると分かっているユーザー"
    ),
    "coversFargateRuntime": LocalizedText(
      en: "Runtime Monitoring covers Fargate",
      ja: "Fargate のランタイムモニタリング"
    ),
    "credentialActions": LocalizedText(en: "actions that return credentials", ja: "認証情報を返すアクション"),
    "customerKey": LocalizedText(en: "customer managed key", ja: "カスタマーマネージドキー"),
    "dataReadActions": LocalizedText(
      en: "data reads on every resource",
      ja: "全リソースのデータを読めるアクション"
    ),
    "engineSockets": LocalizedText(
      en: "sockets of the container engine",
      ja: "コンテナエンジンのソケット"
    ),
    "environment.secretNames": LocalizedText(
      en: "environment variables that hold a secret",
      ja: "シークレットを含む環境変数"
    ),
    "escalations": LocalizedText(en: "ways to escalate", ja: "権限昇格の経路"),
    "execServices": LocalizedText(en: "services with ECS Exec on", ja: "ECS Exec が有効なサービス"),
    "flowLogs": LocalizedText(en: "flow logs", ja: "フローログ"),
    "fullPrivilegeStatements": LocalizedText(
      en: "statements that allow everything",
      ja: "すべてを許可するステートメント"
    ),
    "grantingStatements": LocalizedText(
      en: "statements that grant access",
      ja: "アクセスを許可するステートメント"
    ),
    "hostPaths": LocalizedText(en: "host paths mounted", ja: "マウントするホストのパス"),
    "image.digest": LocalizedText(en: "digest of the image", ja: "イメージのダイジェスト"),
    "image.registry": LocalizedText(en: "registry of the image", ja: "イメージのレジストリ"),
    "image.repository": LocalizedText(en: "repository of the image", ja: "イメージのリポジトリ"),
    "image.tag": LocalizedText(en: "tag of the image", ja: "イメージのタグ"),
    "imageFamily": LocalizedText(en: "image is built upon", ja: "イメージのベース"),
    "imageUser": LocalizedText(en: "USER of the image", ja: "イメージの USER"),
    "imageVolumes": LocalizedText(en: "VOLUMEs of the image", ja: "イメージの VOLUME"),
    "inlinePolicyNames": LocalizedText(en: "inline policies", ja: "インラインポリシー"),
    "isAdministrator": LocalizedText(en: "administrator permissions", ja: "管理者権限"),
    "isContainerInstance": LocalizedText(en: "container instance", ja: "コンテナインスタンス"),
    "isCurrent": LocalizedText(en: "still in force", ja: "期限内"),
    "isExecutionRole": LocalizedText(en: "task execution role", ja: "タスク実行ロール"),
    "isFargateSize": LocalizedText(en: "sizes that Fargate offers", ja: "Fargate で有効なサイズ"),
    "isLoadBalanced": LocalizedText(en: "behind a load balancer", ja: "ロードバランサーの対象"),
    "isPublic": LocalizedText(en: "public", ja: "パブリック"),
    "isSigned": LocalizedText(en: "signed on push", ja: "プッシュ時の署名"),
    "isUsed": LocalizedText(en: "speaks of a finding", ja: "対象の検出結果"),
    "isVersioned": LocalizedText(
      en: "base image has a tag or a digest",
      ja: "ベースイメージのタグまたはダイジェストの指定"
    ),
    "openSecurityGroups": LocalizedText(
      en: "security groups open to the internet",
      ja: "インターネットに開放されたセキュリティグループ"
    ),
    "passRoleEverywhere": LocalizedText(
      en: "statements that let it pass any role",
      ja: "任意のロールを渡せるステートメント"
    ),
    "permissionsManagementActions": LocalizedText(
      en: "actions that change permissions",
      ja: "権限を変更するアクション"
    ),
    "plainConnectServices": LocalizedText(
      en: "Service Connect services without TLS",
      ja: "TLS のない Service Connect サービス"
    ),
    "plaintextSecret": LocalizedText(en: "secret in plain text", ja: "平文のシークレット"),
    "privilegedContainers": LocalizedText(en: "privileged containers", ja: "特権コンテナ"),
    "publicStatements": LocalizedText(
      en: "statements open to everyone",
      ja: "誰にでもアクセスを許可するステートメント"
    ),
    "publicTrustStatements": LocalizedText(
      en: "statements that trust everyone",
      ja: "全員を信頼するステートメント"
    ),
    "redirectsToHttps": LocalizedText(en: "redirects to HTTPS", ja: "HTTPS へのリダイレクト"),
    "registryScanFrequency": LocalizedText(
      en: "scan rule of the registry for it",
      ja: "一致するレジストリのスキャンルール"
    ),
    "roleIsDeclared": LocalizedText(
      en: "role declared in these sources",
      ja: "ソース内でのロールの宣言"
    ),
    "rotationDays": LocalizedText(en: "days between rotations", ja: "ローテーションの間隔(日)"),
    "rotationSchedules": LocalizedText(en: "rotation schedules", ja: "ローテーションスケジュール"),
    "runsAsRoot": LocalizedText(en: "runs as root", ja: "root での実行"),
    "secretVariables": LocalizedText(
      en: "build arguments and variables that hold a secret",
      ja: "シークレットを渡している ARG と ENV"
    ),
    "secretsOutsideEnvironment": LocalizedText(
      en: "secrets in plain text",
      ja: "平文のシークレット"
    ),
    "serviceWildcardActions": LocalizedText(
      en: "whole services allowed",
      ja: "サービス全体に及ぶアクション"
    ),
    "sharesExecutionRole": LocalizedText(
      en: "one role as task role and execution role",
      ja: "タスクロールとタスク実行ロールの兼用"
    ),
    "sshPorts": LocalizedText(en: "exposed ports that are SSH", ja: "公開している SSH ポート"),
    "starActions": LocalizedText(en: "actions", ja: "アクション"),
    "tags.userKeys": LocalizedText(en: "tags of your own", ja: "独自のタグ"),
    "Tags.userKeys": LocalizedText(en: "tags of your own", ja: "独自のタグ"),
    "taskDefinitionCount": LocalizedText(
      en: "task definition families that use it",
      ja: "このロールを使うタスク定義ファミリーの数"
    ),
    "taskTrustsWithoutSource": LocalizedText(
      en: "statements that trust ECS without naming your account",
      ja: "自アカウントに限らず ECS を信頼するステートメント"
    ),
    "trustWildcardActions": LocalizedText(
      en: "wildcard actions of the trust policy",
      ja: "信頼ポリシーのワイルドカードアクション"
    ),
    "trustedServices": LocalizedText(en: "services trusted", ja: "信頼するサービス"),
    "unconditionalCrossAccountTrusts": LocalizedText(
      en: "other accounts trusted without a condition",
      ja: "条件なしに信頼する別アカウント"
    ),
    "unconstrainedWriteActions": LocalizedText(
      en: "writes on every resource",
      ja: "全リソースに書き込めるアクション"
    ),
    "unloggedExecServices": LocalizedText(
      en: "services whose ECS Exec sessions are not logged",
      ja: "ECS Exec のセッションが記録されないサービス"
    ),
    "unscopedActions": LocalizedText(
      en: "actions on every resource",
      ja: "全リソースに及ぶアクション"
    ),
    "unscopedSecretActions": LocalizedText(
      en: "reads of every secret",
      ja: "全シークレットを読めるアクション"
    ),
    "userData": LocalizedText(en: "user data", ja: "ユーザーデータ"),
    "watchedEcsEvents": LocalizedText(en: "ECS events watched", ja: "監視している ECS イベント"),
    "wildcards": LocalizedText(
      en: "actions and resources with a wildcard",
      ja: "ワイルドカードを含むアクションとリソース"
    ),
    "writableContainers": LocalizedText(
      en: "containers with a writable root file system",
      ja: "ルートファイルシステムに書き込めるコンテナ"
    ),
  ]
}
