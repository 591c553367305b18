import Inventory
import Posture
import SourceText
import Syntax
import Templates
import Testing

@Suite struct ScannerTests {
  @Test func `a finding keeps its fingerprint when lines move`() throws {
    let before = try #require(scan(template).first { $0.verdict == .fail })
    let moved = "# a comment\n\n" + template
    let after = try #require(scan(moved).first { $0.verdict == .fail })
    #expect(before.fingerprint == after.fingerprint)
    #expect(before.fingerprint.count == 32)
    #expect(before.location.position.line + 2 == after.location.position.line)
  }

  @Test func `findings of two containers have two fingerprints`() {
    let findings = scan(
      "containerDefinitions: [{ name: a, image: x }, { name: b, image: x }]",
      only: "ECS.5"
    )
    #expect(findings.map(\.part?.name) == ["a", "b"])
    #expect(Set(findings.map(\.fingerprint)).count == 2)
  }

  @Test func `a finding says under which condition it holds`() throws {
    let finding = try #require(scan(template).first { $0.verdict == .fail })
    #expect(finding.condition?.en == "not IsProduction (Environment ≠ production)")
    #expect(finding.condition?.ja.contains("IsProduction が偽") == true)
    #expect(finding.location.file.text(finding.location.range) == "false")
  }

  @Test func `a value that fails is told where it is owned and where it is used`() throws {
    let findings = scan(
      """
      Parameters:
        ReadOnly: { Type: String, Default: "false" }
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - { Name: web, Image: x, ReadonlyRootFilesystem: !Ref ReadOnly }
      """,
      only: "ECS.5"
    )
    let finding = try #require(findings.first)
    #expect(finding.verdict == .fail)
    #expect(finding.location.position.line == 2)
    #expect(finding.related.map(\.location.position.line) == [8])
  }

  @Test func `of a list, a finding shows and points at what decides`() throws {
    let findings = scan(
      """
      Parameters: { Extra: { Type: String } }
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Name: web
                LinuxParameters: { Capabilities: { Add: [CHOWN, !Ref Extra, SYS_ADMIN] } }
              - Name: side
                LinuxParameters: { Capabilities: { Add: [CHOWN, !Ref Extra] } }
      """,
      only: "ecs.td.capabilities"
    )
    let failing = try #require(findings.first { $0.verdict == .fail })
    #expect(failing.location.file.text(failing.location.range) == "SYS_ADMIN")
    #expect(failing.evidence.map(\.state) == [.values(["SYS_ADMIN"])])
    let unknown = try #require(findings.first { $0.verdict == .unknown })
    #expect(unknown.location.file.text(unknown.location.range).contains("Extra"))
    #expect(unknown.evidence.first?.state == .unknown(.parameter("Extra")))
  }

  @Test(arguments: ["ecs.td.nonroot-linux", "ECS.5", "ecs.td.logging"])
  func `what is missing of a container is told at its name`(control: String) throws {
    let findings = scan(
      """
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - { Name: web, Image: x }
      """,
      only: control
    )
    let finding = try #require(findings.first)
    #expect(finding.location.file.text(finding.location.range) == "web")
  }

  @Test func `a network mode that is missing is one finding, whatever the launch type`() {
    let findings = scan(
      """
      Parameters: { Stage: { Type: String } }
      Conditions: { IsProduction: !Equals [!Ref Stage, production] }
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            RequiresCompatibilities: [!If [IsProduction, FARGATE, EC2]]
            ContainerDefinitions:
              - { Name: web, Image: x }
      """,
      only: "ecs.td.awsvpc"
    )
    #expect(findings.map(\.verdict) == [.fail])
    #expect(findings.first?.condition == nil)
  }

  @Test func `a hidden text that is not known says why`() throws {
    let findings = scan(
      """
      Parameters: { Flag: { Type: String } }
      Resources:
        Host:
          Type: AWS::EC2::Instance
          Properties:
            UserData: !Base64
              Fn::Sub: "echo ECS_CLUSTER=a ECS_DISABLE_PRIVILEGED=${Flag} > /etc/ecs/ecs.config"
      """,
      only: "ecs.host.disable-privileged"
    )
    let finding = try #require(findings.first)
    #expect(finding.verdict == .unknown)
    #expect(finding.evidence.map(\.state) == [.unknown(.parameter("Flag"))])
  }

  @Test func `what is not known is no evidence for what is certain`() throws {
    let findings = scan(
      """
      Parameters: { Extra: { Type: String } }
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Name: web
                Environment:
                  - { Name: API_TOKEN, Value: !Ref Extra }
                  - { Name: DB_PASSWORD, Value: hunter2 }
      """,
      only: "ECS.8"
    )
    let finding = try #require(findings.first)
    #expect(finding.verdict == .fail)
    #expect(finding.location.file.text(finding.location.range) == "hunter2")
    #expect(finding.evidence.map(\.state) == [.values(["DB_PASSWORD"])])
  }

