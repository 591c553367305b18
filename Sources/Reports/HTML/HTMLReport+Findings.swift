import Inventory
import Posture
import SourceText

extension HTMLReport {
  /// Writes the findings by control; the script arranges them otherwise.
  mutating func writeFindings(to html: inout HTMLWriter) {
    html.element("section", ["id": "findings", "aria-labelledby": "list-heading"]) { html in
      html.element("h2", ["id": "list-heading"], text: HTMLWords.findings)
      if digest.failing.isEmpty {
        html.element("p", ["class": "nothing"], text: ReportText.nothingFails)
      }
      guard !findings.isEmpty else { return }
      writeFilters(to: &html)
      html.element("div", ["id": "list", "data-by": "control"]) { html in
        for group in ReportDigest.byControl(findings) { writeControl(group, to: &html) }
      }
      html.element("p", ["id": "none", "hidden": ""], text: HTMLWords.nothingShown)
    }
  }

  private mutating func writeControl(_ findings: [Finding], to html: inout HTMLWriter) {
    guard let first = findings.first else { return }
    let control = digest.control(first)
    let attributes: KeyValuePairs<String, String?> = [
      "class": "group", "id": "control-\(control.id)", "data-control": control.id, "open": "",
    ]
    html.element("details", attributes) { html in
      html.element("summary") { html in
        html.element("h3") { writeName(first, to: &$0) }
        html.element("span", ["class": "count"]) { $0.tally(findings) }
      }
      html.element("div", ["class": "body"]) { html in
        writeStory(first, to: &html)
        html.element("div", ["class": "findings"]) { html in
          for finding in findings { write(finding, to: &html) }
        }
      }
    }
  }

  /// Writes the severity, the name and the title of the control of `finding`.
  private func writeName(_ finding: Finding, to html: inout HTMLWriter) {
    html.badge(finding.severity)
    html.text(" ")
    html.element("b", ["class": "name"], text: digest.control(finding).bestName)
    html.text(" ")
    html.element("span", ["class": "title"]) { $0.phrase(title(finding)) }
  }

  private mutating func write(_ finding: Finding, to html: inout HTMLWriter) {
    let anchor = anchor(finding)
    let attributes: KeyValuePairs<String, String?> = [
      "class": "finding \(finding.standing.rawValue)", "id": anchor, "tabindex": "-1",
      "aria-labelledby": "\(anchor)-name", "data-control": finding.control,
      "data-severity": finding.severity.rawValue, "data-verdict": finding.standing.rawValue,
      "data-file": finding.location.file.path, "data-resource": finding.resource.id,
      "data-type": finding.resource.type,
    ]
    html.element("article", attributes) { html in
      html.element("h4", ["id": "\(anchor)-name"]) { writeHeading(finding, to: &$0) }
      html.element("p", ["class": "place"]) { html in
        html.element("code", text: shelf.link(finding.location))
        html.text(" ")
        html.element("span", text: finding.resource.type)
        html.text(" ")
        html.element("a", ["href": "#\(anchor)"]) { html in
          html.element("span", ["class": "unseen"], text: HTMLWords.link)
          html.element("span", ["aria-hidden": "true"], text: "#")
        }
      }
      writeFrame(finding.location, to: &html)
      writeSeen(finding, to: &html)
      writeAcceptance(finding, to: &html)
    }
  }

  /// Writes the verdict, the control, which its group names already, and what was judged.
  private func writeHeading(_ finding: Finding, to html: inout HTMLWriter) {
    html.element("span", ["class": "standing"]) { $0.standing(finding.standing) }
    html.text(" ")
    html.element("span", ["class": "control"]) { writeName(finding, to: &$0) }
    html.text(" ")
    html.element("span", ["class": "subject"]) { html in
      html.both(isEqual: finding.part == nil) { html, language in
        for span in finding.subject(language) {
          if span.style == .strong {
            html.element("code", text: span.text)
          } else {
            html.text(span.text)
          }
        }
      }
    }
  }

