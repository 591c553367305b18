/// How the lines of a text end.
package enum Newline: String, Sendable, CaseIterable {
  case lineFeed = "\n"
  case carriageReturnLineFeed = "\r\n"
  case carriageReturn = "\r"
}

extension SourceFile {
  /// How the first line ends; a line feed where the file has one line only.
  package var newline: Newline {
    guard lines.starts.count > 1 else { return .lineFeed }
    let end = Int(lines.starts[1])
    guard bytes[end - 1] == UInt8(ascii: "\n") else { return .carriageReturn }
    return end > 1 && bytes[end - 2] == UInt8(ascii: "\r")
      ? .carriageReturnLineFeed : .lineFeed
  }

  /// The first bytes that are not UTF-8; `nil` where all are.
  package var firstInvalidUTF8: SourceRange? {
    let bytes = bytes
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return SourceRange(error.byteOffsets.lowerBound, error.byteOffsets.upperBound)
    }
  }
}
