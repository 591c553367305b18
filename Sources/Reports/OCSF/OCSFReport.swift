import Posture
import SourceText

/// The report for security data lakes: all findings, as Compliance Findings of OCSF 1.6.
///
/// It is the version that AWS Security Hub speaks. What is unknown is a compliance warning, which
/// OCSF has for a check that "did not yield a result due to missing information"; what is accepted
/// keeps its compliance status and is suppressed with the decision as its comment. Source:
/// https://schema.ocsf.io/1.6.0/classes/compliance_finding
struct OCSFReport {
  private static let schemaVersion = "1.6.0"

  private let digest: ReportDigest
  private var shelf: SourceShelf

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = OCSFReport(
      digest: ReportDigest(input),
      shelf: SourceShelf(redactions: input.result.redactions)
    )
    var json = JSONWriter()
    json.array(nil, report.digest.findings) { report.write($1, to: &$0) }
    return json.text
  }

  private var language: Language { digest.input.language }

  private var options: ReportOptions { digest.input.options }

  private var milliseconds: Int { options.moment.seconds * 1_000 }

  private mutating func write(_ finding: Finding, to json: inout JSONWriter) {
    let control = digest.control(finding)
    json.object { json in
      OCSFReport.writeClass(to: &json)
      json.number("time", milliseconds)
      json.number("severity_id", finding.severity.rank + 1)
      json.string("severity", finding.severity.rawValue.capitalizedWord)
      json.number("status_id", finding.status.ocsf.id)
      json.string("status", finding.status.ocsf.caption)
      json.string("message", finding.message(language))
      let comment = finding.acceptance?.summary(language) ?? ""
      if finding.status == .accepted, !comment.isEmpty { json.string("comment", comment) }
      json.object("metadata", writeMetadata)
      writeCloud(to: &json)
      json.object("finding_info") { writeInformation(finding, control, to: &$0) }
      json.object("compliance") { writeCompliance(finding, control, to: &$0) }
      json.single("resources") { writeResource(finding, to: &$0) }
      writeRemediation(control, to: &json)
    }
  }

  private static func writeClass(to json: inout JSONWriter) {
    json.number("category_uid", 2)
    json.string("category_name", "Findings")
    json.number("class_uid", 2003)
    json.string("class_name", "Compliance Finding")
    json.number("activity_id", 1)
    json.string("activity_name", "Create")
    json.number("type_uid", 200_301)
    json.string("type_name", "Compliance Finding: Create")
  }

  private func writeMetadata(_ json: inout JSONWriter) {
    json.string("version", OCSFReport.schemaVersion)
    if options.account != nil { json.array("profiles", ["cloud"]) }
    json.object("product") { json in
      json.string("name", "Funaban")
      json.string("vendor_name", "Funaban")
      json.string("version", digest.input.toolVersion)
      json.string("lang", language.rawValue)
    }
  }

  /// Writes the account, which is of the profile `cloud`; nothing where nobody named it.
  private func writeCloud(to json: inout JSONWriter) {
    guard let account = options.account else { return }
    json.object("cloud") { json in
      json.string("provider", "AWS")
      if let region = options.region { json.string("region", region) }
      json.object("account") { $0.string("uid", account) }
    }
  }

  private func writeInformation(
    _ finding: Finding,
    _ control: ControlText,
    to json: inout JSONWriter
  ) {
    json.string("uid", options.projectWide(finding.fingerprint))
    json.string("title", "\(control.bestName) \(control.title)")
    if !control.why.isEmpty { json.string("desc", control.plain.why) }
    json.number("created_time", milliseconds)
    json.object("analytic") { json in
      json.number("type_id", 1)
      json.string("type", "Rule")
      json.string("uid", control.id)
      json.string("name", control.title)
    }
  }

  private func writeCompliance(
    _ finding: Finding,
    _ control: ControlText,
    to json: inout JSONWriter
  ) {
    json.string("control", control.securityHubID ?? control.id)
    json.number("status_id", finding.verdict.ocsf.id)
    json.string("status", finding.verdict.ocsf.caption)
    let details = finding.evidenceTexts(language)
    if !details.isEmpty { json.array("status_details", details) }
    if !control.standards.isEmpty { json.array("standards", control.standards) }
    if !control.requirements.isEmpty { json.array("requirements", control.requirements) }
  }

  private mutating func writeResource(_ finding: Finding, to json: inout JSONWriter) {
    let path = options.hostPath(finding.location.file.path)
    let start = shelf.start(finding.location)
    json.string("uid", options.projectWide("\(path)#\(finding.resource.id)"))
    json.string("name", finding.resource.id)
    json.string("type", finding.resource.type)
    json.object("data") { json in
      json.string("path", path)
      json.number("line", start.line)
      json.number("column", start.column)
      if let part = finding.part { json.string(part.kind, part.name) }
      if let construct = finding.resource.constructPath {
        json.string("constructPath", construct)
      }
    }
  }

  private func writeRemediation(_ control: ControlText, to json: inout JSONWriter) {
    guard !control.remedy.isEmpty else { return }
    json.object("remediation") { json in
      json.string("desc", control.plain.remedy)
      let pages = control.references.filter { $0.hasPrefix("https://") }
      if !pages.isEmpty { json.array("references", pages) }
    }
  }
}

extension Verdict {
  /// The number and the caption that OCSF has for the outcome of a check.
  fileprivate var ocsf: (id: Int, caption: String) {
    switch self {
    case .pass: (1, "Pass")
    case .unknown: (2, "Warning")
    case .fail: (3, "Fail")
    }
  }
}

extension FindingStatus {
  /// The number and the caption that OCSF has for the state of a finding.
  fileprivate var ocsf: (id: Int, caption: String) {
    switch self {
    case .failed, .unknown: (1, "New")
    case .accepted: (3, "Suppressed")
    case .passed: (4, "Resolved")
    }
  }
}

extension String {
  /// The word with its first letter in upper case.
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
