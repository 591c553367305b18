import Posture
import SourceText

/// The report for programs: all findings, whatever their verdict, as one JSON document.
///
/// `docs/report.schema.json` describes it. A member is never taken away or given another meaning
/// within a major version of the schema; readers ignore members that they do not know.
struct JSONReport {
  /// The version of the form, not of the program.
  static let schemaVersion = "1.0"

  let digest: ReportDigest
  var shelf: SourceShelf

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = JSONReport(
      digest: ReportDigest(input),
      shelf: SourceShelf(redactions: input.result.redactions)
    )
    var json = JSONWriter()
    report.write(to: &json)
    return json.text
  }

  /// The language to write in.
  var language: Language { digest.input.language }

  private mutating func write(to json: inout JSONWriter) {
    let controls = digest.controls.values.sorted { $0.id < $1.id }
    json.object { json in
      json.string("schemaVersion", JSONReport.schemaVersion)
      json.object("tool") { tool in
        tool.string("name", "funaban")
        tool.string("version", digest.input.toolVersion)
      }
      json.string("language", language.rawValue)
      json.object("summary", writeSummary)
      json.array("controls", controls) { JSONReport.write($1, to: &$0) }
      json.array("findings", digest.findings) { write($1, to: &$0) }
      json.array("resolved", digest.input.result.resolved) { JSONReport.write($1, to: &$0) }
      json.array("diagnostics", digest.diagnostics) { write($1, to: &$0) }
    }
  }

  private func writeSummary(_ json: inout JSONWriter) {
    let score = digest.input.result.score
    json.object("score") { json in
      json.number("percent", score.total.percent)
      JSONReport.write(score.total, to: &json)
      json.object("bySeverity") { json in
        for severity in Severity.allCases.reversed() {
          let count = score.bySeverity[severity] ?? Score.Count()
          json.object(severity.rawValue) { JSONReport.write(count, to: &$0) }
        }
      }
    }
    json.object("findings") { json in
      json.number("failed", digest.failing.count)
      json.number("unknown", digest.unknown.count)
      json.number("passed", digest.passing.count)
      json.number("accepted", digest.accepted.count)
      json.number("known", digest.known.count)
      json.number("resolved", digest.input.result.resolved.count)
    }
    json.number("files", digest.input.result.fileCount)
    json.object("diagnostics") { json in
      for severity in [Diagnostic.Severity.error, .warning, .note] {
        json.number(severity.rawValue, digest.diagnostics.count { $0.severity == severity })
      }
    }
  }

  private static func write(_ count: Score.Count, to json: inout JSONWriter) {
    json.number("failed", count.failed)
    json.number("unknown", count.unknown)
    json.number("passed", count.passed)
  }

  private static func write(_ control: ControlText, to json: inout JSONWriter) {
    json.object { json in
      json.string("id", control.id)
      json.array("aliases", control.aliases)
      json.string("severity", control.severity.rawValue)
      json.string("title", control.title)
      json.string("why", control.why)
      json.string("consequences", control.consequences)
      json.string("remedy", control.remedy)
      json.array("references", control.references)
    }
  }
}
