import Posture
import SourceText
import Syntax
import Templates
import Testing

/// Every shipped control is checked against the examples that its own file gives.
@Suite struct ShippedControlTests {
  static let files = EmbeddedRules.files(in: "controls")
  static let catalogue = ControlCatalogue.embedded()

  @Test(arguments: files) func `a control reads without a complaint`(_ file: SourceFile) throws {
    let (control, diagnostics) = ControlReader.checked(file)
    #expect(diagnostics.map(\.shown) == [])
    let read = try #require(control)
    #expect(file.path == "Rules/controls/\(read.id).yaml")
    #expect(Self.catalogue.problems(of: read).map(\.shown) == [])
    #expect(ControlReader.head(of: file).control?.passes == read.passes)
  }

  @Test(arguments: files) func `a control tells its story in both languages`(
    _ file: SourceFile
  ) throws {
    let story = ControlStory(file)
    for text in [story.title, story.why, story.remedy] {
      #expect(!text.en.isEmpty && !text.ja.isEmpty && text.en != text.ja)
      #expect(text.ja.unicodeScalars.contains { $0.value > 0x3040 })
    }
    #expect(story.cli != nil && (story.console ?? story.compose.map { _ in story.title }) != nil)
    #expect(!story.references.isEmpty)
  }

  @Test(arguments: files) func `a control judges its examples as it says`(
    _ file: SourceFile
  ) throws {
    let control = try #require(ControlReader.head(of: file).control)
    let examples = ControlExamples(file)
    #expect(!examples.fail.isEmpty && !examples.pass.isEmpty)
    for example in examples.fail {
      #expect(verdicts(of: control, on: example).contains(.fail), "\(place(example))")
    }
    for example in examples.pass {
      let verdicts = verdicts(of: control, on: example)
      #expect(verdicts.allSatisfy { $0 == .pass }, "\(place(example))")
    }
    for example in examples.unknown {
      let verdicts = verdicts(of: control, on: example)
      #expect(verdicts.contains(.unknown) && !verdicts.contains(.fail), "\(place(example))")
    }
  }

  private func verdicts(of control: Control, on example: Node) -> [Verdict] {
    var selection = Scanner.Selection()
    selection.only = [control.id]
    let scanner = Scanner(Self.catalogue, selection: selection)
    if let register = ControlExamples.register(in: example) {
      var book = DecisionBook(
        register,
        sourcesOf: ScanResult(),
        catalogue: Self.catalogue,
        today: today
      )
      var nothing = ScanResult()
      book.apply(to: &nothing)
      #expect(nothing.diagnostics.map(\.shown) == [])
      return book.scan(by: scanner, judgesUse: { _ in true }).findings.map(\.verdict)
    }
    let dockerfile = ControlExamples.dockerfile(in: example)
    guard let unit = dockerfile.map({ Templates.readDockerfile($0) }) ?? Templates.read(example)
    else {
      Issue.record("\(place(example)) is no document of ours")
      return []
    }
    return scanner.scan(unit.inventories, in: unit.file).findings.map(\.verdict)
  }

  /// The day on which the examples with decisions are read.
  private var today: String { "2026-11-01" }

  private func place(_ node: Node) -> String {
    "\(node.file.path):\(node.location.position.line)"
  }
}

extension Diagnostic {
  /// The diagnostic as a line, for messages of failed tests.
  var shown: String {
    "\(path ?? "?"):\(location?.position.line ?? 0):\(location?.position.column ?? 0) \(code) \(text.en)"
  }
}

extension SourceFile: CustomTestStringConvertible {
  /// The path, for the names of test cases.
  public var testDescription: String { path }
}
