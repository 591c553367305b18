import Foundation
import Inventory
import Posture
import Reports
import SourceText
import Testing

@Suite struct ASFFReportTests {
  @Test(arguments: Language.allCases, [Sample.result, Sample.hostile, longNames])
  func `every finding is what BatchImportFindings takes`(
    language: Language,
    result: ScanResult
  ) throws {
    guard Python.has("botocore") else { return print("skipped: no python3 with botocore") }
    for change in [Sample.deploy, { _ in }] {
      var input = Sample.input(result, language, change)
      if result.fileCount == Self.longNames.fileCount { input.stories = { _ in Self.longStory } }
      let report = ReportFormat.asff.render(input)
      #expect(try Python.run(Self.validate, [], input: report) == "")
    }
  }

  @Test func `unknown is a warning, what is accepted is suppressed, what passes is resolved`()
    throws
  {
    let findings = try findings(Sample.input(Sample.result, .english, Sample.deploy))
    #expect(
      findings.map(\.summary) == [
        "ECS.8 FAILED NEW CRITICAL", "ECS.3 FAILED NEW HIGH", "ECS.5 FAILED NEW HIGH",
        "ECS.5 WARNING NEW HIGH", "ecs.td.image-pinned FAILED SUPPRESSED MEDIUM",
        "ecs.td.privileged PASSED RESOLVED INFORMATIONAL",
      ]
    )
    #expect(findings[3].compliance.statusReasons?.first?.reasonCode == "parameter")
    #expect(findings[4].note?.text.contains("our own mirror") == true)
    #expect(findings[4].note?.updatedBy == "花子")
  }

  @Test(arguments: [
    ("ap-northeast-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"),
  ])
  func `findings go to the account and the Region`(region: String, partition: String) throws {
    let input = Sample.input {
      Sample.deploy(&$0)
      $0.region = region
    }
    let finding = try #require(try findings(input).first)
    #expect(finding.awsAccountId == "123456789012")
    #expect(
      finding.productArn
        == "arn:\(partition):securityhub:\(region):123456789012:product/123456789012/default"
    )
    #expect(finding.updatedAt == "2026-11-21T18:00:00Z")
  }

  @Test(arguments: [
    ("AWS::ECS::Service", "AwsEcsService"), ("aws_ecs_cluster", "AwsEcsCluster"),
    ("aws_lb", "AwsElbv2LoadBalancer"), ("AWS::IAM::Role", "AwsIamRole"),
    ("Dockerfile", "Other"), ("Compose::Service", "Other"),
  ])
  func `a resource has Security Hub's name for its type`(type: String, name: String) throws {
    let finding = Finding(
      control: "ecs.td.host-pid",
      severity: .low,
      verdict: .fail,
      resource: JudgedResource(id: "It", type: type),
      part: nil,
      location: Sample.location("host"),
      related: [],
      evidence: [],
      condition: nil,
      fingerprint: 1
    )
    let read = try findings(Sample.input(ScanResult(findings: [finding]))).first
    #expect(read?.resources.map(\.type) == [name])
    #expect(read?.resources.map(\.id) == ["infra/web.yaml#It"])
  }

  @Test func `the same path in two projects is two findings`() throws {
    let ids = try [nil, "shop/web", "shop/orders"].map { project in
      try findings(Sample.input { $0.project = project }).flatMap {
        [$0.id] + $0.resources.map(\.id)
      }
    }
    #expect(Set(ids.map(\.first)).count == 3 && Set(ids.map(\.last)).count == 3)
    #expect(ids[1].last == "shop/web/infra/web.yaml#WebTask")
  }

  private static let long = String(repeating: "とても長い名前😀 ", count: 400)

  private static let longStory = ControlStory(
    title: LocalizedText(en: long, ja: long),
    why: LocalizedText(en: long, ja: long),
    consequences: nil,
    remedy: LocalizedText(en: long, ja: long),
    console: nil,
    cli: nil,
    cloudFormation: nil,
    terraform: nil,
    references: (0..<50).map { "NIST.800-53.r5 AC-\($0)" }
  )

  static let longNames = ScanResult(
    findings: [
      Finding(
        control: long,
        severity: .low,
        verdict: .unknown,
        resource: JudgedResource(id: long, type: long, constructPath: long),
        part: JudgedPart(kind: "container", name: long),
        location: Sample.location("host"),
        related: [],
        evidence: [Evidence(field: long, state: .unknown(.parameter(long)))],
        condition: nil,
        fingerprint: 1,
        decisions: [Sample.decision(saying: long)]
      )
    ],
    fileCount: 99
  )

  private struct ReadFinding: Decodable {
    struct Compliance: Decodable {
      struct Reason: Decodable { let reasonCode: String }

      let status: String
      let securityControlId: String
      let statusReasons: [Reason]?
    }

    struct Workflow: Decodable { let status: String }
    struct Severity: Decodable { let label: String }

    struct Note: Decodable {
      let text: String
      let updatedBy: String
    }

    struct Resource: Decodable {
      let type: String
      let id: String
    }

    let id: String
    let awsAccountId: String
    let productArn: String
    let updatedAt: String
    let compliance: Compliance
    let workflow: Workflow
    let severity: Severity
    let note: Note?
    let resources: [Resource]

    var summary: String {
      "\(compliance.securityControlId) \(compliance.status) \(workflow.status) \(severity.label)"
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }

  private func findings(_ input: ReportInput) throws -> [ReadFinding] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { path in
      let name = path.last?.stringValue ?? ""
      return Key(stringValue: name.prefix(1).lowercased() + name.dropFirst())
    }
    let report = ReportFormat.asff.render(input)
    return try decoder.decode([ReadFinding].self, from: Data(report.utf8))
  }

  /// Prints what AWS's own model of the request refuses, and what its words on lengths forbid.
  private static let validate = """
    import json, re, sys
    from botocore.session import Session
    from botocore.validate import ParamValidator
    model = Session().get_service_model("securityhub")
    shape = model.operation_model("BatchImportFindings").input_shape
    findings = json.load(sys.stdin.buffer)
    report = ParamValidator().validate({"Findings": findings}, shape)
    if report.has_errors(): print(report.generate_report())
    def walk(value, shape, path):
        if shape.type_name == "structure":
            for name, member in value.items(): walk(member, shape.members[name], path + [name])
        elif shape.type_name == "list":
            for member in value: walk(member, shape.member, path)
        elif shape.type_name == "map":
            for name, member in value.items(): walk(member, shape.value, path + [name])
        elif shape.type_name == "string":
            if shape.enum and value not in shape.enum: print(path, value)
            pattern = shape._shape_model.get("pattern")
            if pattern and not re.fullmatch(pattern, value): print(path, repr(value))
    limits = {
        "Id": 512, "GeneratorId": 512, "Title": 256, "Description": 1024,
        "Remediation.Recommendation.Text": 512, "Note.Text": 512,
        "Compliance.RelatedRequirements": 32,
    }
    def length(value): return len(value.encode("utf-16-le")) // 2 if isinstance(value, str) else len(value)
    types = model.shape_for("ResourceDetails").members
    for finding in findings:
        walk(finding, shape.members["Findings"].member, [])
        for path, limit in limits.items():
            value = finding
            for name in path.split("."): value = value.get(name, {})
            if length(value) > limit: print(path, length(value))
        for resource in finding["Resources"]:
            if resource["Type"] not in types: print(resource["Type"])
            for name, value in resource["Details"]["Other"].items():
                if length(name) >= 128 or length(value) >= 1024: print(name, length(value))
        for name, value in finding["ProductFields"].items():
            if length(name) > 128 or length(value) > 2048: print(name, length(value))
    """
}
