import Inventory
import Testing

@Suite struct SecretFactTests {
  /// Keys that look real to a scanner are put together only when the test runs.
  static let keys: [String] = [
    "AKIA" + "QWERTYUIOPASDFGH", "gh" + "p_" + String(repeating: "a1", count: 18),
    "glpat" + "-" + String(repeating: "a1", count: 10), "xoxb" + "-1234567890-" + "abcdefghijkl",
    "sk_" + "live_" + String(repeating: "a1", count: 12),
    "AI" + "za" + String(repeating: "a", count: 35),
    "npm" + "_" + String(repeating: "a1", count: 18),
    "SG" + "." + String(repeating: "a", count: 22) + "." + String(repeating: "b", count: 43),
    "SK" + String(repeating: "0f", count: 16),
    "-----BEGIN RSA " + "PRIVATE KEY-----",
    "ey" + "Jhbm9ueW1vdXMiOiJ4In0.ey"
      + "Jzb21ldGhpbmciOiJhbnl0aGluZyJ9.c2lnbmF0dXJlb2Zzb21ldGhpbmc",
    "postgres://app:" + "hunter2@db.example.com/app", "Basic " + "YWRtaW46aHVudGVyMjIyMg==",
    "DefaultEndpointsProtocol=https;AccountKey=" + String(repeating: "Ab1+", count: 21) + "==",
  ]

  @Test(arguments: keys)
  func `a key of a known format is a secret under any name`(key: String) {
    #expect(secrets(name: "SETTING", value: "\"\(key)\"") == ["SETTING"])
    #expect(secrets(name: "SETTING", value: "\"x \(key)\"") == ["SETTING"])
  }

  @Test(arguments: [
    "Server=db;User=app;Password=hunter2;", #"{\"user\": \"a\", \"password\": \"hunter2\"}"#,
    "-Xmx1g -Djavax.net.ssl.trustStorePassword=hunter2", "postgres://app:12345678@db/app",
    #"{\"password\" : \"hunter2\"}"#,
  ])
  func `a password inside a longer setting is a secret`(value: String) {
    #expect(secrets(name: "SETTING", value: "\"\(value)\"") == ["SETTING"])
  }

  @Test(arguments: [
    "Server=db;Password=;", "Server=db;Password=${PW};", #"{\"password\": \"\"}"#,
    "grant=token&type=x", "https://x.example/?token_type=bearer", "a=b",
    "postgres://app@db/app", "https://example.com/a:b@c", "postgres://app:${DB_PASSWORD}@db/app",
    "AKIA", "AKIAQWERTYUIOPASDFGHJK", "eyJ", "sk_live_", "Basic auth", "1.2.3", "ghp_short",
  ])
  func `what merely resembles a key is none`(value: String) {
    #expect(secrets(name: "SETTING", value: "\"\(value)\"") == ["absent"])
  }

  @Test(arguments: [
    "PASSWORD", "DB_PASSWORD", "dbPassword", "MYSQL_ROOT_PASSWORD", "REDIS_PASSWD", "API_KEY",
    "apiKey", "GITHUB_TOKEN", "CLIENT_SECRET", "secret-key", "PRIVATE_KEY", "SMTP_CREDENTIALS",
    "DB_PASSWORD2", "JWTSecret", "APIToken", "TOKEN_1",
  ])
  func `a literal under a suspicious name is a secret`(name: String) {
    #expect(secrets(name: name, value: #""hunter2""#) == [name])
    #expect(secrets(name: name, value: #"{"Unknown": "P"}"#) == ["?"])
  }

  @Test(arguments: [
    "", "true", "false", "123", "changeme", "${PASSWORD}", "$PASSWORD", "<password>", "xxxx",
    "****",
    "arn:aws:secretsmanager:eu-west-1:1:secret:x", "/run/secrets/password", "https://vault.local/x",
    "{{resolve:secretsmanager:x}}",
  ])
  func `a placeholder under a suspicious name is none`(value: String) {
    #expect(secrets(name: "DB_PASSWORD", value: "\"\(value)\"") == ["absent"])
  }

  @Test(arguments: [
    ("DB_PASSWORD", "12345678"), ("JWT_SECRET", "00000001"), ("DB_PASSWORD", "$ecretP4ss"),
    ("DB_PASSWORD", "@dm1n!Pass"), ("DB_PASSWORD", "%7Kd0a"),
  ])
  func `a password may be digits, or begin like a variable`(name: String, value: String) {
    #expect(secrets(name: name, value: "\"\(value)\"") == [name])
  }

  @Test(arguments: [
    ("REFRESH_TOKEN", "3600"), ("FEATURE_TOKEN", "enabled"), ("DB_PASSWORD", "$dbPassword"),
    ("DB_PASSWORD", "%DB_PASSWORD%"), ("DB_PASSWORD", "env:DB_PASSWORD"),
    ("DB_PASSWORD", "$DB_PASSWORD/x"),
  ])
  func `a number, a switch or a variable is no secret`(name: String, value: String) {
    #expect(secrets(name: name, value: "\"\(value)\"") == ["absent"])
  }

