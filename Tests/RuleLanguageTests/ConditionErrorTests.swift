import RuleLanguage
import SourceText
import Testing

@Suite struct ConditionErrorTests {
  private let resource = Resource(["r.list": .many([]), "r.port": .one(.number(1))])

  @Test(arguments: [
    ("container.usr = root", "container.usr", "container.user"),
    ("container.user = root andd r.port = 1", "andd", "and"),
    ("container.user strtswith a", "strtswith", "startswith"),
    ("container.user = a or container.imgae = b", "container.imgae", "container.image"),
    ("(container.user = a", "", nil),
    ("container.user =", "", nil),
    ("container.user in (a,,b)", ",", nil),
    ("container.user in (a,)", ")", nil),
    ("container.user = 'a\\.b'", "\\.", nil),
    ("container.user < b", "b", nil),
    ("container.user = a andnot(r.port = 1)", "andnot", nil),
    ("r.port = 1 or(r.port = 1) and r.port = 1", "and", nil),
    ("not", "not", nil),
    ("container.user regex [a", "[a", nil),
    ("container.user regex '(?i)x'", "'(?i)x'", nil),
    ("container.user[0] = a", "container.user[0]", nil),
    ("nomacro", "nomacro", nil),
    ("", "", nil),
    ("concat(container.user) = a", "concat(container.user)", nil),
    ("container.user = \"a", "\"", nil),
  ])
  func `an error points at its cause and may name what was meant`(
    _ text: String,
    _ excerpt: String,
    _ suggestion: String?
  ) throws {
    let error = try #require(resource.error(text))
    #expect(error.excerpt(of: text) == excerpt)
    #expect(error.suggestion == suggestion)
    #expect(error.text.en.hasSuffix(".") || error.text.en.hasSuffix("?"))
    #expect(error.text.ja.hasSuffix("。"))
  }

  @Test func `an error reads well in both languages`() throws {
    let error = try #require(resource.error("container.usr = root"))
    #expect(
      error.text.en == "There is no field `container.usr` here. Did you mean `container.user`?"
    )
    #expect(
      error.text.ja == "フィールド `container.usr` は存在しない。候補: `container.user`。"
    )
    #expect(error.code == .unknownField)
    #expect(error.code.name == "condition.unknown-field")
  }

  @Test(arguments: [
    (FieldType.uint64, "r.t contains 1"), (.uint64, "r.t = abc"), (.uint64, "r.t > 1.5"),
    (.uint64, "r.t > 0x10"), (.uint64, "tolower(r.t) = 1"), (.bool, "r.t = yes"),
    (.bool, "r.t > 1"), (.ipaddr, "r.t = 1.2.3"), (.ipnet, "r.t = 10.0.0.0"),
    (.string, "r.t bcontains ab"), (.bytebuf, "r.t bcontains abc"), (.bytebuf, "r.t glob a"),
    (.uint64, "r.t = val(r.s)"), (.string, "r.t pmatch val(r.s)"), (.string, "r.t regex val(r.s)"),
    (.string, "join(r.t, r.t) = a"), (.string, "getopt((r.t), \"a\") = x"),
  ])
  func `operators and constants must fit the type`(_ type: FieldType, _ text: String) {
    var typed = resource
    typed.types = ["r.t": type, "r.s": .string]
    #expect(typed.error(text) != nil)
  }

  @Test func `a list moves an error to the name that it replaced`() throws {
    var definitions = Definitions()
    definitions.defineList("ports", items: ["22", "23", "wrong"])
    let vocabulary = try Vocabulary.checked(definitions).get()
    var typed = resource
    typed.types = ["r.number": .uint64]
    let text = "container.user = a and   r.number in (  ports ) and r.port = 1"
    let error = try #require(typed.error(text, vocabulary))
    #expect(error.excerpt(of: text) == "ports")
    let later = "r.port in (ports) and container.usr = 1"
    #expect(typed.error(later, vocabulary)?.excerpt(of: later) == "container.usr")
  }

  @Test func `an error in a macro says so and a diagnostic points into the file`() throws {
    var definitions = Definitions()
    definitions.defineMacro("m", condition: "container.usr = a")
    let vocabulary = try Vocabulary.checked(definitions).get()
    #expect(resource.error("not m", vocabulary)?.place == .macro("m"))

    let text = "- rule: x\n  condition: container.usr = a\n"
    let file = SourceFile(path: "rules.yaml", text: text)
    let error = try #require(resource.error("container.usr = a"))
    let diagnostic = error.diagnostic(in: file, at: 23)
    #expect(diagnostic.location?.position.line == 2)
    #expect(diagnostic.location?.position.column == 14)
    #expect(diagnostic.code == "condition.unknown-field")
  }

  @Test func `a field's name as a constant is accepted with a warning`() throws {
    let condition = try resource.condition("container.user = container.image")
    #expect(condition.warnings.first?.code == .fieldAsText)
    #expect(condition.warnings.first?.suggestion == "val(container.image)")
    #expect(try resource.condition("container.user = example.com").warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("'Run.*'", "startswith 'Run'"), ("'.*Task'", "endswith 'Task'"),
      ("'^RunTask$'", "= 'RunTask'"),
      ("'.*un.*'", "contains 'un'"), ("'Run.*?'", nil), ("'(a|b)'", nil), ("'a[.]b'", nil),
    ] as [(String, String?)]
  )
  func `a regular expression that is a plain text has a plainer form`(
    _ pattern: String,
    _ plain: String?
  ) throws {
    let warnings = try resource.condition("container.user regex \(pattern)").warnings
    #expect(warnings.first?.suggestion == plain)
  }
}
