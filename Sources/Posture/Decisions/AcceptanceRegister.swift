internal import Glibc
package import SourceText
internal import Syntax

/// The decisions on record of one repository: `.funaban/acceptances.yaml`.
///
/// ```yaml
/// acceptances:
///   - control: ecr.public-repository
///     resource: Website
///     reason: The image is meant for everybody.
///     owner: platform team
///     until: 2027-03-31
/// ```
package struct AcceptanceRegister: Sendable {
  /// The path of the file below the folder in which a scan runs.
  package static let fileName = ".funaban/acceptances.yaml"

  private var entries: [(acceptance: Acceptance, location: SourceLocation)] = []
  /// What is wrong with the file.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads the decisions in `file`; one that is incomplete is reported and does not count.
  package init(_ file: SourceFile) {
    let tree = YAMLParser.parse(file)
    diagnostics = tree.diagnostics
    guard let root = tree.root, root.kind != .null else { return }
    if root.kind == .mapping, root["acceptances"]?.kind == .null { return }
    guard let list = root["acceptances"], list.kind == .sequence else {
      report(
        LocalizedText(
          en: "Acceptances are a list under the key `acceptances`.",
          ja: "受容はキー `acceptances` の下にリストで書く。"
        ),
        at: SourceLocation(file, SourceRange(0, 0))
      )
      return
    }
    for node in list.elements { read(node) }
  }

  private mutating func read(_ node: Node) {
    guard hasKnownKeys(node) else { return }
    guard let control = node["control"]?.string, let reason = node["reason"]?.string,
      !reason.isEmpty
    else {
      return report(
        LocalizedText(
          en: "An acceptance needs the keys `control` and `reason`.",
          ja: "受容にはキー `control` と `reason` が必要。"
        ),
        at: node.location
      )
    }
    let until = node["until"]?.string
    guard until.map(AcceptanceRegister.isDate) ?? true else {
      return report(
        LocalizedText(
          en: "`until` must be a day such as 2027-03-31.",
          ja: "`until` は 2027-03-31 のような日付で書く。"
        ),
        at: node["until"]?.location ?? node.location
      )
    }
    var target = Acceptance.Target(control: control)
    target.resource = node["resource"]?.string ?? "*"
    var terms = Acceptance.Terms()
    terms.reason = reason
    terms.owner = node["owner"]?.string
    terms.until = until
    entries.append((Acceptance(target, terms, location: node.location), node.location))
  }

  /// Whether a decision means what its author thinks; a misspelt `resource` would accept everything.
  private mutating func hasKnownKeys(_ node: Node) -> Bool {
    let known = ["control", "resource", "reason", "owner", "until"]
    let unknown = node.entries.filter { !known.contains($0.key.string ?? "") }
    for entry in unknown {
      let name = entry.key.string ?? ""
      let names = known.joined(separator: ", ")
      report(
        LocalizedText(
          en: "An acceptance has no key `\(name)`. Keys: \(names).",
          ja: "受容に `\(name)` というキーはない。使えるキー: \(names)。"
        ),
        at: entry.key.location
      )
    }
    return unknown.isEmpty
  }

  private mutating func report(_ text: LocalizedText, at location: SourceLocation) {
    diagnostics.append(Diagnostic(.error, "acceptance.invalid", text, at: location))
  }

  /// Marks the failures and unknowns that a decision accepts.
  ///
  /// - Parameters:
  ///   - result: The outcome of a scan; decisions that have ended or name no control are reported.
  ///   - catalogue: The catalogue that knows the aliases.
  ///   - today: The day of the scan as `2027-03-31`.
  package func apply(to result: inout ScanResult, catalogue: ControlCatalogue, today: String) {
    result.diagnostics += diagnostics
    for (acceptance, location) in entries {
      if let until = acceptance.until, until < today {
        result.diagnostics.append(AcceptanceRegister.ended(until, at: location))
        continue
      }
      let controls = Set(catalogue.controls(named: acceptance.control).map(\.id))
      if controls.isEmpty {
        result.diagnostics.append(AcceptanceRegister.unknown(acceptance.control, at: location))
      }
      result.findings = result.findings.map { finding in
        controls.contains(finding.control) && acceptance.covers(finding)
          ? finding.decided(by: [acceptance], baselineState: nil) : finding
      }
    }
  }

  private static func ended(_ until: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "acceptance.ended",
      LocalizedText(
        en: "The acceptance ended on \(until); accept it anew or fix the finding.",
        ja: "この受容の期限は \(until) に切れた。改めて受容するか、問題を修正する。"
      ),
      at: location
    )
  }

  private static func unknown(_ control: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      "acceptance.unknown-control",
      LocalizedText(
        en: "There is no control `\(control)`; see `funaban controls`.",
        ja: "コントロール `\(control)` は存在しない。`funaban controls` で確認する。"
      ),
      at: location
    )
  }

  /// Whether `text` is a day of the calendar, written as `2027-03-31`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3,
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || 0x30...0x39 ~= $0 }),
      1...12 ~= numbers[1]
    else { return false }
    let isLeapYear =
      numbers[0].isMultiple(of: 4) && !numbers[0].isMultiple(of: 100)
      || numbers[0].isMultiple(of: 400)
    let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1...lengths[numbers[1] - 1] ~= numbers[2]
  }
}

extension Acceptance {
  /// Whether the decision speaks of what `finding` judges.
  fileprivate func covers(_ finding: Finding) -> Bool {
    guard finding.verdict != .pass else { return false }
    return unsafe fnmatch(resource, finding.resource.id, 0) == 0
  }
}
