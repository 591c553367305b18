import Posture
import SourceText

/// What is said of a control in one report, in the report's language.
struct ControlText {
  let id: String
  let aliases: [String]
  let severity: Severity
  let title: String
  let why: String
  let consequences: String
  let remedy: String
  let references: [String]
  /// `why` and `remedy` without the signs of Markdown, for the forms that repeat them often.
  let plain: (why: String, remedy: String)

  init(id: String, severity: Severity, _ input: ReportInput) {
    let story = input.stories(id)
    let language = input.language
    self.id = id
    self.severity = severity
    aliases = input.aliases(id)
    title = story?.title.tidy(language) ?? id
    why = story?.why.tidy(language) ?? ""
    consequences = story?.consequences?.tidy(language) ?? ""
    remedy = story?.remedy.tidy(language) ?? ""
    references = story?.references ?? []
    plain = (Markup.plain(why), Markup.plain(remedy))
  }

  /// The name that people know: the Security Hub control, else the first alias, else the id.
  var bestName: String { ControlText.bestName(id: id, aliases: aliases) }

  /// The name to type: one without a space.
  var typedName: String { bestName.contains(" ") ? id : bestName }

  /// The name that people know, and the id behind it where they differ.
  var names: String { bestName == id ? id : "\(bestName) · \(id)" }

  /// The id of the Security Hub control: `ECS.5`; `nil` where there is none.
  var securityHubID: String? { aliases.first(where: ControlText.isSecurityHubName) }

  /// The first reference that is a web page.
  var page: String? { references.first { $0.hasPrefix("https://") } }

  /// The Security Hub name among `aliases`, else that of another catalogue people know, else `id`.
  static func bestName(id: String, aliases: [String]) -> String {
    aliases.first(where: isSecurityHubName)
      ?? aliases.first { alias in knownCatalogues.contains { alias.hasPrefix($0) } } ?? id
  }

  private static let knownCatalogues = ["CIS ", "CKV_", "CKV2_", "AWS-", "CT."]

  /// Whether `name` looks like `ECS.5`.
  private static func isSecurityHubName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let service = parts.first, let number = parts.last else { return false }
    return !service.isEmpty && service.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

/// A scan result in the order in which every report shows it.
///
/// The most severe control comes first; controls of one severity stand in the order of the first
/// place they are found at; the findings of a control by file and position.
struct ReportDigest {
  let input: ReportInput
  let failing: [Finding]
  let unknown: [Finding]
  /// Failures that the baseline knows.
  let known: [Finding]
  let accepted: [Finding]
  let passing: [Finding]
  /// The errors first, then warnings, then notes; each by file and position.
  let diagnostics: [Diagnostic]
  /// The texts of every control with a finding, by id.
  let controls: [String: ControlText]

  init(_ input: ReportInput) {
    self.input = input
    let sorted = input.result.findings.sorted(by: ReportDigest.precedes)
    failing = sorted.filter(\.isOpenFailure)
    known = sorted.filter {
      $0.verdict == .fail && $0.acceptance == nil && $0.baselineState == .known
    }
    unknown = sorted.filter { $0.verdict == .unknown && $0.acceptance == nil }
    accepted = sorted.filter { $0.verdict != .pass && $0.acceptance != nil }
    passing = sorted.filter { $0.verdict == .pass }
    diagnostics = input.result.diagnostics.sorted(by: ReportDigest.precedes)
    var controls: [String: ControlText] = [:]
    for finding in sorted where controls[finding.control] == nil {
      controls[finding.control] = ControlText(
        id: finding.control,
        severity: finding.severity,
        input
      )
    }
    self.controls = controls
  }

  /// All findings: what fails first, then what is unknown, known from
  /// before, accepted and passing.
  var findings: [Finding] { failing + unknown + known + accepted + passing }

  /// What is said where nothing fails the run.
  var allClear: LocalizedText {
    known.isEmpty ? ReportText.nothingFails : ReportText.nothingNewFails
  }

  /// The texts of the control of `finding`.
  func control(_ finding: Finding) -> ControlText {
    controls[finding.control]
      ?? ControlText(id: finding.control, severity: finding.severity, input)
  }

  /// The findings by control, in the order of the report.
  static func byControl(_ findings: [Finding]) -> [[Finding]] { grouped(findings, by: \.control) }

  /// The findings by resource, in the order of the report.
  static func byResource(_ findings: [Finding]) -> [[Finding]] {
    grouped(findings) { "\($0.location.file.path)\n\($0.resource.id)" }
  }

  private static func grouped(
    _ findings: [Finding],
    by key: (Finding) -> String
  ) -> [[Finding]] {
    var groups: [[Finding]] = []
    var places: [String: Int] = [:]
    for finding in findings {
      let key = key(finding)
      if let place = places[key] {
        groups[place].append(finding)
      } else {
        places[key] = groups.count
        groups.append([finding])
      }
    }
    return groups
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.location != right.location { return precedes(left.location, right.location) }
    if left.control != right.control { return left.control < right.control }
    return left.fingerprint < right.fingerprint
  }

  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.severity != right.severity { return left.severity.rank < right.severity.rank }
    if let left = left.location, let right = right.location, left != right {
      return precedes(left, right)
    }
    return (left.path ?? "", left.code) < (right.path ?? "", right.code)
  }

  private static func precedes(_ left: SourceLocation, _ right: SourceLocation) -> Bool {
    if left.file.path != right.file.path { return left.file.path < right.file.path }
    return (left.range.start, left.range.end) < (right.range.start, right.range.end)
  }
}

extension Diagnostic.Severity {
  /// The place in a list of diagnostics: what loses most comes first.
  var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }

  /// The name to show.
  var text: LocalizedText {
    switch self {
    case .error: LocalizedText(en: "error", ja: "エラー")
    case .warning: LocalizedText(en: "warning", ja: "警告")
    case .note: LocalizedText(en: "note", ja: "情報")
    }
  }
}
