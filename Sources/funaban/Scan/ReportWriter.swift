import Glibc
import Posture
import Reports
import SourceText
import Workspace

/// Writes the reports that the user asked for.
struct ReportWriter {
  private let setup: ScanSetup

  init(_ setup: ScanSetup) { self.setup = setup }

  /// Writes the files, then standard output.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where a report cannot be written.
  func write(_ result: ScanResult) throws {
    warnOfMissingAccount()
    let catalogue = setup.catalogue
    var input = ReportInput(
      result: result,
      stories: { catalogue.control($0).map { ControlStory($0.file) } },
      aliases: { catalogue.control($0)?.aliases ?? [] },
      language: setup.language,
      toolVersion: Funaban.version,
      options: options
    )
    for path in setup.reports.output {
      let format = format(of: path)
      try OutputFile.write(format.render(input), to: path)
    }
    input.options.color = Terminal.isColorful
    try OutputFile.writeToStandardOutput(setup.reports.format.render(input))
  }

  /// The variables by which CI services name the project: GitHub, GitLab, Bitbucket, Azure.
  private static let projectVariables = [
    "GITHUB_REPOSITORY", "CI_PROJECT_PATH", "BITBUCKET_REPO_FULL_NAME", "BUILD_REPOSITORY_NAME",
  ]

  private func format(of path: String) -> ReportFormat {
    ReportFormat(path: path) ?? setup.reports.format
  }

  /// Says so where Security Hub would refuse the findings, because their account is not known.
  private func warnOfMissingAccount() {
    let formats = [setup.reports.format] + setup.reports.output.map(format)
    guard formats.contains(.asff), setup.target.account == nil || setup.target.region == nil else {
      return
    }
    complain(
      "funaban: asff: "
        + say(
          en: """
            the AWS account or the Region is not known, so a placeholder stands for it; give \
            --parameter AWS::AccountId=… and AWS::Region=…, or AWS_ACCOUNT_ID and AWS_REGION.
            """,
          ja: """
            AWS アカウントまたはリージョンが不明のため、仮の値を書き込んだ。--parameter AWS::AccountId=… と \
            AWS::Region=…、または環境変数 AWS_ACCOUNT_ID と AWS_REGION で指定する。
            """
        )
    )
  }

  private var options: ReportOptions {
    var options = ReportOptions()
    options.showAll = setup.reports.all
    options.groupByResource = setup.reports.groupBy == .resource
    options.width = Terminal.width
    options.moment = Moment(secondsSince1970: time(nil))
    options.account = setup.target.account
    options.region = setup.target.region
    options.project = ReportWriter.projectVariables.lazy.compactMap(environmentVariable).first
    options.repository = SourceTree.currentRepository.map {
      RepositoryPlace(root: $0.root, folder: $0.folder)
    }
    return options
  }
}

extension ReportFormat {
  /// The form that the ending of `path` names.
  fileprivate init?(path: String) {
    let endings: [(String, ReportFormat)] = [
      (".sarif.json", .sarif), (".sarif", .sarif), (".asff.json", .asff), (".ocsf.json", .ocsf),
      (".gitlab.json", .gitlab), ("gl-code-quality-report.json", .gitlab), (".json", .json),
      (".md", .markdown), (".html", .html), (".txt", .terminal), (".xml", .junit), (".csv", .csv),
    ]
    guard let format = endings.first(where: { path.hasSuffix($0.0) })?.1 else { return nil }
    self = format
  }
}
