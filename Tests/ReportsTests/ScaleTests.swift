import Posture
import Reports
import SourceText
import Testing

@Suite struct ScaleTests {
  /// Findings all over one file without a single line break, the hardest case for positions.
  private static func input(_ count: Int) -> ReportInput {
    let file = SourceFile(
      path: "all.json",
      text: String(repeating: "{\"船\": host}, ", count: count)
    )
    let step = file.bytes.count / count
    let findings = (0..<count).map { number in
      Sample.finding(
        "ecs.td.host-pid",
        .high,
        .fail,
        "web",
        SourceText.SourceLocation(file, SourceRange(number * step + 8, number * step + 12)),
        [Evidence(field: "pidMode", state: .value("host"))]
      )
    }
    return Sample.input(ScanResult(findings: findings, fileCount: 1))
  }

  #if DEBUG
  private static let count = 2_000
  #else
  private static let count = 10_000
  #endif

  @Test(arguments: ReportFormat.allCases)
  func `four times the findings take about four times as long`(format: ReportFormat) {
    let clock = ContinuousClock()
    let (small, large) = (Self.input(Self.count / 4), Self.input(Self.count))
    let short = (0..<2).map { _ in clock.measure { _ = format.render(small) } }.min() ?? .zero
    let long = clock.measure { _ = format.render(large) }
    print("\(Self.count) findings as \(format.rawValue): \(long)")
    #expect(long < short * 10 + .milliseconds(200))
  }
}
