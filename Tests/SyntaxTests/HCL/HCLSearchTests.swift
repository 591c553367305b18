import SourceText
import Syntax
import Testing

struct HCLSearchTests {
  @Test func `blocks and expressions are found by their bytes`() throws {
    let tree = Sample.hcl("a \"b\" {\n  c { d = [1, x.y] }\n}\n")
    let index = HCLRangeIndex(tree)
    let outer = tree.body.blocks[0]
    let inner = outer.body.blocks[0]
    for range in [inner.range, inner.body.range, inner.headerLocation.range] {
      let found = try #require(index.block(at: range))
      #expect(found.block.type == "c")
      #expect(found.parent.range == outer.body.range)
    }
    let list = inner.body.attributes[0].expression
    #expect(index.expression(at: list.range) == list)
    #expect(index.block(at: list.range)?.block.type == nil)
    #expect(index.expression(at: inner.range) == nil)
  }

  @Test func `the heredoc around a place is found, the innermost first`() {
    let text = "a = <<A\nx ${f(<<B\ny\nB\n)} z\nA\nb = 1\n"
    let tree = Sample.hcl(text)
    let found = { (offset: Int) in
      tree.heredoc(containing: offset).map { tree.file.text($0) }
    }
    #expect(found(8) == "x ${f(<<B\ny\nB\n)} z\n")
    #expect(found(18) == "y\n")
    #expect(found(text.utf8.count - 10) == "x ${f(<<B\ny\nB\n)} z\n")
    #expect(found(0) == nil)
    #expect(found(text.utf8.count - 2) == nil)
  }
}
