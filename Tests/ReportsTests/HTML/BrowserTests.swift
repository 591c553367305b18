import Foundation
import Posture
import Reports
import SourceText
import Testing

@Suite struct BrowserTests {
  private static let browser = ["/usr/bin/chromium", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(arguments: Language.allCases)
  func `a browser filters, switches, prints and reads the report aloud`(language: Language) throws {
    guard let browser = Self.browser, Python.has("playwright") else {
      print("skipped: no Chromium or no playwright; run make browser")
      return
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Scripts/check-html-report.py")
    let report = ReportFormat.html.render(
      Sample.input(Sample.hostileResult, language) { $0.showAll = true }
    )
    let problems = try Python.run(
      String(contentsOf: script, encoding: .utf8),
      [browser],
      input: report
    )
    #expect(problems == "")
  }
}
