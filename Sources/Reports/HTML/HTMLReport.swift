import Posture
import SourceText

/// The report for browsers and paper: one file that loads nothing, in both languages.
///
/// All of it is there and can be read without its script, which only adds filters and switches.
struct HTMLReport {
  let digest: ReportDigest
  /// The findings in the order of the report: what fails, is unknown, is accepted, and what passes
  /// if all is shown.
  let findings: [Finding]
  var shelf: SourceShelf
  /// How often each fingerprint was written, so that every finding has a name of its own.
  var anchors: [String: Int] = [:]

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = HTMLReport(input)
    var html = HTMLWriter()
    report.write(to: &html)
    return html.html
  }

  private init(_ input: ReportInput) {
    let digest = ReportDigest(input)
    self.digest = digest
    findings =
      digest.failing + digest.unknown + digest.accepted
      + (input.options.showAll ? digest.passing : [])
    shelf = SourceShelf(redactions: input.result.redactions)
  }

  private mutating func write(to html: inout HTMLWriter) {
    html.raw("<!doctype html>\n")
    html.element("html", ["lang": digest.input.language.rawValue]) { html in
      writeHead(to: &html)
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#findings"], text: HTMLWords.skip)
        writeBanner(to: &html)
        html.element("main") { html in
          writeOverview(to: &html)
          writeFindings(to: &html)
          writeResolutions(to: &html)
          writePassed(to: &html)
          writeDiagnostics(to: &html)
        }
        html.element("footer") { html in
          html.element("p", text: HTMLWords.written(by: digest.input.toolVersion))
        }
        html.element("script") { $0.raw(HTMLAssets.script) }
      }
    }
  }

  private func writeHead(to html: inout HTMLWriter) {
    let percent = digest.input.result.score.total.percent.map { " \($0)%" } ?? ""
    let title = LocalizedText(
      en: "Funaban\(percent): \(HTMLWords.title.en)",
      ja: "Funaban\(percent): \(HTMLWords.title.ja)"
    )
    html.element("head") { html in
      html.void("meta", ["charset": "utf-8"])
      html.void(
        "meta",
        ["http-equiv": "Content-Security-Policy", "content": HTMLAssets.policy]
      )
      html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.void("meta", ["name": "color-scheme", "content": "light dark"])
      html.void("meta", ["name": "referrer", "content": "no-referrer"])
      html.element(
        "title",
        ["data-en": title.en, "data-ja": title.ja],
        text: title[digest.input.language]
      )
      html.element("style") { $0.raw(HTMLAssets.style) }
    }
  }

  private func writeBanner(to html: inout HTMLWriter) {
    html.element("header") { html in
      html.element("div", ["class": "brand"]) { html in
        html.element("h1") { html in
          html.element("b", text: "Funaban")
          html.text(" ")
          html.element("span", text: HTMLWords.title)
        }
        html.element("p", text: HTMLWords.subject)
      }
      html.element("div", ["class": "switches", "hidden": ""]) { html in
        html.choice(
          HTMLWords.language,
          "language",
          Language.allCases.map { ($0.rawValue, $0.name) },
          chosen: digest.input.language.rawValue
        )
        html.choice(
          HTMLWords.theme,
          "theme",
          [("auto", HTMLWords.system), ("light", HTMLWords.light), ("dark", HTMLWords.dark)],
          chosen: "auto"
        )
        html.element("button", ["type": "button", "id": "print"], text: HTMLWords.print)
      }
    }
  }
}

extension HTMLWriter {
  /// Writes a choice of one among few, all of them in sight.
  mutating func choice(
    _ title: LocalizedText,
    _ name: String,
    _ choices: [(value: String, text: LocalizedText)],
    chosen: String
  ) {
    element("fieldset", ["class": "choice"]) { html in
      html.element("legend", text: title)
      for choice in choices {
        html.element("label") { html in
          html.void(
            "input",
            [
              "type": "radio", "name": name, "value": choice.value,
              "checked": choice.value == chosen ? "" : nil,
            ]
          )
          html.element("span", text: choice.text)
        }
      }
    }
  }
}

extension Language {
  /// The name of the language in itself.
  fileprivate var name: LocalizedText {
    switch self {
    case .english: LocalizedText(en: "English", ja: "English")
    case .japanese: LocalizedText(en: "日本語", ja: "日本語")
    }
  }
}
