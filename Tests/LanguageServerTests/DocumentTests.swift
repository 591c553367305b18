import LanguageServer
import SourceText
import Testing

@Suite struct DocumentTests {
  @Test(arguments: [
    ("file:///a/b.yaml", "/a/b.yaml"),
    ("file://localhost/a", "/a"),
    ("FILE:///a%20b/%E6%A4%9C%E5%95%8F%E6%89%80.tf", "/a b/検問所.tf"),
    ("file:///100%", "/100%"),
    ("file:///a%3Ab?q#f", "/a:b"),
  ])
  func `a file URI names a path`(uri: String, path: String) {
    #expect(DocumentURI.path(of: uri) == path)
  }

  @Test(arguments: [
    "untitled:Untitled-1", "git:/a", "file://server/share", "file:///%FF", "file:///a%00", "",
  ])
  func `any other URI names none`(uri: String) {
    #expect(DocumentURI.path(of: uri) == nil)
  }

  @Test(arguments: ["/a b/検問所 🚢#1%.tf", "/plain/main.tf"])
  func `a path survives its URI`(path: String) {
    let uri = DocumentURI.uri(of: path)
    #expect(uri.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 && $0 != UInt8(ascii: "#") })
    #expect(DocumentURI.path(of: uri) == path)
  }

  @Test(arguments: PositionEncoding.allCases)
  func `every offset survives its position`(encoding: PositionEncoding) {
    let file = SourceFile(path: "a", text: "\u{FEFF}ab\r\n検🚢x\n\rend")
    var offset = file.contentStart
    for scalar in "ab\r\n検🚢x\n\rend".unicodeScalars {
      let isLineEnd = scalar == "\n" && file.bytes[offset - 1] == UInt8(ascii: "\r")
      if !isLineEnd {
        let position = encoding.position(of: offset, in: file)
        #expect(encoding.offset(of: position, in: file) == offset)
      }
      offset += UTF8.encode(scalar)?.count ?? 0
    }
  }

  @Test func `a place that does not exist is the nearest that does`() {
    let file = SourceFile(path: "a", text: "ab\n🚢c\n")
    let places: [(line: Int, character: Int, offset: Int)] = [
      (0, 9, 2), (1, 1, 3), (1, 2, 7), (9, 0, 9), (-1, 0, 0), (2, 5, 9),
    ]
    for (line, character, offset) in places {
      let position = TextPosition(line: line, character: character)
      #expect(PositionEncoding.utf16.offset(of: position, in: file) == offset)
    }
  }

  @Test func `a stream is cut into messages, wherever it is torn`() throws {
    let content = Array(#"{"a":"検問所"}"#.utf8)
    let framed = MessageFraming.framed(content)
    let typed = Array("Content-Type: x; charset=utf-8\r\n".utf8) + framed
    var reader = FrameReader()
    var found: [[UInt8]] = []
    for byte in framed + typed {
      reader.append([byte])
      while let next = try reader.next() { found.append(next) }
    }
    #expect(found == [content, content])
  }

  @Test(arguments: [
    ("Content-Length: 99999999999\r\n\r\n", FrameReader.Failure.tooLong),
    ("Content-Length: -1\r\n\r\n", .noLength),
    ("Content-Length:\r\n\r\n", .noLength),
    ("X: 1\r\n\r\n", .noLength),
  ])
  func `a header that makes no sense ends the stream`(text: String, failure: FrameReader.Failure) {
    var reader = FrameReader()
    reader.append(Array(text.utf8))
    #expect(throws: failure) { try reader.next() }
  }

  @Test func `a text is written so that any reader gets it back`() {
    let value: JSONValue = ["a\"\\\n\u{1}検🚢": [.null, true, -1, "x"], "empty": .object([])]
    let text = String(decoding: value.bytes, as: UTF8.self)
    #expect(text == #"{"a\"\\\n\u0001検🚢":[null,true,-1,"x"],"empty":{}}"#)
  }
}
