import Inventory
import Posture
import Reports
import SourceText

/// One way to show the sample, and the name of the file it is on record in.
struct Rendering: Sendable, CustomStringConvertible {
  let name: String
  let render: @Sendable () -> String

  var description: String { name }
}

extension Sample {
  static let renderings: [Rendering] = Language.allCases.flatMap(renderings)

  private static func renderings(_ language: Language) -> [Rendering] {
    let suffix = language.rawValue
    return [
      report("terminal-80.\(suffix).txt", .terminal, language) { _ in },
      report("terminal-40.\(suffix).txt", .terminal, language) { $0.width = 40 },
      report("terminal-color.\(suffix).txt", .terminal, language) { $0.color = true },
      report("terminal-all.\(suffix).txt", .terminal, language) { $0.showAll = true },
      report("terminal-resource.\(suffix).txt", .terminal, language) { $0.groupByResource = true },
      report("terminal-clean.\(suffix).txt", .terminal, language, clean) { _ in },
      report("terminal-empty.\(suffix).txt", .terminal, language, ScanResult()) { _ in },
      report("terminal-many.\(suffix).txt", .terminal, language, many) { $0.width = 60 },
      report("clean.\(suffix).md", .markdown, language, clean) { _ in },
      report("report.\(suffix).json", .json, language) { _ in },
      report("report.\(suffix).sarif", .sarif, language) { $0.showAll = true },
      report("report.\(suffix).md", .markdown, language) { $0.showAll = true },
      report("report.\(suffix).junit.xml", .junit, language) { _ in },
      report("report.\(suffix).asff.json", .asff, language, result, deploy),
      report("report.\(suffix).ocsf.json", .ocsf, language, result, deploy),
      report("report.\(suffix).csv", .csv, language) { _ in },
      report("report.\(suffix).github.txt", .github, language) { $0.showAll = true },
      report("report.\(suffix).gitlab.json", .gitlab, language) { _ in },
      Rendering(name: "report.\(suffix).html") {
        withoutAssets(ReportFormat.html.render(input(result, language)))
      },
      Rendering(name: "explain-80.\(suffix).txt") {
        ExplainReport.terminal(readonlyRoot, language: language)
      },
      Rendering(name: "explain-40.\(suffix).txt") {
        ExplainReport.terminal(readonlyRoot, language: language, width: 40)
      },
      Rendering(name: "manual.\(suffix).md") {
        ManualReport.render(Array(entries.values), language: language)
      },
    ]
  }

  /// Names where and when the sample is deployed.
  static func deploy(_ options: inout ReportOptions) {
    options.moment = Moment(secondsSince1970: 1_795_284_000)
    options.account = "123456789012"
    options.region = "ap-northeast-1"
  }

  /// A scan in which nothing fails.
  private static let clean = ScanResult(findings: [passed, accepted], fileCount: 3)

  /// A scan in which one control fails, and is unknown, at several places.
  private static let many = ScanResult(
    findings: [
      readonlyWeb,
      finding(
        "ecs.td.readonly-root",
        .high,
        .fail,
        "記録係",
        location("ReadonlyRootFilesystem"),
        [Evidence(field: "readonlyRootFilesystem", state: .value("false"))]
      ),
      readonlyLog,
      finding(
        "ecs.td.host-pid",
        .high,
        .unknown,
        nil,
        location("PidMode"),
        [Evidence(field: "pidMode", state: .unknown(.parameter("ReadOnly")))]
      ),
      finding(
        "ecs.td.image-pinned",
        .medium,
        .unknown,
        "web",
        location("Image"),
        [Evidence(field: "image", state: .unknown(.importedValue("Registry")))]
      ),
    ],
    fileCount: 1
  )

  /// A page without its style sheet and script, which stand in `Assets/report`, and their hashes.
  private static func withoutAssets(_ page: String) -> String {
    page.replacing(/(?s)<(style|script)>.*?<\/(style|script)>/) { "<\($0.1)></\($0.1)>" }
      .replacing(/sha256-[A-Za-z0-9+\/]+=*/, with: "sha256-")
  }

  private static func report(
    _ name: String,
    _ format: ReportFormat,
    _ language: Language,
    _ result: ScanResult = result,
    _ change: @escaping @Sendable (inout ReportOptions) -> Void
  ) -> Rendering {
    Rendering(name: name) { format.render(input(result, language, change)) }
  }
}
