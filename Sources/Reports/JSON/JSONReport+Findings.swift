import Inventory
import Posture
import SourceText

extension JSONReport {
  /// Writes one finding.
  mutating func write(_ finding: Finding, to json: inout JSONWriter) {
    json.object { json in
      json.string("fingerprint", finding.fingerprint)
      json.string("control", finding.control)
      json.array("aliases", digest.control(finding).aliases)
      json.string("severity", finding.severity.rawValue)
      json.string("verdict", finding.verdict.rawValue)
      json.string("message", finding.message(language))
      json.object("resource") { json in
        json.string("id", finding.resource.id)
        json.string("type", finding.resource.type)
        json.string("constructPath", finding.resource.constructPath)
      }
      write(finding.part, to: &json)
      write(finding.location, to: &json)
      json.array("evidence", finding.evidence) { write($1, to: &$0) }
      json.string("condition", finding.shownCondition(language))
      json.array("related", finding.related) { json, related in
        json.object { json in
          json.string("message", WellKnownSecret.masked(related.text[language]))
          write(related.location, to: &json)
        }
      }
      write(finding.acceptance, to: &json)
      json.string("workflowStatus", finding.workflowStatus.rawValue)
      json.string("baselineState", finding.baselineState?.rawValue)
      json.array("decisions", finding.decisions) { write($1, to: &$0) }
    }
  }

  /// Writes one diagnostic.
  mutating func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.string("severity", diagnostic.severity.rawValue)
      json.string("code", diagnostic.code)
      json.string("message", WellKnownSecret.masked(diagnostic.text[language]))
      json.string("path", diagnostic.path)
      write(diagnostic.location, to: &json)
    }
  }

  private mutating func write(_ location: SourceLocation?, to json: inout JSONWriter) {
    guard let location else { return json.null("location") }
    let source = shelf.source(location.file)
    json.object("location") { json in
      json.string("path", location.file.path)
      for (key, offset) in [("start", location.range.start), ("end", location.range.end)] {
        let position = source.position(at: offset)
        json.object(key) { json in
          json.number("line", position.line)
          json.number("column", position.column)
          json.number("utf16Column", position.utf16Column)
          json.number("offset", position.offset)
        }
      }
    }
  }

  private func write(_ part: JudgedPart?, to json: inout JSONWriter) {
    guard let part else { return json.null("part") }
    json.object("part") { json in
      json.string("kind", part.kind)
      json.string("name", part.name)
    }
  }

  private mutating func write(_ decision: Acceptance, to json: inout JSONWriter) {
    let (target, terms) = (decision.target, decision.terms)
    json.object { json in
      json.string("source", decision.source.rawValue)
      json.string("status", terms.status.rawValue)
      json.string("control", target.control)
      json.string("resource", target.resource)
      json.string("file", target.file)
      json.string("part", target.part)
      json.string("variable", target.variable)
      json.string("reason", WellKnownSecret.masked(terms.reason))
      json.string("owner", terms.owner)
      json.string("approver", terms.approver)
      json.string("until", terms.until)
      json.string("ticket", terms.ticket)
      json.string("created", terms.created)
      json.array("evidence", terms.evidence) { json, answer in
        json.object { json in
          json.string("question", answer.question)
          json.string("answer", WellKnownSecret.masked(answer.answer))
          json.string("by", answer.by)
          json.string("date", answer.date)
        }
      }
      write(decision.location, to: &json)
    }
  }

  /// Writes what the baseline knows and the scan found no longer.
  static func write(_ finding: ResolvedFinding, to json: inout JSONWriter) {
    json.object { json in
      json.string("fingerprint", finding.fingerprint)
      json.string("control", finding.control)
      json.string("path", finding.path)
      json.string("resource", finding.resource)
      json.string("part", finding.part)
      json.string("workflowStatus", WorkflowStatus.resolved.rawValue)
    }
  }

  private func write(_ acceptance: Acceptance?, to json: inout JSONWriter) {
    guard let acceptance else { return json.null("acceptance") }
    json.object("acceptance") { json in
      json.string("control", acceptance.control)
      json.string("resource", acceptance.resource)
      json.string("reason", WellKnownSecret.masked(acceptance.reason))
      json.string("owner", acceptance.owner)
      json.string("until", acceptance.until)
    }
  }

  private func write(_ evidence: Evidence, to json: inout JSONWriter) {
    json.object { json in
      json.string("field", evidence.field)
      switch evidence.state {
      case .absent: json.string("state", "absent")
      case .hidden: json.string("state", "hidden")
      case .value(let value):
        json.string("state", "value")
        json.array("values", [WellKnownSecret.masked(value)])
      case .values(let values):
        json.string("state", "value")
        json.array("values", values.map(WellKnownSecret.masked))
      case .unknown(let reason):
        json.string("state", "unknown")
        json.object("reason") { json in
          json.string("kind", reason.kind)
          json.string("name", WellKnownSecret.masked(reason.name))
          json.string("resolution", reason.resolution[language])
        }
      }
      json.string("message", WellKnownSecret.masked(evidence.text[language]))
    }
  }
}

extension UnknownReason {
  /// What kind of reason it is, as a stable word.
  var kind: String {
    switch self {
    case .parameter: "parameter"
    case .variable: "variable"
    case .data: "data"
    case .workspace: "workspace"
    case .module: "module"
    case .buildArgument: "buildArgument"
    case .pseudoParameter: "pseudoParameter"
    case .importedValue: "importedValue"
    case .dynamicReference: "dynamicReference"
    case .attribute: "attribute"
    case .undefined: "undefined"
    case .function: "function"
    case .circular: "circular"
    case .placeholder: "placeholder"
    case .unreadFile: "unreadFile"
    case .malformed: "malformed"
    case .condition: "condition"
    case .outside: "outside"
    case .tooLarge: "tooLarge"
    }
  }
}
