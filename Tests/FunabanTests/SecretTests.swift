import Testing

@Suite struct SecretTests {
  /// Values that only the sources hold; put together here, so that no scanner takes them for real.
  private static let mark = ["hunter", "2", "x9"].joined()
  private static let key = "AKIA" + String(repeating: "Q7", count: 8)

  private static let template = """
    Parameters:
      Password: { Type: String, Default: \(mark)-default }
    Mappings:
      Settings: { all: { token: \(mark)-mapping } }
    Resources:
      Task:
        Type: AWS::ECS::TaskDefinition
        Properties:
          Family: web
          ContainerDefinitions:
            - Name: app
              Image: nginx
              Environment:
                - { Name: DB_PASSWORD, Value: !Ref Password }
                - { Name: API_TOKEN, Value: !FindInMap [Settings, all, token] }
                - { Name: AWS_ACCESS_KEY_ID, Value: \(key) }
                - { Name: PLAIN, Value: \(mark)-plain }
                - { Name: URL, Value: !Sub "postgres://u:\(mark)-sub@${AWS::Region}" }
                - { Name: JOINED, Value: !Join ["", [\(mark)-join, x]] }
                - { Name: CHOICE, Value: !If [Nowhere, \(mark)-if, \(mark)-else] }
                - Name: LINES
                  Value: |
                    \(mark)-line-one
                    \(mark)-line-two
              Command: [run, --password, \(mark)-command]
              EntryPoint: [sh, -c, "\(mark)-entry"]
              HealthCheck: { Command: [CMD-SHELL, "curl -u a:\(mark)-health localhost"] }
              DockerLabels: { harmless: \(mark)-label, api_token: \(mark)-label-token }
              LogConfiguration:
                LogDriver: splunk
                Options:
                  splunk-url: https://\(mark)-option
                  splunk-token: \(mark)-token
            - Name: odd
              Image: nginx
              Environment: { PASSWORD: \(mark)-mapping-for-list }
              Command: \(mark)-text-for-list
              EntryPoint: { a: \(mark)-mapping-for-list }
              HealthCheck: \(mark)-text-for-mapping
              DockerLabels: [\(mark)-list-for-mapping]
              LogConfiguration: { LogDriver: splunk, Options: [\(mark)-list-for-mapping] }
            - Name: odder
              Image: nginx
              Environment:
                - \(mark)-text-for-mapping
                - { Name: PASSWORD, Value: { Odd: \(mark)-mapping-for-text } }
                - { Name: TWICE, Value: \(mark)-first, Value: \(mark)-second }
      Parameter:
        Type: AWS::SSM::Parameter
        Properties: { Type: String, Name: /app/db_password, Value: \(mark)-parameter }
      Secret:
        Type: AWS::SecretsManager::Secret
        Properties: { SecretString: '{"password":"\(mark)-secret-string"}' }
      Host:
        Type: AWS::EC2::LaunchTemplate
        Properties:
          LaunchTemplateData: { UserData: !Base64 "export PW=\(mark)-user-data" }
      Job:
        Type: AWS::Batch::JobDefinition
        Properties:
          Type: container
          ContainerProperties:
            Command: [run, \(mark)-job-command]
            Privileged: true
            Environment: [{ Name: PASSWORD, Value: \(mark)-job-variable }]
            Image: nginx

    """

  private static let broken = [
    "comma.json": """
    {"family":"f","containerDefinitions":[{"name":"a","image":"b",
    "environment":[{"name":"DB_PASSWORD","value":"\(mark)-one"},,
    {"name":"PLAIN","value":"\(mark)-two"}]}]}
    """,
    "quote.json": """
    {"family":"f","containerDefinitions":[{"name":"a","image":"b", "command": ["\(mark)-one
    "],"environment":[{"name":"PLAIN","value":"\(mark)-two}, {"name":"x","value":"\(mark)-y"}]}]}
    """,
    "indent.yaml": """
    family: f
    containerDefinitions:
    - name: a
      image: b
      environment:
      - name: DB_PASSWORD
        value: \(mark)-one
       - name: PLAIN
        value: \(mark)-two, and: \(mark)-three
    """,
    "tab.yaml": "containerDefinitions:\n- name: a\n  command: \(mark)-one\n\timage: \(mark)-two\n",
    "twice.json": """
    {"containerDefinitions":[{"name":"a","image":"b",
    "command":["\(mark)-one"],
    "command":["run"]}]}
    """,
  ]

  private static let ways = [
    "terminal", "json", "sarif", "markdown", "junit", "asff", "ocsf", "csv", "github", "gitlab",
  ].flatMap { format in
    ["en", "ja"].map { (format, $0) }
  }

  @Test(arguments: ways)
  func `no report of any form shows a value that may be a secret`(
    format: String,
    language: String
  ) throws {
    let folder = try Sandbox(SecretTests.broken)
    try folder.write("t.yaml", SecretTests.template)
    try folder.write("p.json", "{\"Password\": \"\(SecretTests.mark)-given\", }")
    try folder.write(
      ".funaban.yaml",
      "parameters: { Password: [\(SecretTests.mark)-settings] }\nparametres: 1\n"
    )
    for extra in [[], ["--parameters", "p.json"], ["--group-by", "resource"]] {
      let outcome = try Program.run(
        ["scan", "--all", "--format", format, "--lang", language, "-o", "r.out"] + extra,
        in: folder
      )
      #expect(outcome.exitCode == 3 && outcome.output.contains("ECS.8"))
      for text in [outcome.output, outcome.errors, folder.text("r.out")] {
        let leaks = text.split(separator: "\n").filter {
          $0.contains(SecretTests.mark) || $0.contains(SecretTests.key)
        }
        #expect(leaks.isEmpty)
      }
    }
  }
}
