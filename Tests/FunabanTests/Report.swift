/// What the tests read of a JSON report.
struct Report: Decodable {
  struct Finding: Decodable {
    struct Resource: Decodable { let id: String }
    struct Part: Decodable { let kind: String, name: String }
    struct Acceptance: Decodable { let reason: String }
    struct Decision: Decodable {
      let source: String, control: String, reason: String
      let until: String?
      let location: Location?
    }
    let control: String
    let aliases: [String]
    let severity: String
    let verdict: String
    let message: String
    let resource: Resource
    let part: Part?
    let location: Location
    let condition: String?
    let acceptance: Acceptance?
    let decisions: [Decision]
    let workflowStatus: String
    let baselineState: String?

    /// Where and what, as a person would point at it: `shop.yaml:49 CKV_AWS_223`.
    var place: String { "\(location.text) \(control)" }
  }

  struct Location: Decodable {
    struct Point: Decodable { let line: Int, column: Int }
    let path: String
    let start: Point?

    var text: String { path + (start.map { ":\($0.line)" } ?? "") }
  }

  struct Problem: Decodable {
    let severity: String
    let code: String
    let message: String
    let path: String
    let location: Location?
  }

  struct Resolved: Decodable {
    let control: String, path: String, resource: String, workflowStatus: String
  }

  struct Summary: Decodable { let files: Int }

  let language: String
  let summary: Summary
  let findings: [Finding]
  let resolved: [Resolved]
  let diagnostics: [Problem]

  var failures: [Finding] { findings.filter { $0.verdict == "fail" } }
  var failedControls: Set<String> { Set(failures.map(\.control)) }
  var codes: Set<String> { Set(diagnostics.map(\.code)) }
  var errors: [Problem] { diagnostics.filter { $0.severity == "error" } }
}
