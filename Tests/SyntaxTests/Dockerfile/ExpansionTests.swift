import SourceText
import Syntax
import Testing

@Suite struct ExpansionTests {
  @Test(arguments: [
    ("${P#*/}", "b/c.tar.gz"), ("${P##*/}", "c.tar.gz"), ("${P%.*}", "a/b/c.tar"),
    ("${P%%.*}", "a/b/c"), ("${P/b/x}", "a/x/c.tar.gz"), ("${P//[ac]/x}", "a/b/c.tar.gz"),
    (#"${P//\//-}"#, "a-b-c.tar.gz"), ("${P/?.?/}", "a/b/ar.gz"), ("${N:-x}", "x"),
    ("${N-x}", ""), ("${U-x}", "x"), ("${P:+x}", "x"), ("${N:+x}", ""), ("${N+x}", "x"),
    ("${P:?no}", "a/b/c.tar.gz"), (#"a\ b"#, "a b"), ("'$P'", "$P"), ("\"$U|\"", "|"),
  ])
  func `modifiers do what the shell does`(_ word: String, _ expected: String) throws {
    var scope = DockerfileScope()
    scope.setEnvironment("P", DockerfileText("a/b/c.tar.gz"))
    scope.setEnvironment("N", DockerfileText())
    #expect(try scope.expand(word).text == expected)
  }

  @Test(arguments: [
    ("${U:?must}", ExpansionError.required("U")), ("${U", .openBrace), ("${}", .substitution),
    ("'a", .openQuote), ("${U*x}", .substitution), ("${P#\\a}", .substitution),
  ])
  func `what cannot be expanded says why`(_ word: String, _ error: ExpansionError) {
    var scope = DockerfileScope()
    scope.setEnvironment("P", DockerfileText("x"))
    #expect(throws: error) { try scope.expand(word) }
  }

  @Test func `an argument without a default leaves a gap, unless the word has one`() throws {
    var scope = DockerfileScope()
    scope.declare("V", nil)
    #expect(try scope.expand("node:$V").pieces == [.literal("node:"), .unknown(.argument("V"))])
    #expect(try scope.expand("node:${V:-22}").text == "node:22")
    scope.inheritsUnknown = true
    #expect(try scope.expand("${W:-1}").firstGap == .environment("W"))
  }

  @Test(.timeLimit(.minutes(1))) func `texts that double again and again end in a gap`() throws {
    let lines = (0..<64).map { "ARG A\($0 + 1)=$A\($0)$A\($0)" }
    let text = "ARG A0=x\n\(lines.joined(separator: "\n"))\nFROM a:$A64\n"
    let file = DockerfileParser.parse(SourceFile(path: "Dockerfile", text: text))
    #expect(file.stages.first?.baseImage.firstGap == .tooLarge)
  }

  @Test(.timeLimit(.minutes(1))) func `costly patterns end in a gap`() throws {
    var scope = DockerfileScope()
    scope.setEnvironment("A", DockerfileText(String(repeating: "ab", count: 20_000)))
    let pattern = String(repeating: "*a?", count: 1_000)
    for _ in 0..<50 { _ = try scope.expand("${A//\(pattern)/x}") }
    #expect(try scope.expand("${A%%\(pattern)}").firstGap == .tooLarge)
    let nested = String(repeating: "${A:-", count: 10_000)
    #expect(throws: ExpansionError.tooDeep) { try scope.expand(nested) }
  }
}
