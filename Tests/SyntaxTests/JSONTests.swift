import Foundation
import SourceText
import Syntax
import Testing

@Suite struct JSONTests {
  @Test func `values know their bytes`() throws {
    let tree = Sample.json(#"{"a": [1, "b\u8239", true, null], "c": {}}"#)
    let root = try #require(tree.root)
    #expect(tree.diagnostics.isEmpty)
    #expect(root.range == SourceRange(0, 42))
    #expect(
      root.entries.map(\.range).map(tree.file.text) == [
        #""a": [1, "b\u8239", true, null]"#, #""c": {}"#,
      ]
    )
    let list = try #require(root["a"])
    #expect(list.elements.map(\.source) == ["1", #""b\u8239""#, "true", "null"])
    #expect(list.elements.map(\.string) == ["1", "b船", "true", "null"])
    #expect(list.elements.map(\.kind) == [.number, .string, .bool, .null])
    #expect(list.elements[0].number == 1)
    #expect(list.elements[2].bool == true)
    #expect(root["c"]?.count == 0)
    #expect(root["c"]?.style == .flow)
    #expect(root.count == 2)
    #expect(root["b"] == nil)
  }

  @Test(arguments: [
    ("", "json.empty ``"),
    ("  ", "json.empty ``"),
    ("[1, 2", "json.unterminated ``"),
    ("[1 2]", "json.separator `2`"),
    ("{\"a\" 1}", "json.colon `1`"),
    ("{a: 1}", "json.key `a`"),
    ("[1] x", "json.trailing-data `x`"),
    ("[\"a\nb\"]", "json.unterminated-string `\"`"),
    ("[\"abc", "json.unterminated-string `\"`"),
    ("[\"a\u{1}b\"]", "json.control-character `\u{1}`"),
    (#"["\x"]"#, #"json.escape `\x`"#),
    (#"["\u12g4"]"#, #"json.escape `\u`"#),
    ("[01]", "json.number `01`"),
    ("[1.]", "json.number `1.]`"),
    ("[-]", "json.number `-]`"),
    ("[1e]", "json.number `1e]`"),
    ("[.5]", "json.value `.`"),
    ("[+1]", "json.value `+`"),
    ("[NaN]", "json.value `N`"),
    ("[nul]", "json.value `n`"),
    ("[nullx]", "json.value `nullx`"),
    ("[,]", "json.value `,`"),
    ("[1,,2]", "json.value `,`"),
    ("[1}", "json.separator `}`"),
    ("{\"a\":}", "json.value `}`"),
    ("'a'", "json.value `'`"),
    ("[1] /* x", "json.unterminated-comment `/*`"),
    ("[1\u{0}]", "json.separator `\u{0}`"),
  ])
  func `what is no JSON is an error at its place`(text: String, finding: String) {
    let tree = Sample.json(text)
    #expect(tree.findings == [finding])
    #expect(tree.hasErrors)
  }

  @Test func `an error leaves what stands before it`() throws {
    let root = try #require(Sample.json(#"{"a": 1, "b": [2, {"c": 3, "d" }]}"#).root)
    #expect(root["a"]?.number == 1)
    #expect(root["b"]?.elements.count == 2)
    #expect(root["b"]?.elements[1].entries.map(\.key.string) == ["c"])
  }

  @Test func `comments and trailing commas are tolerated, each said once`() {
    let text = "// head\n{\"a\": [1, 2,], /* mid */ \"b\": {\"c\": 3,},}\n// tail"
    let tolerant = Sample.json(text)
    #expect(tolerant.findings == ["json.comment `// head`", "json.trailing-comma `,`"])
    #expect(!tolerant.hasErrors)
    #expect(tolerant.root?["b"]?["c"]?.number == 3)
    let strict = Sample.json(text, .strict)
    #expect(strict.codes == tolerant.codes)
    #expect(strict.hasErrors)
  }

  @Test func `of equal keys the last counts, and the doubt is said`() throws {
    let tree = Sample.json(#"{"a": 1, "b": 2, "\u0061": 3, "a": 4}"#)
    #expect(tree.findings == [#"json.duplicate-key `"\u0061"`"#, #"json.duplicate-key `"a"`"#])
    let root = try #require(tree.root)
    #expect(root.entries.map(\.key.string) == ["b", "a"])
    #expect(root["a"]?.number == 4)
    #expect(root.count == 2)
  }

  @Test(arguments: [40, 5000])
  func `equal keys are found in large objects`(count: Int) {
    let keys = (0..<count).map { "\"k\($0)\": \($0)" } + ["\"k7\": 0", "\"k3\": 0"]
    let tree = Sample.json("{\(keys.joined(separator: ", "))}")
    #expect(tree.findings == ["json.duplicate-key `\"k7\"`", "json.duplicate-key `\"k3\"`"])
    #expect(tree.root?.count == count)
  }

  @Test(arguments: [
    (#""\ud83d\ude00""#, "😀", []), (#""\ud83d""#, "\u{FFFD}", ["json.lone-surrogate"]),
    (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}", ["json.lone-surrogate"]),
    (#""\ud83dx\n""#, "\u{FFFD}x\n", ["json.lone-surrogate"]),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t", []),
    ("\"\u{7F}é船\"", "\u{7F}é船", []),
  ])
  func `escapes are decoded`(text: String, value: String, codes: [String]) {
    let tree = Sample.json(text)
    #expect(tree.root?.string == value)
    #expect(tree.codes == codes)
  }

  @Test func `bytes that are not UTF-8 are an error, the rest is read`() {
    let file = SourceFile(path: "a", bytes: Array("[\"a".utf8) + [0xC3] + Array("\", 2]".utf8))
    let tree = JSONParser.parse(file)
    #expect(tree.codes == ["json.encoding"])
    #expect(tree.diagnostics.first?.location?.range == SourceRange(3, 4))
    #expect(tree.root?.elements.last?.number == 2)
    let utf16 = JSONParser.parse(SourceFile(path: "a", bytes: [0xFF, 0xFE, 0x5B, 0]))
    #expect(utf16.codes == ["json.utf-16"])
  }

  @Test func `a byte-order mark is skipped`() {
    let tree = Sample.json("\u{FEFF}[1]")
    #expect(tree.diagnostics.isEmpty)
    #expect(tree.root?.range == SourceRange(3, 6))
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `nesting has a limit`(opening: String) {
    let tree = Sample.json(String(repeating: opening, count: 100_000))
    #expect(tree.codes == ["json.nesting"])
    #expect(tree.root != nil)
    let depth = 500 / (opening.count == 6 ? 2 : 1)
    let closing = opening.reversed().compactMap { ["[": "]", "{": "}"][$0] }.joined()
    let open = String(repeating: opening, count: depth)
    let fits = open + "1" + String(repeating: closing, count: depth)
    #expect(Sample.json(fits).codes == [])
  }

  @Test func `numbers keep their text`() {
    let tree = Sample.json("[012345678901234567890]".replacing("[0", with: "[9"))
    #expect(tree.root?.elements.first?.string == "912345678901234567890")
    #expect(Sample.json("-1.5E+3").root?.number == -1500)
    #expect(Sample.json("-0").root?.string == "-0")
  }

  @Test(arguments: 0..<200)
  func `what Foundation writes is read as Foundation reads it`(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let value = randomValue(&random, depth: 5)
    let options: JSONSerialization.WritingOptions =
      seed.isMultiple(of: 2) ? [.prettyPrinted, .fragmentsAllowed] : [.fragmentsAllowed]
    let data = try JSONSerialization.data(withJSONObject: value, options: options)
    let read = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    let tree = JSONParser.parse(SourceFile(path: "a", bytes: Array(data)), dialect: .strict)
    #expect(tree.diagnostics.isEmpty)
    let differences = Value(try #require(tree.root)).differences(from: Value(read))
    #expect(differences == [])
  }

  private func randomValue(_ random: inout SplitMix, depth: Int) -> Any {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
    case 0: return NSNull()
    case 1: return Bool.random(using: &random)
    case 2: return Int.random(in: -1000...1000, using: &random)
    // Foundation rounds what does not have a short decimal notation.
    case 3: return Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 8
    case 4: return randomText(&random)
    case 5:
      let count = Int.random(in: 0...4, using: &random)
      return (0..<count).map { _ in randomValue(&random, depth: depth - 1) }
    default:
      let count = Int.random(in: 0...4, using: &random)
      return Dictionary(
        (0..<count).map { _ in (randomText(&random), randomValue(&random, depth: depth - 1)) },
        uniquingKeysWith: { $1 }
      )
    }
  }

  private func randomText(_ random: inout SplitMix) -> String {
    let count = Int.random(in: 0...20, using: &random)
    let parts = ["a", "\"", "\\", "/", "\n", "\u{1}", "船", "😀", "é", "\u{2028}", " ", "\t"]
    return (0..<count).compactMap { _ in parts.randomElement(using: &random) }.joined()
  }
}
