import SourceText
import Syntax
import Testing

@Suite struct YAMLTests {
  @Test func `scalars have kinds, styles, texts and exact bytes`() throws {
    let tree = Sample.yaml(
      """
      plain: web server  # why
      single: 'it''s'
      double: "a\\tb"
      number: 012345678901
      empty:
      list: [a, "b", ]
      """
    )
    #expect(tree.diagnostics.isEmpty)
    let root = try #require(tree.root)
    #expect(
      root.entries.map(\.value.source) == [
        "web server", "'it''s'", "\"a\\tb\"", "012345678901", "", "[a, \"b\", ]",
      ]
    )
    #expect(
      root.entries.map(\.value.string) == [
        "web server", "it's", "a\tb", "012345678901", "", nil,
      ]
    )
    #expect(
      root.entries.map(\.value.style) == [
        .plain, .singleQuoted, .doubleQuoted, .plain, .plain, .flow,
      ]
    )
    #expect(
      root.entries.map(\.value.kind) == [
        .string, .string, .string, .string, .null, .sequence,
      ]
    )
    #expect(root.style == .block)
  }

  @Test(
    arguments: [
      ("", Node.Kind.null, nil), ("~", .null, nil), ("null", .null, nil), ("NULL", .null, nil),
      ("true", .bool, 1), ("Yes", .bool, 1), ("on", .bool, 1), ("OFF", .bool, 0), ("no", .bool, 0),
      ("y", .string, nil), ("tRue", .string, nil), ("80", .number, 80), ("-7", .number, -7),
      ("010", .number, 8), ("0o10", .string, nil), ("0x1F", .number, 31), ("0b101", .number, 5),
      ("1_000", .number, 1000), ("1.5", .number, 1.5), ("1e3", .string, nil),
      ("1.5e+3", .number, 1500), ("1.5e-1", .number, 0.15), ("1.5e3", .string, nil),
      (".5", .number, 0.5), ("-.5", .string, nil), ("+1.", .number, 1),
      (".inf", .number, .infinity),
      ("-.INF", .number, -.infinity), ("1000:0", .number, 60000), ("0:0", .string, nil),
      ("1:30", .number, 90), ("1:60", .string, nil), ("-1:30.5", .number, -90.5),
      ("2010-09-09", .string, nil), ("2001-12-14t21:59:43.10-05:00", .string, nil),
      ("054676820928", .string, nil), ("012345670123", .number, 1_402_433_619), ("0", .number, 0),
      ("00", .number, 0), ("-0x1_0", .number, -16), ("1.0.0", .string, nil), ("-", .string, nil),
      (".", .string, nil), ("+", .string, nil), ("0x", .string, nil), ("+_", .string, nil),
      ("_1", .string, nil), ("0x_", .number, 0), ("1_", .number, 1),
      ("192.0.2.1", .string, nil), ("<<", .string, nil),
    ] as [(String, Node.Kind, Double?)]
  )
  func `plain scalars mean what they mean to PyYAML`(
    text: String,
    kind: Node.Kind,
    value: Double?
  ) throws {
    let node = try #require(
      Sample.yaml("[\(text == "-" || text.isEmpty ? "x: \(text)" : text)]").root
    )
    let element = try #require(node.elements.first)
    let scalar = element.entries.first?.value ?? element
    #expect(scalar.kind == kind)
    #expect(scalar.string == text)
    #expect((scalar.number ?? scalar.bool.map { $0 ? 1 : 0 }) == value)
  }

  @Test func `block collections end where their last descendant ends`() throws {
    let root = try #require(
      Sample.yaml("a:\n  - b: 1\n    c: 2  # x\n\n# y\n  - d:\n\ne:\n- f\n- g\n\n").root
    )
    #expect(root["a"]?.source == "- b: 1\n    c: 2  # x\n\n# y\n  - d:")
    #expect(root["a"]?.elements.first?.source == "b: 1\n    c: 2")
    #expect(root["e"]?.source == "- f\n- g")
    #expect(root["e"]?.style == .block)
    #expect(root.source.hasSuffix("- f\n- g"))
  }

  @Test(arguments: [
    ("k: |\n  a\n  b\n\n\nz: 1", "|\n  a\n  b", "a\nb\n"),
    ("k: |-\n  a\n", "|-\n  a", "a"),
    ("k: |+\n  a\n\nz: 1", "|+\n  a\n", "a\n\n"),
    ("k: >\n  a\n  b\n# c\n\nz: 1", ">\n  a\n  b", "a b\n"),
    ("k: |\n  a  \n\nz: 1", "|\n  a  ", "a  \n"),
    ("k: |\r\n  a\r\n\r\nz: 1", "|\r\n  a", "a\n"),
    ("k: |\nz: 1", "|", ""),
    ("k: |  # note\n  a", "|  # note\n  a", "a"),
    ("k: !Sub |\n  a\n\n", "|\n  a", "a\n"),
    ("k: |2\n   a\n", "|2\n   a", " a\n"),
  ])
  func `block scalars end with their last line`(text: String, source: String, value: String) {
    let tree = Sample.yaml(text)
    #expect(tree.diagnostics.isEmpty)
    #expect(tree.root?["k"]?.source == source)
    #expect(tree.root?["k"]?.string == value)
  }

  @Test(arguments: [
    ("[a: b]", "a: b"), ("[a : b, c]", "a : b"), ("[{a: b}]", "{a: b}"), ("[a: ]", "a:"),
    ("[? a : b ]", "? a : b"), ("[!x {a: b}]", "{a: b}"), ("[{a , b: c}]", "{a , b: c}"),
  ])
  func `a single pair in brackets has no braces`(text: String, source: String) {
    #expect(Sample.yaml(text).root?.elements.first?.source == source)
  }

  @Test func `a value that is not written stands behind its key`() throws {
    let flow = try #require(Sample.yaml("{a , b: c}").root?["a"])
    #expect(flow.kind == .null)
    #expect(flow.range == SourceRange(2, 2))
    let block = try #require(Sample.yaml("? a\n# comment\nb: c").root?["a"])
    #expect(block.range == SourceRange(3, 3))
    #expect(Sample.yaml("a: !Ref\nb: 1").root?["a"]?.range == SourceRange(7, 7))
  }

  @Test func `local tags are kept, YAML's own types are applied`() throws {
    let tree = Sample.yaml(
      """
      a: !GetAtt web.Arn
      b: !If [c, !Ref d, 80]
      c: !Sub "x"
      d: !!str 80
      e: !!int "80"
      f: !Transform
        Name: x
      g: !Ref   # why
        far
      h: ! 80
      i: !Or
      - x
      """
    )
    #expect(tree.diagnostics.isEmpty)
    let root = try #require(tree.root)
    #expect(
      root.entries.map(\.value.tag) == [
        "!GetAtt", "!If", "!Sub", nil, nil, "!Transform", "!Ref", nil, "!Or",
      ]
    )
    #expect(
      root.entries.map(\.value.source) == [
        "web.Arn", "[c, !Ref d, 80]", "\"x\"", "80", "\"80\"", "Name: x", "far", "80", "- x",
      ]
    )
    #expect(root["d"]?.kind == .string)
    #expect(root["e"]?.number == 80)
    #expect(root["h"]?.kind == .string)
    #expect(root["b"]?.elements[2].kind == .number)
  }

  @Test func `positions behind wide characters are bytes`() throws {
    let root = try #require(Sample.yaml("\u{FEFF}船番: 😀 é\n'二': [é, {x: 船}]\n").root)
    #expect(root["船番"]?.source == "😀 é")
    #expect(root.entries[1].key.source == "'二'")
    #expect(root["二"]?.source == "[é, {x: 船}]")
    #expect(root["二"]?.elements[1]["x"]?.source == "船")
    #expect(root.range.start == 3)
  }

  @Test func `every document has a root`() {
    let tree = Sample.yaml("a: 1\n---\n- b\n...\n---\n")
    #expect(tree.documents.map(\.kind) == [.mapping, .sequence, .null])
    #expect(Sample.yaml("").documents.isEmpty)
    #expect(Sample.yaml("# only a comment\n").root == nil)
    #expect(Sample.yaml("").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("a: 1\n\tb: 2", "yaml.tab `\t`"),
    ("a:\n  - b\n c: d", "yaml.syntax `c`"),
    ("a: b: c", "yaml.syntax `:`"),
    ("a: [b", "yaml.syntax ``"),
    ("a: 'b", "yaml.syntax ``"),
    ("a: @b", "yaml.syntax `@`"),
    ("a: \"\\q\"", "yaml.syntax `\\`"),
    ("a: *b", "yaml.undefined-alias `*b`"),
    ("a: &b [*b]", "yaml.recursive-alias `*b`"),
    ("a: &b {<<: *b}", "yaml.recursive-alias `*b`"),
    ("a: b\u{0}", "yaml.control-character `\u{0}`"),
    ("a: \u{7}", "yaml.control-character `\u{7}`"),
    ("%YAML 3.0\n---\na", "yaml.syntax `%`"),
  ])
  func `what is no YAML is an error at its place`(text: String, finding: String) {
    let tree = Sample.yaml(text)
    #expect(tree.findings.first == finding)
    #expect(tree.hasErrors)
  }

  @Test func `an error names the line on which the broken part began`() {
    let diagnostics = Sample.yaml("a: 1\nb: [2,\n  3\nc: 4\n").diagnostics
    #expect(diagnostics.first?.text.en.contains("began on line 2") ?? false, "\(diagnostics)")
    #expect(diagnostics.first?.text.ja.contains("2 行目") ?? false)
  }

  @Test func `an error leaves what stands before it`() throws {
    let root = try #require(Sample.yaml("a: 1\nb:\n  - c\n  - d: [e, @\n").root)
    #expect(root["a"]?.number == 1)
    #expect(root["b"]?.elements.first?.string == "c")
    #expect(root["b"]?.elements[1]["d"]?.elements.map(\.string) == ["e"])
  }

  @Test func `bytes that are not UTF-8 are an error at their place`() {
    let bytes = Array("\u{FEFF}a: 船".utf8) + [0xFF, 0x0A]
    let tree = YAMLParser.parse(SourceFile(path: "a", bytes: bytes))
    #expect(tree.codes == ["yaml.encoding"])
    #expect(tree.diagnostics.first?.location?.range == SourceRange(9, 10))
    let utf16 = YAMLParser.parse(SourceFile(path: "a", bytes: [0xFE, 0xFF, 0, 0x61]))
    #expect(utf16.codes == ["yaml.utf-16"])
    let unmarked = YAMLParser.parse(SourceFile(path: "a", bytes: [0x61, 0, 0x3A, 0, 0x20, 0]))
    #expect(unmarked.codes == ["yaml.control-character"])
  }

  @Test func `of equal keys the last counts, and the doubt is said`() throws {
    let tree = Sample.yaml("a: 1\nb: 2\n'a': 3\n")
    #expect(tree.findings == ["yaml.duplicate-key `'a'`"])
    #expect(tree.diagnostics.first?.severity == .warning)
    #expect(tree.diagnostics.first?.text.en.contains("line 1") ?? false)
    let root = try #require(tree.root)
    #expect(root.entries.map(\.key.string) == ["b", "a"])
    #expect(root["a"]?.number == 3)
  }

  @Test(arguments: ["[", "- ", "{a: ", "[{a: ", "? "])
  func `nesting has a limit`(opening: String) {
    let tree = Sample.yaml(String(repeating: opening, count: 100_000))
    #expect(tree.codes == ["yaml.nesting"])
    #expect(tree.root != nil)
  }

  @Test func `a crowd of directives is refused`() {
    let lines = (0..<50_000).map { "%TAG !a\($0)! b\n" }.joined()
    #expect(Sample.yaml(lines + "--- x").codes == ["yaml.directives"])
  }

  @Test func `a CRLF file and one without a final newline are read alike`() {
    let text = "a:\n  - b: |\n      c\n    d: e\nf: g"
    let one = Sample.yaml(text).root
    let two = Sample.yaml(text.replacing("\n", with: "\r\n") + "\r\n").root
    #expect(one.map { Value($0) } == two.map { Value($0) })
    #expect(two?["f"]?.source == "g")
  }
}
