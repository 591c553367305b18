import FuzzSupport
import SourceText
import Syntax

/// Reads whatever libFuzzer makes up.
@c(LLVMFuzzerTestOneInput)
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe UnsafeBufferPointer(start: start, count: count)
  let file = SourceFile(path: "input", bytes: unsafe Array(input))
  TreeCheck.check(JSONParser.parse(file))
  return 0
}
