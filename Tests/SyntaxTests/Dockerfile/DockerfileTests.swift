import SourceText
import Syntax
import Testing

@Suite struct DockerfileTests {
  @Test func `directives at the top are read, later ones are comments`() {
    let file = parse("# syntax=docker/dockerfile:1\n#Escape = `\nFROM a `\n  AS b\n# check=x\n")
    #expect(file.directives.map(\.name) == ["syntax", "escape"])
    #expect(file.stages.first?.name == "b")
    #expect(file.diagnostics.isEmpty)
  }

  @Test func `comments and empty lines inside an instruction are left out`() {
    let file = parse("FROM a\nRUN x \\\n  # why\n\n  && y\r\nUSER b\n")
    #expect(file.instructions.map(\.name.text) == ["FROM", "RUN", "USER"])
    #expect(file.instructions[1].arguments.map(\.text) == ["x   && y"])
    #expect(file.diagnostics.map(\.code) == ["dockerfile.empty-continuation"])
  }

  @Test func `a byte-order mark and CRLF do no harm`() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("FROM a:1\r\nUSER \\\r\n b\r\n".utf8)
    let file = DockerfileParser.parse(SourceFile(path: "Dockerfile", bytes: bytes))
    #expect(file.instructions[1].arguments.map(\.text) == ["b"])
    #expect(file.file.text(file.instructions[1].arguments[0].range) == "b")
    #expect(file.diagnostics.isEmpty)
  }

  @Test func `several heredocs belong to one instruction`() {
    let file = parse(
      "FROM a\nCOPY <<A <<-'B' /x/\none\nA\n\ttwo $X\n\tB\nRUN 3<<\"C\"\nUSER c\nC\nUSER b\n"
    )
    let copy = file.instructions[1]
    #expect(copy.heredocs.map(\.delimiter) == ["A", "B"])
    #expect(copy.heredocs.map(\.isExpanded) == [true, false])
    #expect(copy.heredocs.map(\.stripsTabs) == [false, true])
    #expect(copy.heredocs.map { file.file.text($0.body) } == ["one\n", "\ttwo $X\n"])
    #expect(file.instructions.map(\.name.text) == ["FROM", "COPY", "RUN", "USER"])
  }

  @Test func `a heredoc without an end is reported where it begins`() throws {
    let file = parse("FROM a\nRUN <<EOF\nls\n")
    #expect(file.diagnostics.map(\.code) == ["dockerfile.unterminated-heredoc"])
    #expect(file.diagnostics.first?.location?.position.line == 2)
  }

  @Test(arguments: [
    #"RUN ["a", "<<EOF"]"#, "RUN echo 'x <<EOF", "ENV A=<<EOF", "RUN a <<<EOF", "RUN a<<EOF",
  ])
  func `what is no heredoc does not swallow the lines behind it`(_ line: String) {
    let file = parse("FROM a\n\(line)\nUSER b\n")
    #expect(file.instructions.last?.name.text == "USER")
    #expect(file.instructions.allSatisfy { $0.heredocs.isEmpty })
  }

  @Test(arguments: [
    ("FORM a", "dockerfile.unknown-instruction"), ("COPY a", "dockerfile.missing-argument"),
    ("ENV A", "dockerfile.no-value"), ("ENV A=b c", "dockerfile.no-equals-sign"),
    ("CMD [1]", "dockerfile.array-of-texts"), ("CMD ['a']", "dockerfile.almost-array"),
    ("ONBUILD FROM a", "dockerfile.onbuild"), ("HEALTHCHECK x", "dockerfile.health-check"),
    ("FROM a b", "dockerfile.from-arguments"), ("FROM a AS 1", "dockerfile.stage-name"),
    ("FROM $X", "dockerfile.empty-base"), ("FROM ${X", "dockerfile.expansion"),
  ])
  func `a broken instruction is reported, and those around it are read`(
    _ line: String,
    _ code: String
  ) {
    let file = parse("FROM a\n\(line)\nUSER b\n")
    #expect(file.diagnostics.map(\.code) == [code])
    #expect(file.diagnostics.first?.location?.position.line == 2)
    #expect(file.diagnostics.allSatisfy { !$0.text.ja.isEmpty })
    #expect(file.instructions.last?.name.text == "USER")
  }

  @Test func `a stray line does not show what may be a secret`() {
    let file = parse("FROM a\n  PASSWORD=hunter2\n")
    #expect(file.diagnostics.map(\.code) == ["dockerfile.unknown-instruction"])
    #expect(file.diagnostics.allSatisfy { !$0.text.en.contains("hunter2") })
  }

  @Test func `stages refer to images, to each other and to nothing`() {
    let file = parse(
      """
      ARG VERSION=22
      ARG REGISTRY
      FROM node:${VERSION} AS Build
      FROM --platform=$BUILDPLATFORM build AS test
      FROM scratch
      FROM ${REGISTRY:-public.ecr.aws}/x
      FROM $REGISTRY/app:1
      """
    )
    #expect(file.stages.map(\.base) == [.image, .stage(0), .scratch, .image, .image])
    #expect(
      file.stages.map(\.baseImage.text) == [
        "node:22", "build", "scratch", "public.ecr.aws/x", nil,
      ]
    )
    #expect(file.stages[4].baseImage.firstGap == .argument("REGISTRY"))
    #expect(file.stages[1].platform?.firstGap == .argument("BUILDPLATFORM"))
    #expect(file.stage("BUILD")?.index == 0 && file.stage("2")?.index == 2)
    #expect(file.diagnostics.isEmpty)
  }

  @Test func `flags stand apart from the arguments`() {
    let file = parse("FROM a\nCOPY --from=0 --chown=\"a b:c\" --link /x /y\nRUN -- --x\n")
    let copy = file.instructions[1]
    #expect(copy.flags.map(\.name) == ["from", "chown", "link"])
    #expect(copy.flag("chown")?.text == "a b:c")
    #expect(copy.arguments.map(\.text) == ["/x", "/y"])
    #expect(file.instructions[2].arguments.map(\.text) == ["--x"])
  }

  @Test func `an instruction behind ONBUILD is read too`() {
    let file = parse("FROM a\nONBUILD RUN [\"x\", \"y\"]\n")
    #expect(file.instructions[1].trigger.map(\.keyword) == [.run])
    #expect(file.instructions[1].trigger.first?.arguments.map(\.text) == ["x", "y"])
  }

  @Test(arguments: [
    ("RUN if a; then sudo b; fi && X=1 exec c 2>&1 | d # e", "a sudo c d"),
    (#"RUN echo "a; b" '&& c' $(d e) >> /f"#, "echo d"),
    (#"RUN ["sudo", "x"]"#, "sudo"),
    ("RUN <<EOF\nset -e\nsudo x \\\n  y\nEOF", "set sudo"),
    ("RUN bash -e <<EOF\n/usr/bin/sudo x\nEOF", "bash sudo"),
    ("RUN cat <<EOF > /x\nsudo x\nEOF", "cat"),
  ])
  func `the commands of a build are told apart`(_ line: String, _ names: String) {
    let file = parse("FROM a\n\(line)\n")
    let commands = file.instructions[1].commands(in: file.file)
    #expect(commands.map(\.name).joined(separator: " ") == names)
  }

  private func parse(_ text: String) -> Dockerfile {
    DockerfileParser.parse(SourceFile(path: "Dockerfile", text: text))
  }
}
