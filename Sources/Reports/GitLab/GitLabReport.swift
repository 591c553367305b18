import Posture
import SourceText

/// The report for GitLab merge requests: what fails, as Code Quality takes it.
///
/// Code Quality knows problems only, so what is unknown, accepted or passes is left out. Paths count
/// from the root of the repository. Source:
/// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
struct GitLabReport {
  private let digest: ReportDigest
  private var shelf: SourceShelf

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = GitLabReport(
      digest: ReportDigest(input),
      shelf: SourceShelf(redactions: input.result.redactions)
    )
    var json = JSONWriter()
    json.array(nil, report.digest.failing) { report.write($1, to: &$0) }
    return json.text
  }

  private mutating func write(_ finding: Finding, to json: inout JSONWriter) {
    let source = shelf.source(finding.location.file)
    let control = digest.control(finding)
    let message = finding.message(digest.input.language)
    json.object { json in
      json.string("description", "\(control.bestName) \(control.title): \(message)")
      json.string("check_name", finding.control)
      json.string("fingerprint", finding.fingerprint)
      json.string("severity", finding.severity.gitLabName)
      json.object("location") { json in
        json.string("path", digest.input.options.hostPath(finding.location.file.path))
        json.object("lines") { json in
          json.number("begin", source.position(at: finding.location.range.start).line)
          json.number("end", source.position(at: finding.location.range.end).line)
        }
      }
    }
  }
}

extension Severity {
  fileprivate var gitLabName: String {
    switch self {
    case .critical: "blocker"
    case .high: "critical"
    case .medium: "major"
    case .low: "minor"
    case .informational: "info"
    }
  }
}
