import SourceText
import Syntax
import Testing

@Suite struct HCLVectorTests {
  private static let isAvailable = !HCLVectors.rows.isEmpty
  private static let reason: Comment = "skipped: no vectors"

  @Test(.enabled(if: isAvailable, reason), arguments: HCLVectors.rows("parse", "specsuite"))
  func `a file is readable or not as its vector says`(row: HCLVectors.Row) {
    let tree = HCLParser.parse(row.source)
    #expect(tree.hasErrors != row.isReadable, "\(tree.findings)")
    // What does not end is reported where it begins, where the peer names the end of the file.
    guard let first = tree.diagnostics.first, let line = row.line, !isOpen(first) else { return }
    #expect(first.location?.position.line == line)
  }

  private func isOpen(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code.hasPrefix("hcl.unclosed") || diagnostic.code.hasPrefix("hcl.missing")
  }

  /// The peer stops reading a body at the first error of this row, and so ends it there.
  private static let shortened = "hclsyntax/parser_test.go:TestParseConfig:38"

  @Test(.enabled(if: isAvailable, reason), arguments: HCLVectors.rows("parse"))
  func `a file has the tree of its vector`(row: HCLVectors.Row) {
    guard let shape = row.shape, row.id != Self.shortened else { return }
    #expect(HCLShape.of(HCLParser.parse(row.source).body) == shape)
  }

  @Test(
    .enabled(if: isAvailable, reason),
    arguments: HCLVectors.rows("tokens-normal", "tokens-template")
  )
  func `a text has the tokens of its vector`(row: HCLVectors.Row) {
    let tree =
      row.kind == "tokens-normal"
      ? HCLParser.parse(row.source) : HCLParser.parseTemplate(row.source)
    #expect(HCLShape.of(tree.tokens, in: row.source) == row.shape)
  }

  @Test(.enabled(if: isAvailable, reason), arguments: HCLVectors.rows("traversal"))
  func `a reference has the steps of its vector`(row: HCLVectors.Row) {
    let tree = HCLParser.parseExpression(row.source)
    let steps = tree.hasErrors ? nil : tree.expression.flatMap(HCLShape.steps)
    #expect(steps == (row.isReadable ? row.shape : nil))
  }

  @Test(.enabled(if: isAvailable, reason), arguments: HCLVectors.rows("roundtrip", "format"))
  func `an unformatted text is read`(row: HCLVectors.Row) {
    let tree = HCLParser.parse(row.source)
    #expect(!tree.hasErrors || row.kind == "format", "\(tree.findings)")
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test(.enabled(if: isAvailable, reason), arguments: HCLVectors.rows)
  func `the tokens are the file byte for byte`(row: HCLVectors.Row) {
    for tree in [
      HCLParser.parse(row.source), HCLParser.parseExpression(row.source),
      HCLParser.parseTemplate(row.source),
    ] {
      #expect(HCLSoundness.flaws(of: tree) == [])
    }
  }
}

extension HCLTree {
  /// The codes of all diagnostics with the lines that they point at.
  var findings: [String] {
    diagnostics.map { "\($0.code) \($0.location?.position.line ?? 0)" }
  }
}
