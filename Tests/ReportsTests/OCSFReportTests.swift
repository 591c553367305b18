import Foundation
import Posture
import Reports
import SourceText
import Testing

@Suite struct OCSFReportTests {
  @Test(arguments: Language.allCases, [Sample.result, Sample.hostile])
  func `every finding keeps to the schema of OCSF 1.6`(
    language: Language,
    result: ScanResult
  ) throws {
    guard Python.has("ocsf") else { return print("skipped: no python3 with pydantic-ocsf") }
    for change in [Sample.deploy, { _ in }] {
      let report = ReportFormat.ocsf.render(Sample.input(result, language, change))
      #expect(try Python.run(Self.validate, [], input: report) == "")
    }
  }

  @Test func `unknown is a warning, what is accepted is suppressed, what passes is resolved`()
    throws
  {
    let findings = try read(Sample.input(Sample.result, .english, Sample.deploy))
    let words = findings.map { finding in
      let compliance = finding["compliance"] as? [String: Any]
      return [compliance?["control"], compliance?["status"], finding["status"]]
        .map { $0 as? String ?? "" }.joined(separator: " ")
    }
    #expect(
      words == [
        "ECS.8 Fail New", "ECS.3 Fail New", "ECS.5 Fail New", "ECS.5 Warning New",
        "ecs.td.image-pinned Fail Suppressed", "ecs.td.privileged Pass Resolved",
      ]
    )
    #expect((findings[4]["comment"] as? String)?.contains("our own mirror") == true)
    #expect(findings.allSatisfy { $0["time"] as? Int == 1_795_284_000_000 })
  }

  @Test func `the account is told only where it is known`() throws {
    let known = try #require(try read(Sample.input(Sample.result, .english, Sample.deploy)).first)
    let cloud = try #require(known["cloud"] as? [String: Any])
    #expect(cloud["region"] as? String == "ap-northeast-1")
    #expect((cloud["account"] as? [String: String]) == ["uid": "123456789012"])
    let unknown = try #require(try read(Sample.input()).first)
    #expect(unknown["cloud"] == nil)
  }

  @Test func `standards are told apart from their paragraphs`() throws {
    let finding = try #require(
      try read(Sample.input()).first {
        ($0["compliance"] as? [String: Any])?["control"] as? String == "ECS.5"
      }
    )
    let compliance = try #require(finding["compliance"] as? [String: Any])
    #expect(compliance["standards"] as? [String] == ["NIST.800-53.r5"])
    #expect(compliance["requirements"] as? [String] == ["NIST.800-53.r5 CM-7"])
  }

  private func read(_ input: ReportInput) throws -> [[String: Any]] {
    let data = Data(ReportFormat.ocsf.render(input).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
  }

  /// Prints what the schema refuses or does not know.
  ///
  /// Judged apart are `cloud`, which is of a profile, and the status, for which the models of
  /// pydantic-ocsf 3.0.0 take the list of another object.
  private static let validate = """
    import json, sys
    from importlib.resources import files
    from pydantic import BaseModel, ValidationError
    from ocsf.v1_6_0.events import ComplianceFinding
    from ocsf.v1_6_0.objects import Cloud
    def unknown(value, path):
        if isinstance(value, list):
            for each in value: unknown(each, path)
        if not isinstance(value, BaseModel): return
        for name in value.model_extra or {}: print(path + [name])
        for name in value.model_fields_set - set(value.model_extra or {}):
            unknown(getattr(value, name), path + [name])
    schema = json.loads(files("ocsf").joinpath("schemas/v1_6_0.json").read_text("utf-8"))
    statuses = schema["events"]["finding"]["attributes"]["status_id"]["enum"]
    for finding in json.load(sys.stdin.buffer):
        status = finding.pop("status_id"), finding.pop("status")
        if statuses[str(status[0])]["caption"] != status[1]: print(status)
        parts = [(ComplianceFinding, finding)]
        if "cloud" in finding.get("metadata", {}).get("profiles", []):
            parts.append((Cloud, finding.pop("cloud")))
        for model, part in parts:
            try: unknown(model.model_validate(part), [])
            except ValidationError as error: print(error)
    """
}
