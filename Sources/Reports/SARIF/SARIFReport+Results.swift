import Posture
import SourceText

extension SARIFReport {
  /// Writes one finding as a result.
  mutating func write(_ finding: Finding, to json: inout JSONWriter) {
    json.object { json in
      json.string("ruleId", finding.control)
      json.number("ruleIndex", ruleIndex[finding.control])
      json.string("kind", finding.verdict.sarifKind)
      json.string("level", finding.verdict == .fail ? finding.severity.sarifLevel : "none")
      json.object("message") { $0.string("text", finding.message(language)) }
      json.single("locations") { json in
        writePhysical(finding.location, to: &json)
        writeLogical(finding, to: &json)
      }
      writeRelated(finding, to: &json)
      json.object("partialFingerprints") { $0.string("funaban/v1", finding.fingerprint) }
      if isCompared {
        json.string("baselineState", finding.baselineState == .new ? "new" : "unchanged")
      }
      if finding.acceptance != nil {
        json.array("suppressions", finding.decisions) { write($1, to: &$0) }
      }
      writeProperties(finding, to: &json)
    }
  }

  private func writeLogical(_ finding: Finding, to json: inout JSONWriter) {
    var places = [(finding.resource.id, finding.resource.id, "resource")]
    if let part = finding.part {
      places.append((part.name, "\(finding.resource.id)/\(part.name)", part.kind))
    }
    json.array("logicalLocations", places) { json, place in
      json.object { json in
        json.string("name", place.0)
        json.string("fullyQualifiedName", place.1)
        json.string("kind", place.2)
      }
    }
  }

  private mutating func writeRelated(_ finding: Finding, to json: inout JSONWriter) {
    guard !finding.related.isEmpty else { return }
    json.array("relatedLocations", Array(finding.related.enumerated())) { json, entry in
      json.object { json in
        json.number("id", entry.offset + 1)
        json.object("message") { message in
          message.string("text", WellKnownSecret.masked(entry.element.text[language]))
        }
        writePhysical(entry.element.location, to: &json)
      }
    }
  }

  private func write(_ acceptance: Acceptance, to json: inout JSONWriter) {
    let terms = acceptance.terms(language)
    let reason = WellKnownSecret.masked(acceptance.reason)
    json.object { json in
      json.string("kind", acceptance.source == .register ? "external" : "inSource")
      json.string(
        "justification",
        terms.isEmpty || reason.isEmpty ? reason + terms : "\(reason) (\(terms))"
      )
    }
  }

  private func writeProperties(_ finding: Finding, to json: inout JSONWriter) {
    json.object("properties") { json in
      json.string("resourceType", finding.resource.type)
      json.string("workflowStatus", finding.workflowStatus.rawValue)
      if let path = finding.resource.constructPath { json.string("constructPath", path) }
      if let text = finding.shownCondition(language) { json.string("condition", text) }
    }
  }
}

extension Verdict {
  fileprivate var sarifKind: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .unknown: "open"
    }
  }
}

extension Severity {
  /// The level of a result that fails.
  var sarifLevel: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .informational: "note"
    }
  }
}
