import Foundation
import Testing

/// One stack, written in every language that can say all of it.
@Suite struct OneStackTests {
  private static let folder = Program.packageRoot.appending(path: "Tests/Fixtures/OneStack")

  /// What is judged, in words that do not depend on the language.
  private struct Judgement: Hashable, Comparable, CustomStringConvertible {
    let control: String
    let resource: String
    let part: String
    let verdict: String

    var description: String { "\(verdict) \(control) \(resource) \(part)" }

    static func < (left: Judgement, right: Judgement) -> Bool {
      left.description < right.description
    }
  }

  @Test(arguments: [
    ["native"], ["json"], ["modules"], ["plan/plan.json"], ["state/terraform.tfstate"],
  ])
  func `the stack gets the findings that its CloudFormation template gets`(
    arguments: [String]
  ) throws {
    let template = try judgements(["stack.yaml"])
    let other = try judgements(arguments)
    #expect(template.count > 90)
    #expect(template.subtracting(other).sorted() == [], "only in CloudFormation")
    #expect(other.subtracting(template).sorted() == [], "only in \(arguments)")
  }

  @Test func `SAM and the CDK get the same findings, too`() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "stack.yaml"), encoding: .utf8)
    let serverless = try Sandbox(["stack.yaml": "Transform: AWS::Serverless-2016-10-31\n" + text])
    let manifest = """
      { "version": "36.0.0", "artifacts": { "Stack": {
        "type": "aws:cloudformation:stack", "properties": { "templateFile": "stack.yaml" } } } }
      """
    let assembly = try Sandbox(["cdk.out/manifest.json": manifest, "cdk.out/stack.yaml": text])
    let template = try judgements(["stack.yaml"])
    #expect(try judgements(in: serverless, ["stack.yaml"]) == template)
    #expect(try judgements(in: assembly, ["cdk.out"]) == template)
  }

  @Test(arguments: ["task.json", "compose"])
  func `what can say the task alone gets the task's findings`(path: String) throws {
    let template = try taskJudgements(["stack.yaml"])
    #expect(template.count > 30)
    #expect(try taskJudgements([path]) == template)
  }

  @Test func `a container of Copilot gets its findings, too`() throws {
    let template = try taskJudgements(["stack.yaml"]).filter { $0.part == "web" }
    #expect(template.count > 12)
    #expect(try taskJudgements(["copilot"]).filter { $0.part == "web" } == template)
  }

  /// What is said of the task definition, which some languages do not name.
  private func taskJudgements(_ paths: [String]) throws -> Set<Judgement> {
    Set(
      try judgements(paths).filter { $0.control.hasPrefix("ecs.td.") }.map {
        Judgement(control: $0.control, resource: "", part: $0.part, verdict: $0.verdict)
      }
    )
  }

  private func judgements(_ paths: [String]) throws -> Set<Judgement> {
    try judgements(in: nil, paths.map { Self.folder.appending(path: $0).path() })
  }

  private func judgements(in sandbox: Sandbox?, _ paths: [String]) throws -> Set<Judgement> {
    let (_, report) = try Program.scan(["--all"] + paths, in: sandbox)
    #expect(report.errors.map(\.message) == [])
    return Set(
      report.findings.map { finding in
        Judgement(
          control: finding.control,
          resource: name(of: finding.resource.id),
          part: finding.part?.name ?? "",
          verdict: finding.verdict
        )
      }
    )
  }

  /// The name of a resource in small letters: `module.web.aws_ecs_cluster.main[0]` is a `main`.
  private func name(of id: String) -> String {
    let isInstance = id.hasSuffix("\"]")
    let last =
      isInstance ? id.dropLast(2).split(separator: "\"").last : id.split(separator: ".").last
    let name = last.map { $0.prefix { $0 != "[" } } ?? ""
    return name.lowercased().filter { $0 != "_" }
  }
}