  @Test func `a secret under a name that is not known is found`() {
    let key = "AKIA" + "QWERTYUIOPASDFGH"
    let pairs = [
      (#"{"Unknown": "N"}"#, key, "*"),
      (#"{"Partial": [{"Unknown": "N"}, "_PASSWORD"]}"#, "hunter2", "*_PASSWORD"),
    ]
    for (name, value, expected) in pairs {
      let inventory = Samples.container(
        #"{"Environment": [{"Name": \#(name), "Value": "\#(value)"}]}"#
      )
      let reading = inventory.reading("container.environment.secretNames", of: "container")
      #expect(reading == [expected])
    }
  }

  @Test(arguments: [
    (#"{"Partial": ["postgres://app:", {"Unknown": "P"}, "@db/app"]}"#, ["?"]),
    (
      #"{"Partial": ["postgres://", {"Fn::GetAtt": ["Db", "Name"]}, ":", {"Unknown": "P"}, "@db"]}"#,
      ["?"]
    ),
    (#"{"Partial": ["postgres://", {"Unknown": "Host"}, "/app"]}"#, ["absent"]),
    (#"{"Partial": ["postgres://app:", {"Resolve": "secretsmanager:x"}, "@db/app"]}"#, ["absent"]),
  ])
  func `a parameter in the place of a password may be one`(value: String, expected: [String]) {
    #expect(secrets(name: "DATABASE_URL", value: value) == expected)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["token=", "eyJ.", "glpat-", "://a:", "password\\\":", "=", "SK0f"]
  )
  func `a long text costs no more than its length`(part: String) {
    let text = String(repeating: part, count: 20_000)
    #expect(!secrets(name: "SETTING", value: "\"\(text)\"").isEmpty)
  }

  @Test(arguments: [
    "DB_PASSWORD_FILE", "SECRET_ARN", "DB_SECRET_NAME", "TOKEN_URL", "TOKEN_TYPE", "SECRET_ID",
    "MAX_TOKENS", "PASSWORD_MIN_LENGTH", "SECRETS_MANAGER_REGION", "KEY", "COMPASS", "BYPASS",
    "SECRETS_BACKEND", "PASSWORD_HASHER", "TOKEN_ALG", "PASS_THROUGH", "TOKEN_COOKIE",
  ])
  func `a name about secrets names none`(name: String) {
    #expect(secrets(name: name, value: #""hunter2""#) == ["absent"])
  }

  @Test(arguments: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"])
  func `AWS's own names are secrets whatever the literal`(name: String) {
    #expect(secrets(name: name, value: #""changeme""#) == [name])
    #expect(secrets(name: name, value: #"{"Resolve": "secretsmanager:x"}"#) == ["absent"])
  }

  @Test func `a secret is named, and pointed at, but never shown`() throws {
    let inventory = Samples.container(
      #"{"Environment": [{"Name": "A", "Value": "1"}, {"Name": "TOKEN", "Value": "hunter2"}]}"#
    )
    let subject = try #require(inventory.subjects(of: "container").first)
    let found = subject.lookup(["container", "environment", "secretNames"])
    #expect(found.values.map(\.text) == ["TOKEN"])
    #expect(found.values.map(\.source) == [#""hunter2""#])
  }

  @Test func `a reference is no secret`() {
    #expect(secrets(name: "DB_PASSWORD", value: #"{"Ref": "Secret"}"#) == ["absent"])
    #expect(secrets(name: "DB_PASSWORD", value: #"{"Fn::GetAtt": ["Db", "Arn"]}"#) == ["absent"])
  }

  @Test(arguments: [
    (#""Command": ["run", "--db-password=hunter2"]"#, ["command[1]"]),
    (#""Command": ["run", "--api-token", "abc123"]"#, ["command[2]"]),
    (#""Command": ["sh", "-c", "DB_PASSWORD=hunter2 run"]"#, ["command[2]"]),
    (#""Command": ["sh", "-c", "run --password=$DB_PASSWORD"]"#, ["absent"]),
    (#""Command": ["run", "--token-file", "/run/token"]"#, ["absent"]),
    (#""Command": ["--password", "--verbose"]"#, ["absent"]),
    (#""Command": ["--password", {"Unknown": "P"}]"#, ["?"]),
    (#""Command": [{"Partial": ["--password=", {"Unknown": "P"}]}]"#, ["?"]),
    (#""Command": [{"Partial": ["--verbose=", {"Unknown": "P"}]}]"#, ["absent"]),
    (#""EntryPoint": ["redis-cli", "-u", "redis://u:pw1@h"]"#, ["entryPoint[2]"]),
    (#""DockerLabels": {"api.token": "abc", "team": "x"}"#, ["dockerLabels.api.token"]),
    (
      #""LogConfiguration": {"LogDriver": "splunk", "Options": {"splunk-token": "abc", "splunk-url": "https://x"}}"#,
      ["logConfiguration.options.splunk-token"]
    ),
    (#""HealthCheck": {"Command": ["CMD", "curl http://u:pw1@h/"]}"#, ["healthCheck.command[1]"]),
    (
      #""FirelensConfiguration": {"Type": "fluentd", "Options": {"secret": "abc"}}"#,
      ["firelensConfiguration.options.secret"]
    ),
  ])
  func `secrets outside the environment are named by their place`(
    json: String,
    expected: [String]
  ) {
    let inventory = Samples.container("{\(json)}")
    let reading = inventory.reading("container.secretsOutsideEnvironment", of: "container")
    #expect(reading == expected)
  }

  private func secrets(name: String, value: String) -> [String] {
    Samples.container(#"{"Environment": [{"Name": "\#(name)", "Value": \#(value)}]}"#)
      .reading("container.environment.secretNames", of: "container")
  }
}
