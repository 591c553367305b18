import SourceText
import Testing

@Suite struct SourcePositionTests {
  @Test func `columns count scalars and UTF-16 units, a byte-order mark is not counted`() {
    let file = SourceFile(path: "a.yaml", text: "\u{FEFF}船: 😀x\r\nb\rc\n")
    let offset = 3 + "船: 😀".utf8.count
    let position = file.position(at: offset)
    #expect(position.line == 1)
    #expect(position.column == 5)
    #expect(position.utf16Column == 6)
    #expect(file.position(at: offset + 3).line == 2)
    #expect(file.position(at: offset + 5).line == 3)
    #expect(file.text(file.lineRange(0)) == "船: 😀x")
  }
}
