import Reports
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
    (1_795_284_000, "2026-11-21T18:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    (-1, "1970-01-01T00:00:00Z"),
  ])
  func `a moment reads as RFC 3339 writes it`(seconds: Int, text: String) {
    #expect(Moment(secondsSince1970: seconds).text == text)
  }
}
