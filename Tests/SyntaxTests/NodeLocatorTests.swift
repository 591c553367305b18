import SourceText
import Syntax
import Testing

@Suite struct NodeLocatorTests {
  @Test func `every node is found where it stands, below its collection`() throws {
    let tree = Sample.yaml("a: [1, {b: 2}]\nc:\n- d: x\n")
    let locator = NodeLocator(tree)
    let root = try #require(tree.root)
    let list = try #require(root["a"])
    let inner = try #require(list.elements[1]["b"])
    #expect(locator.node(at: inner.range) == inner)
    #expect(locator.parent(of: inner) == list.elements[1])
    #expect(locator.parent(of: list.elements[1]) == list)
    #expect(locator.parent(of: root) == nil)
    #expect(locator.depth(of: inner) == 3)
    #expect(locator.nodes.allSatisfy { locator.node(at: $0.range, $0.kind) == $0 })
  }

  @Test func `what no node covers and what an alias covers is not found`() throws {
    let tree = Sample.yaml("a: &x [1]\nb: *x\n")
    let locator = NodeLocator(tree)
    #expect(locator.node(at: SourceRange(0, 2)) == nil)
    #expect(try locator.node(at: #require(tree.root?["b"]?.aliasRange)) == nil)
    #expect(try locator.node(at: #require(tree.root?["b"]?.range)) == tree.root?["a"])
  }

  @Test func `equal keys and merge keys are all written`() throws {
    let root = try #require(Sample.yaml("a: &x {c: 1}\nb:\n  <<: *x\n  d: 1\n  d: 2\n").root)
    let mapping = try #require(root["b"])
    #expect(mapping.writtenEntries.map(\.key.string) == ["<<", "d", "d"])
    #expect(
      mapping.writtenEntries[0].value.writtenRange == mapping.writtenEntries[0].value.aliasRange
    )
    #expect(mapping.entries.map(\.key.string) == ["c", "d"])
  }
}
