import Foundation
import Posture
import Reports
import SourceText
import Testing

@Suite struct CodeHostReportTests {
  @Test func `GitHub gets what cannot be read and the worst first, and the counts last`() {
    let lines = commands(Sample.input())
    #expect(
      lines.map { String($0.prefix { $0 != "," }) } == [
        "::error file=infra/加工 前.json", "::error file=infra/web.yaml",
        "::error file=infra/web.yaml", "::error file=infra/web.yaml",
        "::warning file=infra/web.yaml", "Funaban: 25%",
        "findings: 3 failed", "inputs: 2 files",
      ]
    )
    #expect(lines[1].contains(",title=ECS.8 Secrets"))
    let all = commands(Sample.input { $0.showAll = true })
    #expect(all.count { $0.hasPrefix("::notice ") } == 1)
  }

  @Test func `a source cannot give a command to the runner of GitHub`() {
    let lines = commands(Sample.input(Sample.hostile) { $0.showAll = true })
    #expect(lines.count { $0.hasPrefix("::") } == 4)
    for line in lines where line.hasPrefix("::") {
      let parts = line.dropFirst(2).split(separator: "::", maxSplits: 1)
      #expect(!parts[0].contains("%0A::") && parts[0].split(separator: ",").count <= 6)
      #expect(line.contains("%250A") && !line.unicodeScalars.contains("\u{1B}"))
    }
    #expect(lines.filter { !$0.hasPrefix("::") }.count == 3)
  }

  @Test func `columns stand only within one line`() {
    let line = commands(Sample.input(Sample.hostile)).first { $0.contains("title=ECS.3") }
    #expect(line?.contains(",line=1,endLine=1,col=1,endColumn=11,") == true)
    let file = SourceFile(path: "a", text: "a:\n  b\n")
    let finding = Sample.finding(
      "ecs.td.host-pid",
      .low,
      .fail,
      nil,
      SourceText.SourceLocation(file, SourceRange(0, 6))
    )
    let lines = commands(Sample.input(ScanResult(findings: [finding])))
    #expect(lines[0].hasPrefix("::notice file=a,line=1,endLine=2,title=ECS.3 "))
  }

  @Test func `GitLab gets what fails and nothing else`() throws {
    let issues = try issues(Sample.input { $0.showAll = true })
    #expect(
      issues.map { "\($0.checkName) \($0.severity) \($0.location.lines.begin)" } == [
        "ecs.td.env-secrets blocker 14", "ecs.td.host-pid critical 8",
        "ecs.td.readonly-root critical 10",
      ]
    )
    #expect(
      issues.allSatisfy { $0.location.path == "infra/web.yaml" && $0.fingerprint.count == 32 }
    )
    #expect(try self.issues(Sample.input(ScanResult())).isEmpty)
  }

  @Test(arguments: [
    ("./a.yaml", "sub/a.yaml"), ("../infra/a.yaml", "infra/a.yaml"), ("/repo/x/a.yaml", "x/a.yaml"),
    ("../../other/a.yaml", "../../other/a.yaml"), ("/repository/a.yaml", "/repository/a.yaml"),
    ("-", "-"),
  ])
  func `code hosts get paths from the root of the repository`(path: String, shown: String) throws {
    let file = SourceFile(path: path, text: "x")
    let place = SourceText.SourceLocation(file, SourceRange(0, 1))
    let finding = Sample.finding("ecs.td.host-pid", .high, .fail, nil, place)
    let input = Sample.input(ScanResult(findings: [finding])) {
      $0.repository = RepositoryPlace(root: "/repo", folder: "/repo/sub")
    }
    #expect(try issues(input).map(\.location.path) == [shown])
    #expect(commands(input)[0].hasPrefix("::error file=\(shown),"))
  }

  @Test func `outside of a repository a path stays, without its dot`() throws {
    let file = SourceFile(path: "././a.yaml", text: "x")
    let place = SourceText.SourceLocation(file, SourceRange(0, 1))
    let finding = Sample.finding("ecs.td.host-pid", .high, .fail, nil, place)
    #expect(
      try issues(Sample.input(ScanResult(findings: [finding]))).map(\.location.path) == ["a.yaml"]
    )
  }

  private struct Issue: Decodable {
    struct Location: Decodable {
      struct Lines: Decodable { let begin: Int }

      let path: String
      let lines: Lines
    }

    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Location
  }

  private func issues(_ input: ReportInput) throws -> [Issue] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Issue].self, from: Data(ReportFormat.gitlab.render(input).utf8))
  }

  /// The lines as the runner of GitHub splits them.
  private func commands(_ input: ReportInput) -> [String] {
    ReportFormat.github.render(input)
      .split {
        "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0.unicodeScalars.first ?? " ")
      }
      .map(String.init)
  }
}
