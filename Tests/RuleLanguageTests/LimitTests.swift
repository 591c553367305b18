import RuleLanguage
import Testing

@Suite struct LimitTests {
  private let resource = Resource(["r.a": .one(.text("x"))])

  @Test(arguments: ["(", "not(", "not (", "tolower(", "len(", "r.a = tolower(", "r.a=x and("])
  func `endless nesting is an error`(_ opening: String) {
    let text = String(repeating: opening, count: 100_000) + "r.a = x"
    #expect(resource.error(text) != nil)
    #expect(resource.error(String(repeating: opening, count: 100_000)) != nil)
  }

  @Test func `a thousand parentheses are accepted and one more is not`() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "(", count: count) + "r.a = x" + String(repeating: ")", count: count)
    }
    #expect(try resource.truth(nested(1000)) == .yes)
    #expect(resource.error(nested(1001))?.code == .tooDeep)
  }

  @Test func `two hundred nested operators are accepted and a thousand are not`() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "not(r.a = y or ", count: count) + "r.a = x"
        + String(repeating: ")", count: count)
    }
    #expect(try resource.truth(nested(200)) == .yes)
    #expect(resource.error(nested(1000))?.code == .tooDeep)
  }

  @Test func `a chain of not is no nesting`() throws {
    #expect(try resource.truth(String(repeating: "not ", count: 100_001) + "r.a = x") == .no)
  }

  @Test func `long chains are evaluated`() throws {
    let chain = Array(repeating: "r.a = y", count: 20_000).joined(separator: " or ")
    #expect(try resource.truth("\(chain) or r.a = x") == .yes)
    #expect(try resource.condition(chain).decidingChecks(resource).count == 20_000)
  }

  @Test func `macros that double each other are an error`() {
    var definitions = Definitions()
    definitions.defineMacro("m0", condition: "r.a = x")
    for index in 1...40 {
      definitions.defineMacro("m\(index)", condition: "m\(index - 1) or m\(index - 1)")
    }
    guard case .failure(let error) = Vocabulary.checked(definitions) else {
      Issue.record("the macros were accepted")
      return
    }
    #expect(error.code == .tooLarge)
  }

  @Test func `a long chain of macros is accepted or refused and never crashes`() {
    var definitions = Definitions()
    definitions.defineMacro("m0", condition: "r.a = x")
    for index in 1...2000 {
      definitions.defineMacro("m\(index)", condition: "not (m\(index - 1) and r.a = z)")
    }
    guard case .failure(let error) = Vocabulary.checked(definitions) else { return }
    #expect(error.code == .tooDeep || error.code == .tooLarge)
  }

  @Test func `lists that double each other are an error`() throws {
    var definitions = Definitions()
    for index in 0..<40 {
      definitions.defineList("l\(index)", items: ["l\(index + 1)", "l\(index + 1)"])
    }
    let vocabulary = try Vocabulary.checked(definitions).get()
    #expect(resource.error("r.a in (l0)", vocabulary)?.code == .tooLarge)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pattern that is hard on partly known text costs little`() throws {
    let hard = String(repeating: "*a?b[!c]", count: 15)
    let partial = Resource(["r.a": .one(.partial([.hole, .literal("ab"), .hole, .literal("z")]))])
    #expect(try partial.truth("r.a glob \(hard)") != .yes)
    #expect(try partial.truth("r.a glob \(hard)z*z") != .yes)
    #expect(try partial.truth("r.a glob \(String(repeating: "?", count: 5000))*") == .unknown)
  }
}
