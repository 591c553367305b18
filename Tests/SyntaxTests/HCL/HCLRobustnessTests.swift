import SourceText
import Syntax
import Testing

/// Whatever the bytes are, the parser ends with a sound tree that prints back.
@Suite struct HCLRobustnessTests {
  private static let isAvailable = !HCLVectors.rows.isEmpty
  private static let reason: Comment = "skipped: no vectors"
  /// Every source that has not been seen; of the long ones a few.
  private static let sources: [SourceFile] = {
    var seen: Set<[UInt8]> = []
    return HCLVectors.rows.map(\.source).filter { seen.insert($0.bytes).inserted }
  }()

  @Test(.enabled(if: isAvailable, reason))
  func `a truncated text is read up to its end`() {
    for source in Self.sources {
      let count = source.bytes.count
      for end in stride(from: 0, to: count, by: max(1, count / 24)) {
        expectSound(Array(source.bytes[..<end]))
      }
    }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `a damaged text is read as far as it makes sense`() {
    let marks = Array("\"'{}[]():,.=-#$%~<!?*/\\|&\n\r\t E".utf8) + [0xFF, 0xC3, 0x80]
    for source in Self.sources where !source.bytes.isEmpty {
      var random = SplitMix(state: UInt64(source.bytes.count))
      for _ in 0..<6 {
        var bytes = source.bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
          case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
          default: if bytes.count > 1 { bytes.remove(at: place) }
          }
        }
        expectSound(bytes)
      }
    }
  }

  @Test(arguments: [
    "[", "(", "{a=", "{for a in ", "[for a in ", "\"${", "\"%{if ", "\"%{if a}", "f(", "a[", "-",
    "!",
    "a ? ", "a ? b : ", "<<E\n${", "a.*.", "{(", "[{a=", "f([{a=\"${",
  ])
  func `nesting is bounded`(opener: String) {
    let text = "a = " + String(repeating: opener, count: 20_000) + "\nb = 1\n"
    let tree = Sample.hcl(text)
    #expect(tree.hasErrors)
    #expect(HCLSoundness.flaws(of: tree) == [])
    _ = HCLSoundness.flaws(of: HCLParser.parseTemplate(tree.file))
  }

  @Test func `nested blocks are bounded`() {
    let tree = Sample.hcl(String(repeating: "a {\n", count: 20_000))
    #expect(tree.diagnostics.map(\.code).contains("hcl.nesting"))
    #expect(HCLSoundness.flaws(of: tree) == [])
    let closed = String(repeating: " a {\n", count: 1000) + String(repeating: "}\n", count: 1000)
    let balanced = Sample.hcl(closed + "b = 1\n")
    #expect(balanced.diagnostics.map(\.code) == ["hcl.nesting"])
    #expect(balanced.body.attribute("b") != nil)
  }

  @Test(arguments: [" + 1", ".b", "[0]", "[*]", " ? 1 : 2", " && a", " .0"])
  func `chains are bounded`(link: String) {
    let tree = Sample.hcl("a = a\(String(repeating: link, count: 20_000))\nb = 1\n")
    #expect(tree.diagnostics.map(\.code) == ["hcl.nesting"])
    #expect(tree.body.attribute("b") != nil)
    #expect(HCLSoundness.flaws(of: tree) == [])
  }

  @Test func `what people write is well within the bounds`() {
    let nested = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    let chained = (0..<200).map { "a\($0)" }.joined(separator: " && ")
    #expect(Sample.hcl("a = \(nested)\nb = \(chained)\n").diagnostics.isEmpty)
  }

  private func expectSound(_ bytes: [UInt8]) {
    let file = SourceFile(path: "a.tf", bytes: bytes)
    let flaws =
      HCLSoundness.flaws(of: HCLParser.parse(file))
      + HCLSoundness.flaws(of: HCLParser.parseTemplate(file))
    #expect(flaws == [], "\(file.text(SourceRange(0, bytes.count)).suffix(200))")
  }
}
