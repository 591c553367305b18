import SourceText
import Syntax
import Testing

@Suite struct YAMLAliasTests {
  @Test func `an alias shows its anchor and remembers where it stands`() throws {
    let root = try #require(Sample.yaml("a: &x\n  b: [1]\nc: *x\nd: *x\n").root)
    let (anchored, alias) = (try #require(root["a"]), try #require(root["c"]))
    #expect(anchored.anchor == "x")
    #expect(anchored.aliasRange == nil)
    #expect(alias.range == anchored.range)
    #expect(alias.isEquivalent(to: anchored))
    #expect(alias != anchored)
    #expect(alias.aliasRange.map(root.file.text) == "*x")
    #expect(alias["b"]?.elements.first?.aliasRange == alias.aliasRange)
    #expect(root.entry("c").map { root.file.text($0.range) } == "c: *x")
  }

  @Test func `an anchor may be defined anew`() {
    let root = Sample.yaml("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").root
    #expect(root?["b"]?.number == 1)
    #expect(root?["d"]?.number == 2)
  }

  @Test func `an anchor of another document is unknown`() {
    #expect(Sample.yaml("a: &x 1\n---\nb: *x\n").codes == ["yaml.undefined-alias"])
  }

  @Test func `merge keys bring in what the mapping does not have`() throws {
    let tree = Sample.yaml(
      """
      base: &base {a: 1, b: 2}
      more: &more {b: 3, c: 4}
      one: {<<: *base, b: 5}
      two: {d: 6, <<: [*more, *base]}
      nested: &nested {<<: *base, e: 7}
      deep: {<<: *nested, <<: *more}
      """
    )
    #expect(tree.diagnostics.isEmpty)
    let root = try #require(tree.root)
    #expect(values(of: root["one"]) == ["a": 1, "b": 5])
    #expect(values(of: root["two"]) == ["a": 1, "b": 3, "c": 4, "d": 6])
    #expect(values(of: root["deep"]) == ["a": 1, "b": 2, "c": 4, "e": 7])
    #expect(root["two"]?["a"]?.number == 1)
    #expect(root["two"]?["b"]?.number == 3)
    #expect(root["two"]?["<<"] == nil)
    #expect(root["two"]?.count == 4)
    #expect(root["one"]?["a"]?.aliasRange.map(root.file.text) == "*base")
    #expect(root["one"]?["b"]?.aliasRange == nil)
  }

  @Test(arguments: ["a: {<<: 1, b: 2}", "a: {<<: [{c: 1}, 2], b: 2}", "a: {<<: , b: 2}"])
  func `what cannot be merged is an ordinary key`(text: String) {
    let tree = Sample.yaml(text)
    #expect(tree.findings == ["yaml.merge-key `<<`"])
    #expect(tree.root?["a"]?.count == 2)
    #expect(tree.root?["a"]?["<<"] != nil)
  }

  @Test func `a quoted merge key is an ordinary key`() {
    let tree = Sample.yaml("a: {'<<': {b: 1}}")
    #expect(tree.diagnostics.isEmpty)
    #expect(tree.root?["a"]?["b"] == nil)
    #expect(tree.root?["a"]?["<<"]?["b"]?.number == 1)
  }

  @Test func `aliases that multiply are refused`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let tree = Sample.yaml(text)
    #expect(tree.codes == ["yaml.alias-expansion"])
    #expect(size(of: try #require(tree.root)) < 2_000_000)
  }

  @Test func `aliases do not nest deeper than values`() throws {
    let (open, close) = (String(repeating: "[", count: 100), String(repeating: "]", count: 100))
    var text = "a0: &a0 x\n"
    for level in 1..<20 {
      text += "a\(level): &a\(level) \(open)*a\(level - 1)\(close)\n"
    }
    let tree = Sample.yaml(text)
    #expect(Set(tree.codes) == ["yaml.nesting"])
    #expect(depth(of: try #require(tree.root)) <= 501)
  }

  private func values(of node: Node?) -> [String: Double] {
    Dictionary(
      (node?.entries ?? []).map { ($0.key.string ?? "", $0.value.number ?? .nan) },
      uniquingKeysWith: { _, _ in .nan }
    )
  }

  private func size(of node: Node) -> Int {
    1 + node.elements.reduce(0) { $0 + size(of: $1) }
      + node.entries.reduce(0) { $0 + size(of: $1.value) }
  }

  private func depth(of node: Node) -> Int {
    1
      + max(
        node.elements.map { depth(of: $0) }.max() ?? 0,
        node.entries.map { depth(of: $0.value) }.max() ?? 0
      )
  }
}
