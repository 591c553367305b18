import LanguageServer
import Testing

struct MessageFramingTests {
  @Test func `a message says how many bytes it has`() {
    #expect(MessageFraming.framed(Array("{}".utf8)) == Array("Content-Length: 2\r\n\r\n{}".utf8))
  }
}
