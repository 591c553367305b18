import SourceText
import Testing

@Suite struct EditTests {
  private let file = SourceFile(path: "a.txt", text: "one two three")

  @Test func `edits are made at once, in whatever order they come`() throws {
    let edits = [
      Edit(SourceRange(8, 13), text: "3"), Edit(insert: ">", at: 0), Edit(SourceRange(3, 4), []),
      Edit(insert: "<", at: 13),
    ]
    let result = try file.applying(edits)
    #expect(result.text(SourceRange(0, result.bytes.count)) == ">onetwo 3<")
    #expect(result.path == "a.txt")
  }

  @Test func `insertions at one place stay in order and stand before a replacement`() throws {
    let edits = [
      Edit(SourceRange(4, 7), text: "2"), Edit(insert: "a", at: 4), Edit(insert: "b", at: 4),
    ]
    let result = try file.applying(edits)
    #expect(result.text(SourceRange(0, result.bytes.count)) == "one ab2 three")
  }

  @Test func `of insertions at one place the deepest comes first`() throws {
    let edits = [
      Edit(insert: "a", at: 4), Edit(insert: "b", at: 4, depth: 2),
      Edit(insert: "c", at: 4, depth: 1),
    ]
    #expect(Edit.inOrder(edits).map(\.depth) == [2, 1, 0])
    let result = try file.applying(edits)
    #expect(result.text(SourceRange(4, 10)) == "bcatwo")
  }

  @Test func `edits that overlap are refused`() {
    let (first, second) = (Edit(SourceRange(0, 5), text: "x"), Edit(SourceRange(4, 6), text: "y"))
    #expect(throws: EditError.overlap(first, second)) { try file.applying([second, first]) }
  }

  @Test func `an edit behind the end is refused`() {
    let edit = Edit(SourceRange(10, 14), text: "x")
    #expect(throws: EditError.outOfBounds(edit)) { try file.applying([edit]) }
  }

  @Test(arguments: [
    ("a\nb\r\n", Newline.lineFeed), ("a\r\nb\n", .carriageReturnLineFeed),
    ("a\rb", .carriageReturn), ("a", .lineFeed), ("", .lineFeed),
  ])
  func `the first line shows how lines end`(text: String, newline: Newline) {
    #expect(SourceFile(path: "a", text: text).newline == newline)
  }

  @Test func `bytes that are not UTF-8 are found`() {
    let broken = SourceFile(path: "a", bytes: [0x61, 0xE8, 0x88, 0x62])
    #expect(broken.firstInvalidUTF8 == SourceRange(1, 3))
    #expect(file.firstInvalidUTF8 == nil)
  }
}
