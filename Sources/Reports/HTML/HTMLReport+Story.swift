import Posture
import SourceText

extension HTMLReport {
  /// The title of the control of `finding`, or its id.
  func title(_ finding: Finding) -> LocalizedText {
    digest.input.stories(finding.control)?.title
      ?? LocalizedText(en: finding.control, ja: finding.control)
  }

  /// Writes why the control of `finding` matters, and how to mend what it found.
  func writeStory(_ finding: Finding, to html: inout HTMLWriter) {
    guard let story = digest.input.stories(finding.control) else { return }
    let control = digest.control(finding)
    html.element("div", ["class": "story"]) { html in
      html.element("p", ["class": "names"]) { html in
        html.element("code", text: control.id)
        for alias in control.aliases where alias != control.bestName {
          html.text(" · ")
          html.element("span", text: alias)
        }
      }
      html.element("div", ["class": "reasons"]) { html in
        html.passage(HTMLWords.why, story.why)
        html.passage(HTMLWords.remedy, story.remedy)
      }
      html.element("details", ["class": "steps", "open": ""]) { html in
        html.element("summary") { $0.element("h4", text: HTMLWords.steps) }
        if let consequences = story.consequences {
          html.passage(HTMLWords.consequences, consequences)
        }
        writeRemedies(story, to: &html)
        writeReferences(story.references, to: &html)
      }
    }
  }

  private func writeRemedies(_ story: ControlStory, to html: inout HTMLWriter) {
    html.element("div", ["class": "remedies"]) { html in
      if let console = story.console {
        html.element("section", ["data-tab": "console"]) { html in
          html.element("h5", text: StorySection.console)
          html.markup(console)
        }
      }
      for (title, code, _) in StorySection.fragments(story) {
        html.element("section", ["data-tab": title.en]) { html in
          html.element("h5", text: title)
          html.element("pre", ["class": "snippet"]) { html in
            html.element("code") { html in
              for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
                html.text(String(line))
                html.raw("\n")
              }
            }
          }
        }
      }
    }
  }

  private func writeReferences(_ references: [String], to html: inout HTMLWriter) {
    guard !references.isEmpty else { return }
    html.element("h5", text: HTMLWords.references)
    html.element("ul", ["class": "references"]) { html in
      for reference in references {
        html.element("li") { html in
          if reference.hasPrefix("https://") {
            html.element("a", ["href": reference, "rel": "noreferrer"], text: reference)
          } else {
            html.text(reference)
          }
        }
      }
    }
  }
}

extension HTMLWriter {
  fileprivate mutating func passage(_ title: LocalizedText, _ text: LocalizedText) {
    element("div") { html in
      html.element("h4", text: title)
      html.markup(text)
    }
  }
}
