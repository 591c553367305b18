import RuleLanguage
import SourceText
import Testing

@Suite struct DecidingChecksTests {
  private let resource = Resource([
    "r.yes": .one(.bool(true)), "r.no": .one(.bool(false)), "r.open": .unknown,
  ])

  private func deciding(_ text: String) throws -> [String] {
    try resource.condition(text).decidingChecks(resource).map { check in
      "\(check.isNegated ? "not " : "")\(check.description.field) \(check.truth)"
    }
  }

  @Test(arguments: [
    ("r.yes = true and r.no = true", ["r.no no"]),
    ("r.yes = true and r.open = true", ["r.open unknown"]),
    ("r.yes = true and not r.no = true", ["r.yes yes", "not r.no no"]),
    ("r.no = true or r.no = 1", ["r.no no", "r.no no"]),
    ("r.no = true or r.yes = true", ["r.yes yes"]),
    ("r.no = true or r.open = true", ["r.open unknown"]),
    ("not (r.yes = true or r.no = true)", ["not r.yes yes"]),
    ("not (r.yes = true and r.no = true)", ["not r.no no"]),
    ("not (not r.yes = true)", ["r.yes yes"]),
    ("r.no = true and (r.open = 1 or r.yes = true) and r.no = 1", ["r.no no", "r.no no"]),
  ])
  func `the checks that decide the answer are found`(_ text: String, _ expected: [String]) throws {
    #expect(try deciding(text) == expected)
  }

  @Test func `a deciding check tells all of what was written`() throws {
    let vocabulary = try Vocabulary.checked(
      {
        var definitions = Definitions()
        definitions.defineList("roots", items: ["root", "0"])
        definitions.defineMacro("is_root", condition: "container.user in (roots)")
        return definitions
      }()
    ).get()
    let rooted = Resource(["container.user": .one(.text("0"))])
    let text = "not is_root and tolower(container.user) startswith anyof ('A b', c)"
    let condition = try Condition.compile(text, vocabulary: vocabulary, catalog: rooted).get()
    #expect(condition.fields.map(\.name) == ["container.user"])
    let checks = condition.decidingChecks(rooted)
    #expect(checks.count == 2)
    #expect(checks[0].description.field == "container.user")
    #expect(checks[0].description.comparison == .in)
    #expect(checks[0].description.constants == ["root", "0"])
    #expect(checks[0].description.place == .macro("is_root"))
    #expect(checks[0].isNegated)
    #expect(checks[0].truth == .yes)
    #expect(checks[1].description.field == "tolower(container.user)")
    #expect(checks[1].description.fieldName == "container.user")
    #expect(checks[1].description.modifier == .anyof)
    #expect(checks[1].description.constants == ["A b", "c"])
    let range = checks[1].description.range
    #expect(
      String(decoding: Array(text.utf8)[range.bounds], as: UTF8.self)
        == "tolower(container.user) startswith anyof ('A b', c)"
    )
  }

  @Test(arguments: [
    ("  r.a = x  ", "r.a = x"), (" ( r.a = x ) or not r.a=y ", "( r.a = x ) or not r.a=y"),
    ("(r.a = x and(r.a = y) )", "r.a = x and(r.a = y)"), ("not (r.a = x)  ", "not (r.a = x)"),
    ("not (r.a = x) or(r.a = y) ", "not (r.a = x) or(r.a = y)"),
  ])
  func `an expression knows its bytes`(_ text: String, _ excerpt: String) throws {
    let expression = try Vocabulary.empty.expression(of: Array(text.utf8))
    #expect(String(decoding: Array(text.utf8)[expression.range.bounds], as: UTF8.self) == excerpt)
  }
}
