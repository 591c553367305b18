import FuzzSupport
import SourceText
import Syntax

/// Reads whatever libFuzzer makes up, and expands its words.
@c(LLVMFuzzerTestOneInput)
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe UnsafeBufferPointer(start: start, count: count)
  let dockerfile = DockerfileParser.parse(SourceFile(path: "input", bytes: unsafe Array(input)))
  for diagnostic in dockerfile.diagnostics {
    let end = diagnostic.location?.range.end ?? 0
    precondition(Int(end) <= count, "a diagnostic lies behind the end")
  }
  var scope = dockerfile.globalScope
  for instruction in dockerfile.instructions {
    precondition(Int(instruction.range.end) <= count, "an instruction lies behind the end")
    for word in instruction.arguments {
      precondition(instruction.range.contains(word.range), "a word lies outside")
      _ = try? scope.expand(word.text)
    }
    for command in instruction.commands(in: dockerfile.file) {
      precondition(command.words.allSatisfy { instruction.range.contains($0.range) })
    }
  }
  return 0
}
