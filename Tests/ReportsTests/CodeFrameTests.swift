import Posture
import Reports
import SourceText
import Testing

@Suite struct CodeFrameTests {
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let text: String
    let mark: String
    var width = 80
    let frame: [String]
  }

  static let cases = [
    Case(
      description: "a tab widens to the next column of four",
      text: "a\tpid: host\n",
      mark: "host",
      frame: ["1 │ a   pid: host", "  │          ^^^^"]
    ),
    Case(
      description: "a wide character takes two columns",
      text: "船番: host # 見張り\n",
      mark: "host",
      frame: ["1 │ 船番: host # 見張り", "  │       ^^^^"]
    ),
    Case(
      description: "carets are as wide as what they mark",
      text: "名前: 船番\n",
      mark: "船番",
      frame: ["1 │ 名前: 船番", "  │       ^^^^"]
    ),
    Case(
      description: "a combining mark takes no column",
      text: "cafe\u{301}: host\n",
      mark: "host",
      frame: ["1 │ cafe\u{301}: host", "  │       ^^^^"]
    ),
    Case(
      description: "an emoji sequence takes two columns as a whole",
      text: "👩‍👩‍👧‍👦🇯🇵: host\n",
      mark: "host",
      frame: ["1 │ 👩‍👩‍👧‍👦🇯🇵: host", "  │       ^^^^"]
    ),
    Case(
      description: "a byte-order mark is not shown",
      text: "\u{FEFF}pid: host\n",
      mark: "host",
      frame: ["1 │ pid: host", "  │      ^^^^"]
    ),
    Case(
      description: "CRLF line ends are not shown",
      text: "a: b\r\npid: host\r\nc: d\r\n",
      mark: "host",
      frame: ["1 │ a: b", "2 │ pid: host", "  │      ^^^^", "3 │ c: d"]
    ),
    Case(
      description: "a terminal is not told what to do",
      text: "pid: \u{1B}[2J\u{202E}host\n",
      mark: "host",
      frame: ["1 │ pid: ␛[2J\u{FFFD}host", "  │           ^^^^"]
    ),
    Case(
      description: "a long line is cut around the place",
      text: String(repeating: "x", count: 90) + " host " + String(repeating: "y", count: 90),
      mark: "host",
      width: 40,
      frame: ["1 │ …xxxxxxxx host yyyyyyyyyyyyyyyy…", "  │           ^^^^"]
    ),
    Case(
      description: "a place at the very edge is not cut off",
      text: String(repeating: "x", count: 28) + "host" + "yyyy",
      mark: "host",
      width: 40,
      frame: [
        "1 │ …" + String(repeating: "x", count: 23) + "hostyyyy",
        "  │ " + String(repeating: " ", count: 24) + "^^^^",
      ]
    ),
    Case(
      description: "a line of a megabyte is cut around the place",
      text: String(repeating: "船", count: 300_000) + "host" + String(repeating: "y", count: 90),
      mark: "host",
      width: 40,
      frame: ["1 │ … 船船船船hostyyyyyyyyyyyyyyyyy…", "  │           ^^^^"]
    ),
    Case(
      description: "a place of many lines shows its first and its last",
      text: "a:\n  b: 1\n  c: 2\n  d: 3\n  e: 4\n  f: 5\n  g: 6\n  h: 7\ni: 8\n",
      mark: "b: 1\n  c: 2\n  d: 3\n  e: 4\n  f: 5\n  g: 6\n  h: 7",
      frame: [
        "2 │   b: 1", "  │   ^^^^", "3 │   c: 2", "4 │   d: 3", "5 │   e: 4", "6 │   f: 5", "  ⋮",
        "8 │   h: 7", "  │   ^^^^",
      ]
    ),
  ]

  @Test(arguments: cases)
  func `carets stand under the place`(example: Case) {
    let frame = Self.frame(example.text, example.mark, width: example.width)
    let shown = zip(frame, example.frame).map { $0.hasPrefix($1) ? $1 : $0 }
    #expect(shown == example.frame)
    #expect(frame.allSatisfy { TextWidth.of($0) <= example.width - 4 })
  }

  @Test func `a place at the end of the file has a caret`() {
    let file = SourceFile(path: "a", text: "pid: host")
    let frame = Self.frame(SourceText.SourceLocation(file, SourceRange(9, 9)))
    #expect(frame == ["1 │ pid: host", "  │          ^"])
  }

  @Test func `bytes that are no text are shown as such`() {
    let file = SourceFile(path: "a", bytes: [0x61, 0xFF, 0xFE, 0x62])
    let frame = Self.frame(SourceText.SourceLocation(file, SourceRange(3, 4)))
    #expect(frame == ["1 │ a\u{FFFD}\u{FFFD}b", "  │    ^"])
  }

  /// The lines of the frame of `mark` in `text`, without their margin.
  static func frame(_ text: String, _ mark: String, width: Int = 80) -> [String] {
    let file = SourceFile(path: "a", text: text)
    return frame(Sample.location(mark, in: file), width: width)
  }

  static func frame(
    _ location: SourceText.SourceLocation,
    redactions: [SourceFile: [SourceRange]] = [:],
    width: Int = 80
  ) -> [String] {
    let finding = Sample.finding("x", .low, .fail, nil, location)
    let result = ScanResult(findings: [finding], fileCount: 1, redactions: redactions)
    let report = ReportFormat.terminal.render(Sample.input(result) { $0.width = width })
    return report.split(separator: "\n").filter { $0.contains("│") || $0.contains("⋮") }
      .map { String($0.dropFirst(4)) }
  }
}
