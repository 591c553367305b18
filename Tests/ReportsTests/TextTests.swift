import Posture
import Reports
import SourceText
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("abc", 3), ("船番", 4), ("ｱｲ", 2), ("Ａ", 2), ("e\u{301}", 1), ("か\u{3099}", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👩‍👩‍👧‍👦", 2), ("🇯🇵", 2), ("☀\u{FE0F}", 2), ("☀", 1),
    ("\u{200B}", 0), ("„", 1), ("…", 1), ("「」", 4), ("𠮟", 2), ("", 0),
  ])
  func `a text takes the columns that a terminal gives it`(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func `no line starts with a stop or ends with an opening bracket`() {
    let text = String(repeating: "船が「港」に入る、そして(また)出る。", count: 4)
    for width in 8...40 {
      let lines = LineWrapper.wrap([TextSpan(text)], width: width).map { $0.map(\.text).joined() }
      #expect(lines.joined() == text)
      for line in lines {
        #expect(TextWidth.of(line) <= width)
        #expect(!"、。」)".contains(line.first ?? " "))
        #expect(!"「(".contains(line.last ?? " "))
      }
    }
  }

  @Test func `a URL is never cut, another long word is cut at a joint`() {
    let url = "https://docs.aws.amazon.com/AmazonECS/latest/userguide"
    let lines = LineWrapper.wrap([TextSpan("see \(url) or ecs_task_definitions_read")], width: 16)
    #expect(
      lines.map { $0.map(\.text).joined() } == ["see", url, "or", "ecs_task_", "definitions_read"]
    )
  }

  @Test func `names stand in backticks where there is no colour`() {
    let text = "set `a` to **true** or 2 * 3 ** 4 `"
    let plain = Markup.spans(text, color: false).map(\.text).joined()
    let colored = Markup.spans(text, color: true).map(\.text).joined()
    #expect(plain == "set `a` to true or 2 * 3 ** 4 `")
    #expect(colored == "set a to true or 2 * 3 ** 4 `")
  }

  @Test func `labels of a console stand in brackets where there is no colour`() {
    let text = "choose **Save**, then `web`"
    let plain = Markup.spans(text, color: false, marksLabels: true).map(\.text).joined()
    let colored = Markup.spans(text, color: true, marksLabels: true).map(\.text).joined()
    #expect(plain == "choose [Save], then `web`")
    #expect(colored == "choose Save, then web")
  }

  @Test func `colours change no word`() {
    let input = Sample.input(Sample.result, .japanese) { $0.color = true }
    let report = ReportFormat.terminal.render(input)
    let plain = report.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let expected = ReportFormat.terminal.render(Sample.input(Sample.result, .japanese))
    // Without backticks the lines break elsewhere.
    #expect(plain.filter { !" \n`".contains($0) } == expected.filter { !" \n`".contains($0) })
  }

  @Test(arguments: Language.allCases, [40, 60, 80, 120])
  func `no line but a place runs over the edge`(language: Language, width: Int) {
    let input = Sample.input(Sample.result, language) {
      $0.width = width
      $0.showAll = true
    }
    for line in ReportFormat.terminal.render(input).split(separator: "\n") {
      #expect(TextWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test func `a Markdown report stays short enough for a comment, and says what it leaves out`() {
    let evidence = Evidence(field: "image", state: .value(String(repeating: "x", count: 900)))
    let findings = (0..<500).map { number in
      Sample.finding("x.\(number)", .low, .fail, "web", Sample.location("host"), [evidence])
    }
    let report = ReportFormat.markdown.render(Sample.input(ScanResult(findings: findings)))
    #expect(report.count < 65_536)
    #expect(report.contains("… and 4"))
  }

  @Test func `Markdown shows any name as it is, and notifies nobody`() {
    let place = SourceText.SourceLocation(
      SourceFile(path: "a|b`c.yaml", text: "x"),
      SourceRange(0, 1)
    )
    let finding = Sample.finding(
      "x",
      .low,
      .fail,
      "*w*|<b>",
      place,
      [Evidence(field: "image", state: .value("@team/<img src=x>|\n# _x_"))]
    )
    let report = ReportFormat.markdown.render(Sample.input(ScanResult(findings: [finding])))
    #expect(
      report.contains("| ``a\\|b`c.yaml:1:1``<br>`WebTask` · container `*w*\\|<b>` |")
    )
    #expect(report.contains("@<!-- -->team/&lt;img src=x&gt;\\| \\# \\_x\\_ |"))
  }
}
