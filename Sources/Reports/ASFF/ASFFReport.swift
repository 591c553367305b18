import Posture
import SourceText

/// The report for AWS Security Hub: all findings, as `BatchImportFindings` takes them.
///
/// Findings of every verdict are in it, for a finding that passes again is closed only by an update
/// that says so. A failure is `FAILED`; what is unknown is a `WARNING` with its reasons, never
/// `PASSED`; what is accepted keeps its status and is `SUPPRESSED` with the decision as its note.
/// Security Hub takes note and workflow from the first import only: later ones leave to people what
/// they decided there. The name of the project is in every id, for Security Hub holds the findings of
/// many. The caller sends at most 100 findings a call. Source:
/// https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html
struct ASFFReport {
  /// What stands for an account that nobody named.
  private static let unknownAccount = "000000000000"
  /// What stands for a Region that nobody named.
  private static let unknownRegion = "us-east-1"

  let digest: ReportDigest
  var shelf: SourceShelf

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = ASFFReport(
      digest: ReportDigest(input),
      shelf: SourceShelf(redactions: input.result.redactions)
    )
    var json = JSONWriter()
    json.array(nil, report.digest.findings) { report.write($1, to: &$0) }
    return json.text
  }

  /// The language to write in.
  var language: Language { digest.input.language }

  private var account: String { digest.input.options.account ?? ASFFReport.unknownAccount }

  private var region: String { digest.input.options.region ?? ASFFReport.unknownRegion }

  private var moment: String { digest.input.options.moment.text }

  /// The product that every account has for findings of its own making.
  private var productARN: String {
    let partition =
      if region.hasPrefix("cn-") { "aws-cn" } else {
        region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
      }
    return "arn:\(partition):securityhub:\(region):\(account):product/\(account)/default"
  }

  private mutating func write(_ finding: Finding, to json: inout JSONWriter) {
    let control = digest.control(finding)
    json.object { json in
      json.string("SchemaVersion", "2018-10-08")
      let id = digest.input.options.projectWide(finding.fingerprint)
      json.string("Id", "funaban/\(id)".line(limit: 512))
      json.string("ProductArn", productARN)
      json.string("ProductName", "Funaban")
      json.string("GeneratorId", "funaban/\(finding.control)".line(limit: 512))
      json.string("AwsAccountId", account)
      json.array("Types", ASFFReport.types)
      json.string("CreatedAt", moment)
      json.string("UpdatedAt", moment)
      json.object("Severity") { ASFFReport.writeSeverity(finding, to: &$0) }
      json.string("Title", "\(control.bestName) \(control.title)".line(limit: 256))
      let description = "\(finding.message(language)) \(control.plain.why)"
      json.string("Description", description.line(limit: 1024))
      writeRemediation(control, to: &json)
      writeProductFields(finding, to: &json)
      json.single("Resources") { writeResource(finding, to: &$0) }
      json.object("Compliance") { writeCompliance(finding, control, to: &$0) }
      writeWorkflow(finding, to: &json)
      json.string("RecordState", "ACTIVE")
      json.object("FindingProviderFields") { json in
        json.object("Severity") { ASFFReport.writeSeverity(finding, to: &$0) }
        json.array("Types", ASFFReport.types)
      }
    }
  }

  private static let types = ["Software and Configuration Checks/AWS Security Best Practices"]

  /// Security Hub calls `INFORMATIONAL` what has no issue, whatever the control's own severity.
  private static func writeSeverity(_ finding: Finding, to json: inout JSONWriter) {
    let severity = finding.verdict == .pass ? Severity.informational : finding.severity
    json.string("Label", severity.rawValue.uppercased())
    json.string("Original", finding.severity.rawValue)
  }

  private func writeRemediation(_ control: ControlText, to json: inout JSONWriter) {
    let text = control.plain.remedy.line(limit: 512)
    guard !text.isEmpty || control.page != nil else { return }
    json.object("Remediation") { json in
      json.object("Recommendation") { json in
        if !text.isEmpty { json.string("Text", text) }
        if let page = control.page { json.string("Url", page) }
      }
    }
  }

  private mutating func writeProductFields(_ finding: Finding, to json: inout JSONWriter) {
    let start = shelf.start(finding.location)
    json.object("ProductFields") { json in
      json.string("funaban/version", digest.input.toolVersion)
      json.string("funaban/control", finding.control.line(limit: 2048))
      json.string("funaban/fingerprint", finding.fingerprint)
      json.string("funaban/line", String(start.line))
    }
  }

  private func writeCompliance(
    _ finding: Finding,
    _ control: ControlText,
    to json: inout JSONWriter
  ) {
    json.string("Status", finding.verdict.complianceStatus)
    json.string("SecurityControlId", control.securityHubID ?? control.id)
    let requirements = control.requirements.prefix(32).map { $0.line(limit: 256) }
    if !requirements.isEmpty { json.array("RelatedRequirements", requirements) }
    let reasons = finding.verdict == .unknown ? finding.unknownReasons(language) : []
    guard !reasons.isEmpty else { return }
    json.array("StatusReasons", reasons) { json, reason in
      json.object { json in
        json.string("ReasonCode", reason.kind)
        json.string("Description", reason.text.line(limit: 1024))
      }
    }
  }

  private func writeWorkflow(_ finding: Finding, to json: inout JSONWriter) {
    json.object("Workflow") { $0.string("Status", finding.status.workflowStatus) }
    let text = finding.acceptance?.summary(language).line(limit: 512) ?? ""
    guard finding.status == .accepted, !text.isEmpty else { return }
    json.object("Note") { json in
      json.string("Text", text)
      let owner = finding.acceptance?.owner?.line(limit: 512) ?? ""
      json.string("UpdatedBy", owner.isEmpty ? "funaban" : owner)
      json.string("UpdatedAt", moment)
    }
  }
}

extension Verdict {
  fileprivate var complianceStatus: String {
    switch self {
    case .pass: "PASSED"
    case .fail: "FAILED"
    case .unknown: "WARNING"
    }
  }
}

extension FindingStatus {
  fileprivate var workflowStatus: String {
    switch self {
    case .failed, .unknown: "NEW"
    case .accepted: "SUPPRESSED"
    case .passed: "RESOLVED"
    }
  }
}
