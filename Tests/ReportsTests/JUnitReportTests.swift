import Foundation
import Posture
import Reports
import SourceText
import Testing

@Suite struct JUnitReportTests {
  @Test func `a failure fails, what is unknown or accepted is skipped, what passes passes`() throws
  {
    let cases = try read(Sample.input())
    #expect(
      cases.map { "\($0.group) \($0.outcome)" } == [
        "ecs.td.env-secrets failure", "ecs.td.host-pid failure", "ecs.td.readonly-root failure",
        "ecs.td.readonly-root skipped", "ecs.td.image-pinned skipped", "ecs.td.privileged passed",
        "input error",
      ]
    )
    let skipped = cases.filter { $0.outcome == "skipped" }.map(\.message)
    #expect(skipped[0].hasPrefix("unknown: ") && skipped[0].contains("ReadOnly"))
    #expect(skipped[1].hasPrefix("accepted: The registry is our own mirror"))
    #expect(skipped[1].contains("花子"))
  }

  @Test func `a failure tells where, why and what to do`() throws {
    let failure = try #require(
      try read(Sample.input()).first { $0.group == "ecs.td.readonly-root" }
    )
    #expect(failure.name == "ECS.5 WebTask · container web (only when IsProd (Env = prod))")
    #expect(failure.file == "infra/web.yaml" && failure.line == "10")
    for part in ["infra/web.yaml:10:11", "why: ", "fix: ", "https://docs.aws.amazon.com/"] {
      #expect(failure.text.contains(part))
    }
  }

  @Test(arguments: Language.allCases, [Sample.result, Sample.hostile, ScanResult()])
  func `a report is well-formed and its counts add up`(
    language: Language,
    result: ScanResult
  ) throws {
    guard Python.has("junitparser") else { return print("skipped: no python3 with junitparser") }
    let report = ReportFormat.junit.render(Sample.input(result, language))
    #expect(try Python.run(Self.recount, [], input: report) == "")
  }

  @Test func `a name is kept as far as XML can hold it`() throws {
    let names = try read(Sample.input(Sample.hostile)).map(\.name)
    let kept = "=cmd()\"',;<a>&amp;]]>\n::error::%0A船番\r\n\t\u{FFFD}[31m"
    #expect(names.contains { $0.contains(kept) && $0.hasSuffix("😀)") })
  }

  private struct Case: Decodable {
    let group: String
    let name: String
    let file: String
    let line: String
    let outcome: String
    let message: String
    let text: String
  }

  private func read(_ input: ReportInput) throws -> [Case] {
    let report = ReportFormat.junit.render(input)
    let list = try #require(try Python.run(Self.list, [], input: report))
    return try JSONDecoder().decode([Case].self, from: Data(list.utf8))
  }

  private static let list = """
    import json, sys
    from xml.etree import ElementTree
    def case(node):
        child = node[0] if len(node) else None
        return {
            "group": node.get("classname"), "name": node.get("name"), "file": node.get("file"),
            "line": node.get("line", ""), "outcome": "passed" if child is None else child.tag,
            "message": "" if child is None else child.get("message"),
            "text": "" if child is None else child.text or "",
        }
    root = ElementTree.fromstring(sys.stdin.buffer.read())
    print(json.dumps([case(node) for node in root.iter("testcase")]))
    """

  /// Prints every count of a suite that differs from what a reader of the tests comes to.
  private static let recount = """
    import sys
    from junitparser import JUnitXml
    xml = JUnitXml.fromstring(sys.stdin.buffer.read())
    names = ["tests", "failures", "errors", "skipped"]
    def counts(node): return [getattr(node, name) for name in names]
    for suite in xml:
        said = counts(suite)
        suite.update_statistics()
        if counts(suite) != said: print(suite.name, said, counts(suite))
    said = counts(xml)
    if said != [sum(each) for each in zip([0] * 4, *map(counts, xml))]: print("total", said)
    """
}
