import Posture
import SourceText

extension HTMLReport {
  /// Writes the filters, which the script brings into sight.
  func writeFilters(to html: inout HTMLWriter) {
    html.element(
      "form",
      ["class": "filters", "role": "search", "aria-labelledby": "filter", "hidden": ""]
    ) { html in
      html.element("h3", ["class": "unseen", "id": "filter"], text: HTMLWords.filter)
      html.element("div", ["class": "row"]) { html in
        html.element("label", ["class": "field search"]) { html in
          html.element("span", text: HTMLWords.search)
          html.void(
            "input",
            ["type": "search", "id": "search", "autocomplete": "off", "spellcheck": "false"]
          )
        }
        html.select("control", HTMLWords.control, controls)
        html.select("file", HTMLWords.file, files)
      }
      html.element("div", ["class": "row"]) { html in
        html.marks(HTMLWords.severity, "severity", severities)
        html.marks(HTMLWords.verdict, "verdict", verdicts)
        html.choice(
          HTMLWords.groupBy,
          "group",
          [
            ("control", HTMLWords.control), ("resource", HTMLWords.resource),
            ("file", HTMLWords.file),
          ],
          chosen: "control"
        )
      }
      writeStatus(to: &html)
    }
  }

  private func writeStatus(to html: inout HTMLWriter) {
    html.element("div", ["class": "row status"]) { html in
      html.element("p", ["id": "count", "role": "status"]) { _ in }
      html.element("p", ["class": "keys"]) { html in
        for (keys, text) in [
          (["/"], HTMLWords.keySearch), (["j", "k"], HTMLWords.keyMove),
          (["Esc"], HTMLWords.keyClear),
        ] {
          for key in keys { html.element("kbd", text: key) }
          html.element("span", text: text)
        }
      }
      for (id, text) in [
        ("clear", HTMLWords.clear), ("expand", HTMLWords.expand), ("collapse", HTMLWords.collapse),
      ] {
        html.element("button", ["type": "button", "id": id], text: text)
      }
    }
  }

  private var controls: [(value: String, text: LocalizedText)] {
    ReportDigest.byControl(findings).compactMap(\.first).map { finding in
      let control = digest.control(finding)
      let title = title(finding)
      return (
        control.id,
        LocalizedText(
          en: "\(control.bestName) \(title.tidy(.english))",
          ja: "\(control.bestName) \(title.tidy(.japanese))"
        )
      )
    }
  }

  private var files: [(value: String, text: LocalizedText)] {
    Set(findings.map(\.location.file.path)).sorted().map { ($0, LocalizedText(en: $0, ja: $0)) }
  }

  private var severities: [(value: String, text: LocalizedText, count: Int)] {
    Severity.allCases.reversed().map { severity in
      (severity.rawValue, severity.text, findings.count { $0.severity == severity })
    }
  }

  private var verdicts: [(value: String, text: LocalizedText, count: Int)] {
    Standing.allCases.map { standing in
      (standing.rawValue, standing.text, findings.count { $0.standing == standing })
    }
  }
}

/// What became of a finding: its verdict, or that it is accepted.
enum Standing: String, CaseIterable {
  case fail
  case unknown
  case accepted
  case pass

  /// The name to show.
  var text: LocalizedText {
    switch self {
    case .fail: Verdict.fail.text
    case .unknown: Verdict.unknown.text
    case .accepted: HTMLWords.accepted
    case .pass: Verdict.pass.text
    }
  }

  /// A sign that tells them apart without their colours.
  var sign: String {
    switch self {
    case .fail: Verdict.fail.sign
    case .unknown: Verdict.unknown.sign
    case .accepted: "–"
    case .pass: Verdict.pass.sign
    }
  }
}

extension Finding {
  /// What became of it.
  var standing: Standing {
    switch verdict {
    case .pass: .pass
    case .fail: acceptance == nil ? .fail : .accepted
    case .unknown: acceptance == nil ? .unknown : .accepted
    }
  }
}

extension HTMLWriter {
  /// Writes a choice of one among many, or of all.
  fileprivate mutating func select(
    _ name: String,
    _ title: LocalizedText,
    _ choices: [(value: String, text: LocalizedText)]
  ) {
    element("label", ["class": "field"]) { html in
      html.element("span", text: title)
      html.element("select", ["name": name]) { html in
        for (value, text) in [("", HTMLWords.all)] + choices {
          html.element(
            "option",
            ["value": value, "data-en": text.en, "data-ja": text.ja],
            text: text.en
          )
        }
      }
    }
  }

  /// Writes a choice of any among few; those that nothing would match are left out.
  fileprivate mutating func marks(
    _ title: LocalizedText,
    _ name: String,
    _ choices: [(value: String, text: LocalizedText, count: Int)]
  ) {
    element("fieldset", ["class": "marks"]) { html in
      html.element("legend", text: title)
      for choice in choices where choice.count > 0 {
        html.element("label") { html in
          html.void("input", ["type": "checkbox", "name": name, "value": choice.value])
          html.element("span") { html in
            html.text(choice.text)
            html.text(" ")
            html.element("b", text: String(choice.count))
          }
        }
      }
    }
  }
}
