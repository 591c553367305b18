import SourceText
import Syntax
import Testing

@Suite struct NodeTests {
  @Test(arguments: [
    ("{a: 1, b: [x, null]}", "b:\n- 'x'\n- ~\na: 1\n", true),
    ("80", "0x50", true), ("80", "'80'", false), ("yes", "true", true), ("[a]", "[a, b]", false),
    ("!Ref a", "a", false), ("!Ref a", "!Ref 'a'", true), ("{a: 1}", "{a: 1, b: 2}", false),
    ("{a: 1}", "{b: 1}", false), ("{[a]: 1}", "{[a]: 1}", true), ("{[a]: 1}", "{[b]: 1}", false),
    ("9007199254740993", "9007199254740992", false), (".nan", ".NaN", true),
    ("[&x {a: 1}, *x]", "[{a: 1}, {a: 1}]", true), ("1.0", "1", true),
    ("{\u{E9}: 1, e\u{301}: 2}", "{e\u{301}: 2, \u{E9}: 1}", true), ("\u{E9}", "e\u{301}", false),
  ])
  func `values are equal however they are written`(one: String, two: String, isEqual: Bool) throws {
    let left = try #require(Sample.yaml(one).root)
    let right = try #require(Sample.yaml(two).root)
    #expect(left.isEquivalent(to: right) == isEqual)
    #expect(right.isEquivalent(to: left) == isEqual)
  }

  @Test func `JSON and YAML are equal where they say the same`() throws {
    let json = try #require(Sample.json(#"{"a": [1, true, null, "x"]}"#).root)
    let yaml = try #require(Sample.yaml("a:\n- 1\n- true\n-\n- x\n").root)
    #expect(json.isEquivalent(to: yaml))
  }

  @Test func `a node is its place in its tree`() throws {
    let tree = Sample.json("[1, 1]")
    let elements = try #require(tree.root).elements
    #expect(elements[0] != elements[1])
    #expect(elements[0] == tree.root?.elements[0])
    #expect(Set(elements).count == 2)
  }

  @Test func `scalars have no children and collections no text`() throws {
    let root = try #require(Sample.json(#"{"a": 1}"#).root)
    #expect(root.string == nil)
    #expect(root.elements.isEmpty)
    #expect(root["a"]?.entries.isEmpty ?? false)
    #expect(root["a"]?.count == 0)
    #expect(root["a"]?["b"] == nil)
    #expect(root["a"]?.bool == nil)
  }
}
