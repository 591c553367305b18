import Posture
import SourceText

/// The report for spreadsheets: all findings, a row each, as RFC 4180 has it.
///
/// The names of the columns are the same in every language, so that scripts may rely on them. The
/// text begins with a byte order mark, without which Excel does not take it for UTF-8, and its lines
/// end in CR LF.
struct CSVReport {
  private static let columns = [
    "status", "verdict", "severity", "control", "name", "title", "resource", "resource_type",
    "part_kind", "part", "path", "line", "column", "message", "remedy", "reference",
    "accepted_because", "accepted_by", "accepted_until", "fingerprint",
  ]

  private let digest: ReportDigest
  private var shelf: SourceShelf

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = CSVReport(
      digest: ReportDigest(input),
      shelf: SourceShelf(redactions: input.result.redactions)
    )
    let rows = [columns] + report.digest.findings.map { report.row($0) }
    return "\u{FEFF}" + rows.map(line).joined()
  }

  private mutating func row(_ finding: Finding) -> [String] {
    let language = digest.input.language
    let control = digest.control(finding)
    let start = shelf.start(finding.location)
    let acceptance = finding.acceptance
    return [
      finding.status.rawValue, finding.verdict.rawValue, finding.severity.rawValue,
      finding.control, control.bestName, control.title, finding.resource.id,
      finding.resource.type, finding.part?.kind ?? "", finding.part?.name ?? "",
      finding.location.file.path, String(start.line), String(start.column),
      finding.message(language), control.plain.remedy, control.page ?? "",
      acceptance?.reason ?? "", acceptance?.owner ?? "", acceptance?.until ?? "",
      finding.fingerprint,
    ]
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// `text` as one cell, which no spreadsheet takes for a formula.
  ///
  /// The apostrophe before a formula's first sign is what OWASP recommends against CSV injection;
  /// the fullwidth signs count too in a Japanese Excel.
  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) }
    let safe = isFormula == true ? "'\(text)" : text
    guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\"\(safe.replacing("\"", with: "\"\""))\""
  }
}
