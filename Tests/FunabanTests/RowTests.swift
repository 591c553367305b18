import Foundation
import Testing

/// How people write infrastructure, by measured frequency: each way good, bad and not decidable.
@Suite struct RowTests {
  static let folder = Program.packageRoot.appending(path: "Tests/Fixtures/Rows")

  static let rows: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()

  @Test(arguments: rows) func `each way of writing it is judged at its place`(row: String) throws {
    let text = try String(contentsOf: RowTests.folder.appending(path: row), encoding: .utf8)
    let projects = MarkedProject.all(in: text)
    #expect(Set(projects.map(\.verdict)) == ["pass", "fail", "unknown"])
    for (number, project) in projects.enumerated() {
      let folder = try Sandbox(project.files)
      let outcome = try Program.run(
        ["scan", ".", "--all", "--format", "json", "--control", project.control]
          + project.arguments,
        in: folder,
        environment: project.environment
      )
      let findings = try outcome.report().findings
      let seen = findings.map { "\($0.verdict) \($0.location.place)" }
      let expected = "\(project.verdict) \(project.place)"
      // Of several containers one is the worst; only that one is marked.
      let decisive = seen.filter { $0.hasPrefix(project.verdict) }
      #expect(decisive == [expected], "\(row), project \(number + 1): \(seen)")
      let isRead = try outcome.report().errors.isEmpty
      let code: Int32 = isRead ? (project.verdict == "fail" ? 1 : 0) : 3
      #expect(outcome.exitCode == code && (isRead || project.verdict == "unknown"), "\(row)")
    }
  }
}

extension Report.Location {
  /// File, line and column.
  fileprivate var place: String { text + (start.map { ":\($0.column)" } ?? "") }
}

/// A small project in which a mark (`▸`) stands before what decides.
struct MarkedProject {
  /// What the control says of it.
  let verdict: String
  let control: String
  var files: [String: String] = [:]
  var arguments: [String] = []
  var environment: [String: String] = [:]
  /// Where the mark stood: `main.tf:3:7`.
  var place = ""

  private static let mark: Character = "▸"

  /// The projects of a row: `== verdict`, `$ options`, `-- file --` and the file's text.
  static func all(in row: String) -> [MarkedProject] {
    var projects: [MarkedProject] = []
    var control = "ecs.td.readonly-root"
    var file = ""
    for line in row.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("! ") {
        control = String(line.dropFirst(2))
      } else if line.hasPrefix("== ") {
        projects.append(MarkedProject(verdict: String(line.dropFirst(3)), control: control))
      } else if line.hasPrefix("$ ") {
        projects[projects.count - 1].take(options: line.dropFirst(2))
      } else if line.hasPrefix("-- "), line.hasSuffix(" --") {
        file = String(line.dropFirst(3).dropLast(3))
      } else if !projects.isEmpty {
        projects[projects.count - 1].add(line, to: file)
      }
    }
    return projects
  }

  private mutating func take(options: Substring) {
    let words = options.split(separator: " ").map(String.init)
    guard let variable = words.first, variable.hasPrefix("TF_VAR_") else {
      arguments = words
      return
    }
    let halves = variable.split(separator: "=", maxSplits: 1).map(String.init)
    environment[halves[0]] = halves[1]
  }

  private mutating func add(_ line: String, to file: String) {
    let text = files[file] ?? ""
    if let index = line.firstIndex(of: MarkedProject.mark) {
      let column = line[..<index].unicodeScalars.count + 1
      place = "\(file):\(text.count { $0 == "\n" } + 1):\(column)"
    }
    files[file] = text + line.filter { $0 != MarkedProject.mark } + "\n"
  }
}
