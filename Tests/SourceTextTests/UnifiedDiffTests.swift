import SourceText
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, context: Int = 3) -> String {
    UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8), path: "a.txt", context: context).text
  }

  @Test func `equal texts have an empty diff`() {
    #expect(UnifiedDiff(from: [1, 2], to: [1, 2], path: "x").isEmpty)
  }

  @Test func `a changed line stands among its neighbours`() {
    let old = (1...9).map { "\($0)\n" }.joined()
    let expected = """
      --- a/a.txt
      +++ b/a.txt
      @@ -2,7 +2,7 @@
       2
       3
       4
      -5
      +five
       6
       7
       8

      """
    #expect(diff(old, old.replacing("5", with: "five")) == expected)
  }

  @Test func `changes far apart are two hunks`() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("\n2\n", with: "\n").replacing("\n19\n", with: "\n19\nx\n")
    let hunks = diff(old, new, context: 1).split(separator: "\n").filter { $0.hasPrefix("@@") }
    #expect(hunks == ["@@ -1,3 +1,2 @@", "@@ -19,2 +18,3 @@"])
  }

  @Test(arguments: [
    ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
    ("a\n", "a", "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"),
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
    ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
  ])
  func `ends of files and carriage returns are kept`(old: String, new: String, hunks: String) {
    #expect(diff(old, new) == "--- a/a.txt\n+++ b/a.txt\n" + hunks)
  }

  @Test(arguments: [
    ("./x/y", "a/x/y"), ("/x", "a/x"), ("a b", "a/a b\t"), ("a\"\n", "\"a/a\\042\\012\""),
  ])
  func `paths are relative and quoted`(path: String, name: String) {
    let text = UnifiedDiff(from: [], to: [0x61], path: path).text
    #expect(text.hasPrefix("--- \(name)\n"))
  }

  @Test(arguments: 0..<200)
  func `applying a diff gives the new text`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let old = randomText(&random)
    var lines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let place = Int.random(in: 0...lines.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: lines.insert("new", at: place)
      case 1 where place < lines.count: lines.remove(at: place)
      default: lines.insert("a", at: place)
      }
    }
    let new = lines.joined(separator: "\n")
    for context in [0, 1, 3] {
      #expect(Patch.apply(diff(old, new, context: context), to: old) == new)
    }
  }

  @Test func `of many changes in a long text each is a hunk of its own`() {
    let old = (0..<2_000).map { "resource \($0)\n{\n  a\n  b\n  c\n  d\n}\n" }
    let new = old.map { $0.replacing("  b\n", with: "  b, mended\n") }
    let lines = diff(old.joined(), new.joined(), context: 1).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("@@") } == 2_000)
    #expect(lines.count { $0 == "-  b" } == 2_000)
    #expect(lines.count { $0 == "+  b, mended" } == 2_000)
  }

  @Test func `texts without a common line are compared in bounded time`() {
    let old = (0..<30_000).map { "a\($0)\n" }.joined()
    let new = (0..<30_000).map { "b\($0)\n" }.joined()
    #expect(Patch.apply(diff(old, new), to: old) == new)
  }

  private func randomText(_ random: inout SplitMix) -> String {
    let count = Int.random(in: 0...40, using: &random)
    let lines = (0..<count).map { _ in ["a", "b", "c", "", "d\r"].randomElement(using: &random) }
    let end = Bool.random(using: &random) ? "\n" : ""
    return lines.compactMap { $0 }.joined(separator: "\n") + end
  }
}

/// A small random number generator whose numbers a seed determines.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Applies unified diffs as `patch` does, without any fuzz.
enum Patch {
  static func apply(_ diff: String, to text: String) -> String? {
    let source = lines(text)
    var result: [String] = []
    var position = 0
    var lastMark: UInt8?
    for line in lines(diff).dropFirst(2) {
      let mark = line.utf8.first
      let content = String(decoding: line.utf8.dropFirst(), as: UTF8.self)
      switch mark {
      case UInt8(ascii: "@"):
        let fields = line.split(separator: " ")[1].dropFirst().split(separator: ",")
        guard let number = Int(fields[0]) else { return nil }
        let start = fields.count > 1 && fields[1] == "0" ? number : number - 1
        result += source[position..<start]
        position = start
      case UInt8(ascii: "\\"):
        if lastMark != UInt8(ascii: "-") { result[result.count - 1].unicodeScalars.removeLast() }
      case UInt8(ascii: "+"):
        result.append(content)
      default:
        guard position < source.count,
          content.utf8.starts(with: source[position].utf8)
        else { return nil }
        if mark == UInt8(ascii: " ") { result.append(content) }
        position += 1
      }
      lastMark = mark
    }
    return (result + source[position...]).joined()
  }

  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar)
      if scalar == "\n" {
        lines.append(String(line))
        line = .init()
      }
    }
    return line.isEmpty ? lines : lines + [String(line)]
  }
}
