import Posture
import SourceText

extension HTMLReport {
  /// Writes what would resolve the unknowns, the controls behind each step.
  func writeResolutions(to html: inout HTMLWriter) {
    guard !digest.unknown.isEmpty else { return }
    html.element("section", ["aria-labelledby": "open"]) { html in
      html.element("h2", ["id": "open"], text: HTMLWords.open)
      for language in Language.allCases {
        let groups = UnknownGroup.groups(digest.unknown, language)
        html.element("ul", ["class": "resolutions", "lang": language.rawValue]) { html in
          for group in groups {
            html.element("li") { html in
              html.element("p", text: group.resolution)
              html.element("ul") { html in
                for reason in group.reasons { writeReason(reason, to: &html) }
              }
            }
          }
        }
      }
    }
  }

  private func writeReason(
    _ reason: (text: String, findings: [Finding]),
    to html: inout HTMLWriter
  ) {
    html.element("li") { html in
      html.text(reason.text)
      html.text(": ")
      for (index, group) in ReportDigest.byControl(reason.findings).enumerated() {
        if index > 0 { html.text(", ") }
        let control = digest.control(group[0])
        html.element("a", ["href": "#control-\(control.id)"], text: control.bestName)
      }
    }
  }

  /// Writes the controls that hold wherever they were judged.
  func writePassed(to html: inout HTMLWriter) {
    let open = Set((digest.failing + digest.unknown).map(\.control))
    let groups = ReportDigest.byControl(digest.passing).filter { !open.contains($0[0].control) }
    guard !groups.isEmpty else { return }
    html.element("section", ["aria-labelledby": "passed"]) { html in
      html.element("h2", ["id": "passed"]) { html in
        html.text(HTMLWords.passed)
        html.text(" ")
        html.element("span", ["class": "count"], text: String(groups.count))
      }
      html.element("table", ["class": "passed"]) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for title in [HTMLWords.severity, HTMLWords.control, HTMLWords.places] {
              html.element("th", ["scope": "col"], text: title)
            }
          }
        }
        html.element("tbody") { html in
          for findings in groups { writeRow(findings, to: &html) }
        }
      }
    }
  }

  private func writeRow(_ findings: [Finding], to html: inout HTMLWriter) {
    guard let first = findings.first else { return }
    html.element("tr") { html in
      html.element("td") { $0.badge(first.severity) }
      html.element("td") { html in
        html.element("b", ["class": "name"], text: digest.control(first).bestName)
        html.text(" ")
        html.phrase(title(first))
      }
      html.element("td", ["class": "number"], text: String(findings.count))
    }
  }

  /// Writes what a reader should know about the inputs.
  mutating func writeDiagnostics(to html: inout HTMLWriter) {
    guard !digest.diagnostics.isEmpty else { return }
    html.element("section", ["aria-labelledby": "diagnostics"]) { html in
      html.element("h2", ["id": "diagnostics"]) { html in
        html.text(HTMLWords.diagnostics)
        html.text(" ")
        html.element("span", ["class": "count"], text: String(digest.diagnostics.count))
      }
      html.element("ul", ["class": "diagnostics"]) { html in
        for diagnostic in digest.diagnostics { write(diagnostic, to: &html) }
      }
    }
  }

  private mutating func write(_ diagnostic: Diagnostic, to html: inout HTMLWriter) {
    html.element("li", ["class": diagnostic.severity.rawValue]) { html in
      html.element("p") { html in
        html.element("b", ["class": "level"], text: diagnostic.severity.text)
        html.text(" ")
        html.text(diagnostic.text.masked)
        html.text(" ")
        html.element("code", text: diagnostic.code)
      }
      if let location = diagnostic.location {
        html.element("p", ["class": "place"]) { $0.element("code", text: shelf.link(location)) }
        writeFrame(location, to: &html)
      } else if let path = diagnostic.path {
        html.element("p", ["class": "place"]) { $0.element("code", text: path) }
      }
    }
  }
}
