import FuzzSupport
import SourceText
import Syntax

/// Reads whatever libFuzzer makes up.
@c(LLVMFuzzerTestOneInput)
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe UnsafeBufferPointer(start: start, count: count)
  let file = SourceFile(path: "input", bytes: unsafe Array(input))
  HCLCheck.check(HCLParser.parse(file))
  HCLCheck.check(HCLParser.parseExpression(file))
  HCLCheck.check(HCLParser.parseTemplate(file))
  return 0
}
