import SourceText
import Syntax
import Testing

/// The parser against BuildKit's own test files.
@Suite struct DockerfileVectorTests {
  private static let isAvailable = !DockerfileVectors.rows.isEmpty
  private static let reason: Comment = "skipped: no vectors"

  @Test(.enabled(if: isAvailable, reason))
  func `instructions are taken apart as BuildKit does`() {
    for row in DockerfileVectors.rows("dockerfile-parse") {
      let file = parse(row.source)
      if row.expected == "error" { #expect(file.hasErrors, "\(row.id)") }
      guard let dump = row.dump else { continue }
      // BuildKit's parser leaves it to a later step to refuse these.
      let refused = [
        "(healthcheck)", "(healthcheck \"CMD\")", "(healthcheck \"CONNECT\" \"TCP 7000\")",
      ]
      let expected = dump.split(separator: "\n").filter { !refused.contains(String($0)) }
      #expect(file.dump.split(separator: "\n") == expected, "\(row.id)")
    }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `an instruction covers the lines that BuildKit counts`() {
    for row in DockerfileVectors.rows("dockerfile-lines") {
      let file = parse(row.source)
      let lines = file.instructions.map { instruction in
        let end = Int(instruction.range.end)
        return [
          file.file.position(at: Int(instruction.range.start)).line,
          file.file.position(at: end).line,
        ]
      }
      #expect(lines == row.expectedRanges, "\(row.id)")
    }
  }

  @Test(.enabled(if: isAvailable, reason)) func `words are expanded as BuildKit does`() {
    let rows = DockerfileVectors.rows("dockerfile-expand").filter { $0.platform != "W" }
    let wrong = rows.filter { row in
      var scope = DockerfileScope()
      for (name, value) in row.env ?? [:] { scope.setEnvironment(name, DockerfileText(value)) }
      let text = try? scope.expand(row.source).text
      return (text ?? "error") != row.expected
    }
    print("expansions: \(rows.count - wrong.count) of \(rows.count) right")
    #expect(wrong.map { "\($0.id) \($0.source)" } == [])
  }

  @Test(.enabled(if: isAvailable, reason), .timeLimit(.minutes(2)))
  func `a file cut off at any byte is read without a crash`() {
    for row in DockerfileVectors.rows {
      let bytes = Array(row.source.utf8)
      for count in 0..<bytes.count {
        let file = SourceFile(path: "Dockerfile", bytes: Array(bytes[..<count]))
        expectSound(DockerfileParser.parse(file))
      }
    }
  }

  private func parse(_ text: String) -> Dockerfile {
    DockerfileParser.parse(SourceFile(path: "Dockerfile", text: text))
  }
}

/// Checks that everything in `file` lies inside of it.
func expectSound(_ file: Dockerfile) {
  let end = file.file.bytes.count
  for diagnostic in file.diagnostics {
    #expect(diagnostic.location.map { Int($0.range.end) <= end } ?? true)
  }
  for instruction in file.instructions {
    #expect(Int(instruction.range.end) <= end)
    for word in instruction.arguments + instruction.flags.compactMap(\.value) {
      #expect(instruction.range.contains(word.range))
    }
    for command in instruction.commands(in: file.file) {
      for word in command.words { #expect(instruction.range.contains(word.range)) }
    }
  }
}
