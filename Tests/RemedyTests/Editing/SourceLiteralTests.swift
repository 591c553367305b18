import Remedy
import Testing

struct SourceLiteralTests {
  @Test func `a member is an argument unless it says that it is a block`() {
    #expect(SourceLiteral.Member("volume", .object([])).isBlock == false)
  }
}
