import Posture
import SourceText
import Testing

/// What the author of a control is told.
@Suite struct ControlReaderTests {
  private let good = """
    control: acme.tagged
    resource: taskDefinition
    severity: low
    passes: taskDefinition.tags[CostCenter] exists
    title: { en: Task definitions should name a cost center }
    why: { en: Costs without a name cannot be charged. }
    remedy: { en: Add the tag. }
    """

  @Test func `a control in one language borrows its words for the other`() {
    let file = SourceFile(path: "tagged.yaml", text: good)
    let (control, diagnostics) = ControlReader.checked(file)
    #expect(diagnostics.isEmpty)
    #expect(control?.id == "acme.tagged")
    #expect(ControlStory(file).title.ja == "Task definitions should name a cost center")
  }

  @Test(arguments: [
    ("severity: low", "severity: awful", 3, "is no severity"),
    ("control: acme.tagged\n", "", 1, "`control` is missing"),
    ("passes:", "pases:", 4, "no key `pases`"),
    ("title: { en: Task definitions should name a cost center }", "title: {}", 5, "needs a text"),
    ("severity: low", "severity: low: high", 3, ""),
  ])
  func `what is wrong is told with its line`(
    _ old: String,
    _ new: String,
    _ line: Int,
    _ words: String
  ) throws {
    let text = good.replacing(old, with: new)
    let (control, diagnostics) = ControlReader.checked(SourceFile(path: "a.yaml", text: text))
    #expect(control == nil)
    let told = try #require(diagnostics.first { words.isEmpty || $0.text.en.contains(words) })
    #expect(told.location?.position.line == line)
    #expect(told.severity == .error && !told.text.ja.isEmpty)
  }

  @Test(arguments: [
    ("taskDefinition.netwrkMode = host", "taskDefinition.networkMode"),
    ("taskDefinition.networkMode = = host", ""),
    ("nosuchmacro", ""),
  ])
  func `a broken condition is told where it is broken`(
    _ condition: String,
    _ suggestion: String
  ) throws {
    let text = good.replacing("taskDefinition.tags[CostCenter] exists", with: condition)
    let control = try #require(
      ControlReader.checked(SourceFile(path: "a.yaml", text: text)).control
    )
    let problem = try #require(ControlCatalogue([control]).problems(of: control).first)
    #expect(problem.location?.position.line == 4)
    #expect(problem.location.map { $0.position.column >= 9 } == true)
    #expect(problem.text.en.contains(suggestion))
  }
}
