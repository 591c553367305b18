import Posture
import Reports
import SourceText
import Testing

@Suite struct AnyBytesTests {
  /// A small generator, so that every run sees the same bytes.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static let pieces: [[UInt8]] =
    [
      "a", " ", "\t", "\n", "\r\n", "\r", "船", "、", "e\u{301}", "👩‍👩‍👧‍👦", "🇯🇵", "\u{FEFF}", "\u{1B}[2J",
      "\u{202E}", "\u{0}", "-----BEGIN PRIVATE KEY-----", " AKIAIOSFODNN7EXAMPLE", "://u:p@h",
      "`|<b>*", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ].map { Array($0.utf8) } + [[0xFF], [0xE8, 0x88], [0x80]]

  @Test(arguments: 0..<60)
  func `any bytes and any place make a report that fits and keeps its secrets`(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let bytes = (0..<dice.roll(400)).flatMap { _ in Self.pieces[dice.roll(Self.pieces.count)] }
    let secret = Array("%S3CR3T%".utf8)
    let cut = dice.roll(bytes.count + 1)
    let file = SourceFile(path: "a", bytes: bytes[..<cut] + secret + bytes[cut...])
    let size = file.bytes.count
    let findings = (0..<20).map { _ in
      let start = dice.roll(size + 1)
      let end = start + dice.roll(size - start + 1)
      return Sample.finding(
        "x",
        .low,
        .fail,
        nil,
        SourceText.SourceLocation(file, SourceRange(start, end))
      )
    }
    let hidden = [file: [SourceRange(cut, cut + secret.count)]]
    let result = ScanResult(findings: findings, fileCount: 1, redactions: hidden)
    let width = 40 + dice.roll(60)
    for format in ReportFormat.allCases {
      let report = format.render(Sample.input(result) { $0.width = width })
      #expect(!report.contains("S3CR3T"))
      #expect(!report.contains("AKIAIOSFODNN7EXAMPLE"))
      guard format == .terminal else { continue }
      #expect(!report.unicodeScalars.contains("\u{1B}"))
      for line in report.split(separator: "\n") {
        #expect(TextWidth.of(String(line)) <= width, "\(Array(line.unicodeScalars))")
      }
    }
  }
}
