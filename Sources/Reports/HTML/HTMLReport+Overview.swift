import Posture
import SourceText

extension HTMLReport {
  /// Writes the score, the controls by verdict and severity, and what was counted.
  func writeOverview(to html: inout HTMLWriter) {
    let score = digest.input.result.score
    html.element("section", ["class": "overview", "aria-labelledby": "summary"]) { html in
      html.element("h2", ["id": "summary"], text: ReportText.summaryHeading)
      if score.total == Score.Count() {
        html.element("p", ["class": "nothing"], text: ReportText.nothingJudged)
      } else {
        html.element("div", ["class": "figures"]) { html in
          writeScore(score.total, to: &html)
          writeVerdicts(score.total, to: &html)
          html.element("div") { writeSeverities(score, to: &$0) }
        }
      }
      writeCounts(to: &html)
    }
  }

  private func writeScore(_ count: Score.Count, to html: inout HTMLWriter) {
    html.element("div", ["class": "score"]) { html in
      let percent = count.percent
      html.element(
        "svg",
        ["viewBox": "0 0 120 120", "aria-hidden": "true", "focusable": "false"]
      ) { html in
        html.ring("track", share: 100)
        if let percent, percent > 0 { html.ring("filled", share: percent) }
      }
      html.element("p", ["class": "percent"]) { html in
        html.element("span", ["class": "unseen"], text: ReportText.score)
        html.element("b", text: percent.map { "\($0)%" } ?? "–")
      }
      html.element(
        "p",
        text: HTMLWords.share(passed: count.passed, of: count.passed + count.failed)
      )
    }
  }

  private func writeVerdicts(_ count: Score.Count, to html: inout HTMLWriter) {
    let verdicts = [
      (Verdict.fail, count.failed, ReportText.failed),
      (.unknown, count.unknown, ReportText.unknown), (.pass, count.passed, ReportText.passed),
    ]
    html.element("ul", ["class": "verdicts"]) { html in
      for (verdict, number, text) in verdicts {
        html.element("li", ["class": verdict.rawValue]) { html in
          html.element("span", ["class": "sign", "aria-hidden": "true"], text: verdict.sign)
          html.element("b", text: String(number))
          html.text(" ")
          html.element("span", text: text)
        }
      }
    }
  }

  private func writeSeverities(_ score: Score, to html: inout HTMLWriter) {
    let most = score.bySeverity.values.map(\.total).max() ?? 1
    let titles = [ReportText.failed, ReportText.unknown, ReportText.passed]
    html.element("table", ["class": "severities"]) { html in
      html.element("caption", text: HTMLWords.severities)
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", ["scope": "col"], text: ReportText.severity)
          html.element("td", ["class": "bar"]) { _ in }
          for title in titles { html.element("th", ["scope": "col"], text: title) }
        }
      }
      html.element("tbody") { html in
        for severity in Severity.allCases.reversed() {
          guard let count = score.bySeverity[severity] else { continue }
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { $0.badge(severity) }
            html.element("td", ["class": "bar"]) { $0.bar(count, of: most) }
            for number in [count.failed, count.unknown, count.passed] {
              html.element("td", ["class": number == 0 ? "zero" : "number"], text: String(number))
            }
          }
        }
      }
    }
  }

  private func writeCounts(to html: inout HTMLWriter) {
    var input = digest.input
    input.options.showAll = true  // Accepted findings are always in sight here.
    let counts = SummaryCounts(ReportDigest(input))
    html.element("dl", ["class": "counts"]) { html in
      for (english, japanese) in zip(counts.lines(.english), counts.lines(.japanese)) {
        html.element("div") { html in
          html.element("dt", text: LocalizedText(en: english.label, ja: japanese.label))
          html.element("dd", text: LocalizedText(en: english.text, ja: japanese.text))
        }
      }
    }
    html.element("p", ["class": "note"], text: HTMLWords.scoreNote)
  }
}

extension Score.Count {
  fileprivate var total: Int { failed + unknown + passed }
}

extension Verdict {
  /// A sign that tells the verdicts apart without their colours.
  var sign: String {
    switch self {
    case .fail: "✕"
    case .unknown: "?"
    case .pass: "✓"
    }
  }
}

extension HTMLWriter {
  /// Writes the name of a severity.
  mutating func badge(_ severity: Severity) {
    element("span", ["class": "severity \(severity.rawValue)"], text: severity.text)
  }

  /// Writes `share` percent of a ring.
  fileprivate mutating func ring(_ name: String, share: Int) {
    element(
      "circle",
      [
        "class": name, "cx": "60", "cy": "60", "r": "52", "pathLength": "100",
        "stroke-dasharray": "\(share) 100", "transform": "rotate(-90 60 60)",
      ]
    ) { _ in }
  }

  /// Writes the controls of one severity as a bar; the numbers beside it say the same.
  fileprivate mutating func bar(_ count: Score.Count, of most: Int) {
    let attributes: KeyValuePairs<String, String?> = [
      "viewBox": "0 0 200 10", "preserveAspectRatio": "none", "aria-hidden": "true",
      "focusable": "false",
    ]
    element("svg", attributes) { html in
      var start = 0
      for (name, number) in [
        ("fail", count.failed), ("unknown", count.unknown), ("pass", count.passed),
      ] where number > 0 {
        let (from, to) = (start * 200 / most, (start + number) * 200 / most)
        html.element(
          "rect",
          ["class": name, "x": "\(from)", "width": "\(max(1, to - from))", "height": "10"]
        ) { _ in }
        start += number
      }
    }
  }
}
