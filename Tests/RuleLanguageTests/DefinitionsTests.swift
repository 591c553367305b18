import RuleLanguage
import Testing

@Suite struct DefinitionsTests {
  private let resource = Resource(["r.a": .one(.text("x"))])

  private func truth(_ text: String, _ define: (inout Definitions) -> Void) throws -> Truth {
    var definitions = Definitions()
    define(&definitions)
    let vocabulary = try Vocabulary.checked(definitions).get()
    return try Condition.compile(text, vocabulary: vocabulary, catalog: resource).get()
      .evaluate(resource)
  }

  @Test(arguments: [
    ("r.a in (l)", ["x", "y"], Truth.yes), ("r.a in (z, l)", ["x"], .yes),
    ("r.a in (z,l,w)", [], .no), ("r.a in (l,x)", [], .yes), ("r.a in (l)", [], .no),
    ("r.a in l", ["x"], .yes), ("r.a=l", ["x"], .yes), ("r.a = \"l\"", ["x"], .no),
    ("r.a in (\"a b\", l)", ["c d", "x"], .yes), ("r.a in (ll)", ["x"], .no),
    ("r.a in (l, l)", ["x"], .yes),
  ])
  func `the name of a list is replaced as text`(
    _ text: String,
    _ items: [String],
    _ expected: Truth
  ) throws {
    #expect(try truth(text) { $0.defineList("l", items: items) } == expected)
  }

  @Test func `lists are seen in the order of their definition`() throws {
    let later = try truth("r.a in (b)") {
      $0.defineList("a", items: ["x"])
      $0.defineList("b", items: ["a"])
    }
    #expect(later == .yes)
    let replaced = try truth("r.a in (l)") {
      $0.defineList("l", items: ["y"])
      let isAppended = $0.appendToList("l", items: ["x"])
      let isInvented = $0.appendToList("none", items: ["x"])
      #expect(isAppended && !isInvented)
    }
    #expect(replaced == .yes)
  }

  @Test func `a macro stands for its tree and appended text re-associates`() throws {
    let tree = try truth("m and r.a = y") { $0.defineMacro("m", condition: "r.a = x or r.a = z") }
    #expect(tree == .no)
    let text = try truth("m") {
      $0.defineMacro("m", condition: "r.a = x or r.a = z")
      let isAppended = $0.appendToMacro("m", condition: "and r.a = y")
      #expect(isAppended)
    }
    #expect(text == .yes)
  }

  @Test func `a macro sees only what was defined before its last change`() {
    #expect(throws: ConditionError.self) {
      try truth("a") {
        $0.defineMacro("a", condition: "b")
        $0.defineMacro("b", condition: "r.a = x")
      }
    }
    #expect(throws: ConditionError.self) {
      try truth("a") {
        $0.defineMacro("a", condition: "r.a = x")
        $0.defineMacro("a", condition: "a or r.a = y")
      }
    }
  }

  @Test func `an unused macro that is wrong is an error`() {
    var definitions = Definitions()
    definitions.defineMacro("m", condition: "r.a =")
    guard case .failure(let error) = Vocabulary.checked(definitions) else {
      Issue.record("the macro was accepted")
      return
    }
    #expect(error.place == .macro("m"))
  }
}
