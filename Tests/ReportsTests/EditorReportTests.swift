import Posture
import Reports
import SourceText
import Testing

@Suite struct EditorReportTests {
  private func hover(
    _ source: EditorReport.SourceLanguage,
    _ language: Language = .english
  ) -> String {
    EditorReport.hover(Sample.readonlyWeb, Sample.readonlyRoot, in: source, language: language)
  }

  @Test(arguments: Language.allCases)
  func `a finding says what is wanted and what was seen`(language: Language) {
    let title = EditorReport.title(of: Sample.readonlyRoot, language: language)
    #expect(title == Sample.readonlyRoot.story.title[language])
    let message = EditorReport.message(of: Sample.readonlyWeb, title: title, language: language)
    let lines = message.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.contains("readonlyRootFilesystem") == true)
  }

  @Test func `the remedy is shown in the language of the source`() {
    #expect(hover(.cloudFormation).contains("```yaml"))
    #expect(hover(.terraform).contains("```hcl"))
    #expect(!hover(.dockerfile).contains("```"))
  }

  @Test func `the story is told in the language of the reader`() {
    #expect(hover(.other).contains("**Why**"))
    #expect(hover(.other, .japanese).contains("**理由**"))
  }

  @Test(arguments: SecrecyTests.keys)
  func `a well-known key in a diagnostic is hidden`(key: String) {
    let text = LocalizedText(en: "`\(key)` is no name.", ja: "`\(key)` という名前はない。")
    let diagnostic = Diagnostic(.error, "x", text, path: "a")
    #expect(!EditorReport.message(of: diagnostic, language: .english).contains(key))
    let related = RelatedLocation(Sample.readonlyWeb.location, text)
    #expect(!EditorReport.message(of: related, language: .japanese).contains(key))
  }
}
