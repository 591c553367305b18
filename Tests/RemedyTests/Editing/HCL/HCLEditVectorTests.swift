import Remedy
import SourceText
import Syntax
import Testing

/// What the peer that Terraform is built on makes of its own test cases.
struct HCLEditVectorTests {
  private typealias Vectors = HCLEditVectors
  private static let reason: Comment = "skipped: no vectors"

  /// Nothing here renames an argument.
  private static let otherOperations: Set = ["renameAttribute"]

  @Test(
    .enabled(if: Vectors.isAvailable, reason),
    arguments: Vectors.rows("edit").filter { !otherOperations.contains($0.op ?? "") }
  )
  func `an edit of a body is that of the peer`(row: HCLEditVectors.Row) throws {
    let sample = HCLSample(row.source ?? "")
    let body = sample.tree.body.range
    let name = row.name ?? ""
    let edits =
      switch row.op {
      case "setAttributeValue":
        try sample.editor.set(name, to: .bool(try #require(row.val).value), in: body)
      case "setAttributeTraversal":
        try sample.editor.set(name, to: .expression(try #require(row.trav)), in: body)
      case "setAttributeRaw":
        try sample.editor.set(name, to: .expression(try text(of: row.tokens)), in: body)
      case "removeAttribute": try sample.editor.remove(name, from: body)
      default:
        try sample.editor.appendTopLevel(
          try #require(row.blockType),
          labels: row.labels ?? [],
          []
        )
      }
    #expect(try sample.applying(edits) == row.expected)
  }

  private func text(of tokens: [HCLEditVectors.Row.Token]?) throws -> String {
    try #require(tokens).map { String(repeating: " ", count: $0.spaces) + $0.bytes }.joined()
  }

  /// What the peer's formatter does to text that is there, which an editor leaves as it is.
  private static let formats: [String: String] = [
    "7": "not a file", "8": "not a file", "9": "not a file", "12": "not a file",
    "20": "not a file", "21": "not a file", "22": "not a file", "24": "not a file",
    "25": "not a file", "27": "not a file", "30": "blocks are written on several lines",
    "34": "comments are not written", "42": "comments are not written",
    "43": "comments are not written", "45": "comments are not written",
    "46": "comments are not written", "47": "comments are not written",
    "60": "not readable",
  ]

  @Test(
    .enabled(if: Vectors.isAvailable, reason),
    arguments: Vectors.rows("format").filter { row in
      formats[row.number] == nil
    }
  )
  func `new text is laid out as the peer formats it`(row: HCLEditVectors.Row) throws {
    let expected = try #require(row.expected)
    let body = HCLSample(expected).tree.body
    let empty = HCLSample("")
    let edits = try empty.editor.insert(members(of: body), into: empty.tree.body.range)
    let written = try empty.applying(edits)
    #expect(written.drop(while: \.isNewline) == expected.drop(while: \.isNewline).ended)
  }

  /// The arguments and blocks of a body as literals; what expressions look like is their author's.
  private func members(of body: HCLBody) -> [SourceLiteral.Member] {
    body.items.map { item in
      switch item {
      case .attribute(let attribute):
        SourceLiteral.Member(
          attribute.name,
          .expression(body.file.text(attribute.expression.range))
        )
      case .block(let block):
        SourceLiteral.Member(block.type, .object(members(of: block.body)), isBlock: true)
      }
    }
  }

  /// Blank lines at the end of a file go with the last argument.
  private static let blank = "\n\n\n"

  @Test(
    .enabled(if: Vectors.isAvailable, reason),
    arguments: Vectors.rows("roundtrip").filter { $0.source != blank }
  )
  func `what comes and goes leaves no trace`(row: HCLEditVectors.Row) throws {
    let source = try #require(row.source)
    let sample = HCLSample(source)
    let added = try sample.editor.set("inserted", to: .null, in: sample.tree.body.range)
    let edited = HCLSample(try sample.applying(added))
    let removed = try edited.editor.remove("inserted", from: edited.tree.body.range)
    #expect(try edited.applying(removed) == source)
  }
}

extension Substring {
  /// The text with a line ending at its end.
  fileprivate var ended: Substring { last?.isNewline == true ? self : self + "\n" }
}
