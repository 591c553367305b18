package import Posture
package import SourceText

/// What a report shows: the outcome of a scan, and where the texts about controls come from.
package struct ReportInput: Sendable {
  /// The outcome of the scan.
  package var result: ScanResult
  /// The texts of a control by its canonical id; asked once for each control that is shown.
  package var stories: @Sendable (String) -> ControlStory?
  /// The other names of a control by its canonical id, the best known first.
  package var aliases: @Sendable (String) -> [String]
  /// The language to write in.
  package var language: Language
  /// The version of the program.
  package var toolVersion: String
  /// How much to show, and how.
  package var options: ReportOptions

  /// Gathers what a report shows.
  package init(
    result: ScanResult,
    stories: @escaping @Sendable (String) -> ControlStory?,
    aliases: @escaping @Sendable (String) -> [String],
    language: Language,
    toolVersion: String,
    options: ReportOptions = ReportOptions()
  ) {
    self.result = result
    self.stories = stories
    self.aliases = aliases
    self.language = language
    self.toolVersion = toolVersion
    self.options = options
  }
}

/// How much a report shows, and how.
package struct ReportOptions: Sendable, Hashable {
  /// Whether what passes, what is unknown and what is accepted is shown in full.
  package var showAll = false
  /// Whether findings stand together by resource instead of by control.
  package var groupByResource = false
  /// The columns of the terminal; fewer than 40 count as 40.
  package var width = 80
  /// Whether the terminal report uses colours.
  package var color = false
  /// The source lines on either side of a place.
  package var frameContext = 1
  /// The most source lines of one place.
  package var frameLines = 6
  /// The most entries of each list of a Markdown report.
  package var markdownRows = 100
  /// About how many bytes a Markdown report may have; GitHub refuses comments of over 65,536.
  package var markdownBytes = 60_000
  /// When the scan ran; no report looks at a clock.
  package var moment = Moment(secondsSince1970: 0)
  /// The AWS account that the sources are for, twelve digits; `nil` where nobody said.
  package var account: String?
  /// The AWS Region that the sources are for; `nil` where nobody said.
  package var region: String?
  /// The name of the project on its code host: `shop/orders`; `nil` where nobody said.
  package var project: String?
  /// The repository that the scan ran in; `nil` outside of any.
  package var repository: RepositoryPlace?

  /// Shows failures only, by control, in 80 columns without colours.
  package init() {}
}
