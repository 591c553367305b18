import SourceText
import Syntax
import Testing

@Suite struct QuotedTextTests {
  private static let texts: [String] = [
    "", "plain", "a \"b\" \\c", "\u{0}\u{1}\u{7F}\u{80}\u{9F}", "one\ntwo\r\n\tthree",
    "\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}", "${x} %{y} # : - '", "船番 🚢 é",
  ]

  @Test(arguments: texts)
  func `a quoted text is one line that JSON and YAML read alike`(text: String) {
    let quoted = text.quoted
    #expect(quoted.split(whereSeparator: \.isNewline).count == 1)
    for tree in [
      JSONParser.parse(SourceFile(path: "a.json", text: quoted), dialect: .strict),
      YAMLParser.parse(SourceFile(path: "a.yaml", text: quoted)),
    ] {
      #expect(!tree.hasErrors)
      #expect(tree.root?.string == text)
    }
  }
}