  /// The name of the place of `finding` in the page.
  private mutating func anchor(_ finding: Finding) -> String {
    let count = anchors[finding.fingerprint, default: 0] + 1
    anchors[finding.fingerprint] = count
    return "finding-\(finding.fingerprint)" + (count > 1 ? "-\(count)" : "")
  }

  /// Writes the source lines of `location`, what matters of them marked.
  mutating func writeFrame(_ location: SourceLocation, to html: inout HTMLWriter) {
    let options = digest.input.options
    let frame = CodeFrame(shelf.source(location.file), location.range, width: 160)
    let rows = frame.rows(context: options.frameContext, limit: options.frameLines)
    html.element("pre", ["class": "frame"]) { html in
      for row in rows {
        html.element("span", ["class": row.followsGap ? "line gap" : "line"]) { html in
          html.element("span", ["class": "number"], text: String(row.number))
          html.text(" ")
          html.element("code") { html in
            let parts = row.line.parts
            html.text(parts.before)
            if row.line.carets != nil {
              html.element("mark", text: parts.marked.isEmpty ? " " : parts.marked)
            }
            html.text(parts.after)
          }
        }
        html.raw("\n")
      }
    }
  }

  private mutating func writeSeen(_ finding: Finding, to html: inout HTMLWriter) {
    html.element("ul", ["class": "seen"]) { html in
      for evidence in finding.evidence {
        html.element("li") { writeEvidence(evidence, to: &$0) }
      }
      if let condition = finding.condition?.masked {
        let text = LocalizedText(
          en: ReportText.onlyWhen(condition.en).en,
          ja: ReportText.onlyWhen(condition.ja).ja
        )
        html.element("li", ["class": "condition"], text: text)
      }
      if let path = finding.resource.constructPath {
        html.element("li") { html in
          html.text(HTMLWords.construct)
          html.text(": ")
          html.element("code", text: path)
        }
      }
      for related in finding.related {
        html.element("li") { html in
          html.text(related.text.masked)
          html.text(" ")
          html.element("code", text: shelf.link(related.location))
        }
      }
    }
  }

  private func writeEvidence(_ evidence: Evidence, to html: inout HTMLWriter) {
    html.text(evidence.text.masked)
    guard case .unknown(let reason) = evidence.state else { return }
    html.element("p", ["class": "resolve"]) { html in
      html.element("b", text: HTMLWords.resolve)
      html.text(" ")
      html.element("span", text: reason.resolution.masked)
    }
  }

  private func writeAcceptance(_ finding: Finding, to html: inout HTMLWriter) {
    guard let acceptance = finding.acceptance else { return }
    var facts = [(HTMLWords.reason, LocalizedText(en: acceptance.reason, ja: acceptance.reason))]
    if let owner = acceptance.owner {
      facts.append((HTMLWords.owner, LocalizedText(en: owner, ja: owner)))
    }
    let end = acceptance.until.map { LocalizedText(en: $0, ja: $0) }
    facts.append((HTMLWords.until, end ?? HTMLWords.noEnd))
    html.element("dl", ["class": "acceptance"]) { html in
      for (label, text) in facts {
        html.element("div") { html in
          html.element("dt", text: label)
          html.element("dd", text: text.masked)
        }
      }
    }
  }
}

extension HTMLWriter {
  /// Writes what became of a finding, with its sign.
  fileprivate mutating func standing(_ standing: Standing) {
    element("span", ["aria-hidden": "true"], text: standing.sign)
    text(" ")
    text(standing.text)
  }

  /// Writes how many of `findings` came to what.
  fileprivate mutating func tally(_ findings: [Finding]) {
    for standing in Standing.allCases {
      let count = findings.count { $0.standing == standing }
      guard count > 0 else { continue }
      element("span", ["class": "tally \(standing.rawValue)"]) { html in
        html.standing(standing)
        html.text(" \(count)")
      }
    }
  }
}

extension LocalizedText {
  /// The text with everything that looks like a key hidden.
  var masked: LocalizedText {
    LocalizedText(en: WellKnownSecret.masked(en), ja: WellKnownSecret.masked(ja))
  }
}
