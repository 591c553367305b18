import Crypto
import Foundation
import Posture
import Reports
import SourceText
import Testing

@Suite struct HTMLReportTests {
  private static func render(
    _ result: ScanResult = Sample.result,
    _ language: Language = .english,
    _ change: (inout ReportOptions) -> Void = { _ in }
  ) -> String {
    ReportFormat.html.render(Sample.input(result, language, change))
  }

  @Test func `no name in the sources becomes markup`() throws {
    let report = Self.render(Sample.hostileResult)
    #expect(report.matches(of: /<script/).count == 1)
    #expect(report.matches(of: /<\/script/).count == 1)
    #expect(!report.contains("<img"))
    #expect(report.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(report.contains("&amp;lt;b&amp;gt;"))
    #expect(!report.unicodeScalars.contains("\u{202E}"))
    #expect(!report.contains("' onfocus"))
    #expect(report.matches(of: /href="(?!#|https:\/\/)/).isEmpty)
  }

  @Test func `nothing is loaded, and only the report's own style and script may act`() throws {
    let report = Self.render()
    for tag in ["<link", "<img", "<iframe", "src=", "@import", "url(", " style=", " onclick="] {
      #expect(!report.contains(tag), "\(tag)")
    }
    let policy = try #require(
      report.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.1
    )
    #expect(policy.hasPrefix("default-src &#39;none&#39;; "))
    for name in ["script", "style"] {
      let start = try #require(report.range(of: "<\(name)>")).upperBound
      let end = try #require(report.range(of: "</\(name)>")).lowerBound
      let hash = Data(SHA256.hash(data: Data(report[start..<end].utf8))).base64EncodedString()
      #expect(policy.contains("\(name)-src &#39;sha256-\(hash)&#39;"))
    }
  }

  @Test(arguments: Language.allCases)
  func `both languages are there, and the chosen one comes first`(language: Language) {
    let report = Self.render(Sample.result, language)
    #expect(report.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(report.contains("<span lang=\"en\">Security report</span>"))
    #expect(report.contains("<span lang=\"ja\">セキュリティレポート</span>"))
  }

  @Test func `what passes is a list, and stands among the findings where all is shown`() {
    let passing = #"data-verdict="pass""#
    #expect(!Self.render().contains(passing))
    #expect(Self.render().contains(#"<table class="passed">"#))
    #expect(Self.render(Sample.result, .english) { $0.showAll = true }.contains(passing))
  }

  @Test func `every finding has a name of its own to link to`() {
    let names = Self.render(Sample.hostileResult).matches(of: /id="(finding-[0-9a-f-]+)"/)
      .map { String($0.1) }
    #expect(names.count == 5 + Sample.hostileNames.count)
    #expect(Set(names).count == names.count)
    #expect(names.contains("finding-0123456789abcdef0123456789abcdef"))
  }

  @Test func `an empty scan says that nothing was judged`() {
    let report = Self.render(ScanResult())
    #expect(report.contains("Nothing was judged"))
    #expect(!report.contains("<form"))
  }

  @Test func `a thousand findings make a file that can be mailed`() {
    let findings = (0..<1_000).map { number in
      Sample.finding(
        number.isMultiple(of: 2) ? "ecs.td.host-pid" : "ecs.td.readonly-root",
        .high,
        .fail,
        "web-\(number)",
        Sample.location("host"),
        [Evidence(field: "pidMode", state: .value("host"))]
      )
    }
    let report = Self.render(ScanResult(findings: findings, fileCount: 1))
    print("1,000 findings as HTML: \(report.utf8.count) bytes")
    #expect(report.utf8.count < 5_000_000)
  }
}