  @Test func `an unknown value is unknown with its reason, never pass or fail`() throws {
    let findings = scan(
      """
      Parameters: { ReadOnly: { Type: String } }
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - { Name: web, Image: x, ReadonlyRootFilesystem: !Ref ReadOnly }
      """,
      only: "ECS.5"
    )
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.verdict == .unknown)
    #expect(finding.evidence.first?.state == .unknown(.parameter("ReadOnly")))
  }

  @Test func `a text where only true or false can stand is unknown`() throws {
    let findings = scan(
      """
      Resources:
        Service:
          Type: AWS::ECS::Service
          Properties: { TaskDefinition: web, EnableExecuteCommand: maybe }
      """,
      only: "ecs.svc.exec-enabled"
    )
    #expect(findings.map(\.verdict) == [.unknown])
  }

  @Test func `values of variables and commands are marked as not to be shown`() {
    let text = """
      containerDefinitions:
        - name: web
          image: x
          environment: [{ name: COLOR, value: blue }]
          command: [run, --now]
      """
    let file = SourceFile(path: "task.yaml", text: text)
    let unit = Templates.read(YAMLParser.parse(file))[0]
    let result = Scanner(.embedded()).scan(unit.inventories, in: file)
    let hidden = (result.redactions[file] ?? []).map { file.text($0) }
    #expect(hidden == ["blue", "run", "--now"])
  }

  @Test func `findings of one task definition join to one when asked`() throws {
    let text = """
      containerDefinitions:
        - { name: a, image: x }
        - { name: b, image: x, readonlyRootFilesystem: true }
        - { name: c, image: x, readonlyRootFilesystem: false }
      """
    let joined = ScanResult(findings: scan(text)).joinedByResource().findings
    let finding = try #require(joined.first)
    #expect(joined.count == 1)
    #expect(finding.verdict == .fail && finding.part == nil)
    #expect(finding.location.position.line == 2)
    #expect(finding.related.map(\.location.position.line) == [4])
    #expect(
      finding.evidence.map(\.field) == ["a: readonlyRootFilesystem", "c: readonlyRootFilesystem"]
    )
    #expect(!scan(text).map(\.fingerprint).contains(finding.fingerprint))
  }

  @Test func `the score counts controls as Security Hub does`() {
    let score = Score(
      scan("containerDefinitions: [{ name: a, image: x, privileged: true, user: app }]", only: nil)
    )
    #expect(score.total.failed > 0 && score.total.passed > 0)
    let judged = score.total.passed + score.total.failed
    #expect(
      score.total.percent == Int((100 * Double(score.total.passed) / Double(judged)).rounded())
    )
    #expect(score.bySeverity.values.reduce(0) { $0 + $1.failed } == score.total.failed)
    #expect(Score([]).total.percent == nil)
  }

  @Test(arguments: [
    "ECS.5", "ecs.5", "CIS 3.5", "cis-compute:3.5", "securityhub:ECS.5", "CKV_AWS_336",
  ])
  func `a control answers to its aliases`(_ name: String) {
    #expect(ControlCatalogue.embedded().controls(named: name).map(\.id) == ["ecs.td.readonly-root"])
  }

  @Test func `a misspelt control is met with a suggestion`() {
    let catalogue = ControlCatalogue.embedded()
    #expect(catalogue.controls(named: "ECS.55").isEmpty)
    #expect(catalogue.suggestions(for: "ecs.td.readonly-rot").first == "ecs.td.readonly-root")
  }

  private let template = """
    Parameters:
      Environment: { Type: String, AllowedValues: [development, production] }
    Conditions:
      IsProduction: !Equals [!Ref Environment, production]
    Resources:
      Task:
        Type: AWS::ECS::TaskDefinition
        Properties:
          ContainerDefinitions:
            - Name: web
              Image: x
              ReadonlyRootFilesystem: !If [IsProduction, true, false]
    """

  private func scan(_ text: String, only control: String? = "ECS.5") -> [Finding] {
    let catalogue = ControlCatalogue.embedded()
    var selection = Scanner.Selection()
    selection.only = Set(control.map { catalogue.controls(named: $0).map(\.id) } ?? [])
    let scanner = Scanner(catalogue, selection: selection)
    let file = SourceFile(path: "template.yaml", text: text)
    return Templates.read(YAMLParser.parse(file)).flatMap {
      scanner.scan($0.inventories, in: file).findings
    }
  }
}
