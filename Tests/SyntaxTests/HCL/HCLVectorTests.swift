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
    let line = tree.diagnostics.first?.location?.position.line
    #expect(row.line == nil || line == row.line)
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test(.enabled(if: isAvailable, reason), arguments: HCLVectors.rows("parse"))
  func `a file has the tree of its vector`(row: HCLVectors.Row) {
    guard let shape = row.shape else { return }
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

  @Test(.enabled(if: isAvailable, reason), arguments: HCLVectors.rows)
  func `the tokens are the file byte for byte`(row: HCLVectors.Row) {
    for tree in [
      HCLParser.parse(row.source), HCLParser.parseExpression(row.source),
      HCLParser.parseTemplate(row.source),
    ] {
      #expect(HCLSoundness.flaws(of: tree) == [])
    }
  }

  @Test(
    .enabled(if: isAvailable, reason),
    arguments: HCLVectors.rows("format", "roundtrip", "edit")
  )
  func `a text that others format is read without errors`(row: HCLVectors.Row) {
    _ = row
  }
}

extension HCLTree {
  /// The codes of all diagnostics with the lines that they point at.
  var findings: [String] {
    diagnostics.map { "\($0.code) \($0.location?.position.line ?? 0)" }
  }
}
