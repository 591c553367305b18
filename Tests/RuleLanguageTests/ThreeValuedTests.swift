import RuleLanguage
import Testing

@Suite struct ThreeValuedTests {
  private let resource = Resource([
    "r.yes": .one(.bool(true)), "r.no": .one(.bool(false)), "r.open": .unknown,
    "r.opaque": .one(.unknown), "r.port": .one(.number(443)), "r.size": .one(.text("1024")),
    "r.name": .one(.text("web")), "r.empty": .many([]),
    "r.list": .many([.text("a"), .text("b")]), "r.vague": .many([.text("a"), .unknown]),
  ])

  @Test(arguments: [
    ("r.yes = true and r.open = 1", Truth.unknown), ("r.no = true and r.open = 1", .no),
    ("r.open = 1 and r.no = true", .no), ("r.yes = true or r.open = 1", .yes),
    ("r.open = 1 or r.yes = true", .yes), ("r.no = true or r.open = 1", .unknown),
    ("not r.open = 1", .unknown), ("r.open exists", .unknown), ("r.opaque exists", .yes),
    ("r.opaque = 1", .unknown), ("not r.opaque = 1", .unknown), ("r.opaque != 1", .unknown),
    ("not (r.open = 1 and r.no = true)", .yes),
  ])
  func `unknown decides nothing that the known operands decide`(
    _ text: String,
    _ truth: Truth
  ) throws {
    #expect(try resource.truth(text) == truth)
  }

  @Test(arguments: [
    "container.missing exists", "container.missing = a", "container.missing != a",
    "container.missing in (a)", "container.missing < 5", "container.missing startswith \"\"",
    "container.missing glob *", "r.name = val(container.missing)",
    "concat(r.name, container.missing) exists", "container.missing = oneof (a)",
  ])
  func `every check of an absent field is false and not turns it round`(_ text: String) throws {
    #expect(try resource.truth(text) == .no)
    #expect(try resource.truth("not \(text)") == .yes)
  }

  @Test(arguments: [
    ("r.yes = true", Truth.yes), ("r.port = 443", .yes), ("r.port = 443.0", .no),
    ("r.port != 80", .yes), ("r.port in (80, 443)", .yes), ("r.port > 80", .yes),
    ("r.size > 80", .yes), ("r.size <= 1024", .yes), ("r.size < 0x401", .yes),
    ("r.name > 5", .no), ("r.name <= 5", .no), ("r.size >= 1023.5", .yes),
    ("len(r.list) = 2", .yes), ("len(r.empty) = 0", .yes), ("len(r.name) = 3", .yes),
    ("r.size > val(r.port)", .yes), ("r.name > val(r.port)", .no), ("r.port = val(r.port)", .yes),
    ("r.list intersects val(r.list)", .yes), ("r.size contains val(r.name)", .no),
  ])
  func `dynamic values compare as text and order as numbers`(
    _ text: String,
    _ truth: Truth
  ) throws {
    #expect(try resource.truth(text) == truth)
  }

  @Test(arguments: [
    ("r.list in (a, b, c)", Truth.yes), ("r.list in (a)", .no), ("r.list intersects (a)", .yes),
    ("r.list intersects (c)", .no), ("r.list = a", .yes), ("r.list != a", .yes),
    ("r.list startswith b", .yes), ("not r.list = a", .no),
    ("r.empty exists", .yes), ("r.empty in (a)", .no), ("r.empty intersects (a)", .no),
    ("r.empty != a", .no),
    ("r.vague intersects (a)", .yes), ("r.vague intersects (c)", .unknown),
    ("r.vague in (a)", .unknown), ("r.vague in (c)", .no), ("r.vague = c", .unknown),
    ("join(\"-\", r.list) = a-b", .yes), ("r.list in ()", .no), ("r.list intersects ()", .no),
    ("toupper(r.list) in (A, B)", .yes),
  ])
  func `lists hold all for in and any for the rest`(_ text: String, _ truth: Truth) throws {
    #expect(try resource.truth(text) == truth)
  }

  @Test(arguments: [
    ("r.name = oneof (web, db)", Truth.yes), ("r.name startswith oneof (w, we)", .no),
    ("r.name startswith anyof (w, x)", .yes), ("r.name startswith allof (w, we)", .yes),
    ("r.name != allof (a, b)", .yes), ("r.name = anyof ()", .no), ("r.name != allof ()", .no),
    ("r.opaque startswith anyof (a)", .unknown),
  ])
  func `modifiers count the elements that are satisfied`(_ text: String, _ truth: Truth) throws {
    #expect(try resource.truth(text) == truth)
  }

  @Test func `text is compared by bytes and not by canonical equivalence`() throws {
    let composed = Resource(["r.name": .one(.text("caf\u{E9}"))])
    #expect(try composed.truth("r.name = caf\u{E9}") == .yes)
    #expect(try composed.truth("r.name = cafe\u{301}") == .no)
  }

  @Test func `constants that are not UTF-8 are compared byte by byte`() throws {
    let bytes = Resource(["r.name": .one(.bytes([0x61, 0xFF, 0xFE][...]))])
    for quote in ["", "'"] {
      let text = Array("r.name = \(quote)a".utf8) + [0xFF, 0xFE] + Array(quote.utf8)
      #expect(try Condition.compile(text, catalog: bytes).get().evaluate(bytes) == .yes)
    }
    let shorter = Array("r.name = a".utf8) + [0xFF]
    #expect(try Condition.compile(shorter, catalog: bytes).get().evaluate(bytes) == .no)
  }
}
