/// The changes from one text to another, in the form that `git apply` and `patch` take.
///
/// Lines end behind `\n`; a `\r` before it is a part of the line, as for those tools.
package struct UnifiedDiff: Sendable {
  /// The diff as bytes; empty where nothing changed.
  package let bytes: [UInt8]

  /// Compares two versions of the file at `path`, with `context` unchanged lines around changes.
  package init(from old: [UInt8], to new: [UInt8], path: String, context: Int = 3) {
    let (oldLines, newLines) = (Self.lines(of: old), Self.lines(of: new))
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    let oldNumbers = Self.number(oldLines, by: &numbers)
    let newNumbers = Self.number(newLines, by: &numbers)
    let steps = LineDifference(from: oldNumbers, to: newNumbers).steps
    var writer = HunkWriter(old: oldLines, new: newLines)
    for hunk in Self.hunks(of: steps, context: context) {
      if writer.output.isEmpty { writer.output += Self.header(path).utf8 }
      writer.write(steps, hunk)
    }
    bytes = writer.output
  }

  /// Compares two versions of a file under the path of the older one.
  package init(from old: SourceFile, to new: SourceFile, context: Int = 3) {
    self.init(from: old.bytes, to: new.bytes, path: old.path, context: context)
  }

  /// The diff as text; bytes that are not UTF-8 are replaced by U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Whether nothing changed.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Gives equal lines equal numbers.
  private static func number(
    _ lines: [ArraySlice<UInt8>],
    by numbers: inout [ArraySlice<UInt8>: Int]
  ) -> [Int] {
    lines.map { line in
      let fresh = numbers.count
      let number = numbers[line, default: fresh]
      if number == fresh { numbers[line] = fresh }
      return number
    }
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// The ranges of steps to show: the changes and the lines around them.
  private static func hunks(of steps: [LineDifference.Step], context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() {
      if case .keep = step { continue }
      let end = min(index + 1 + context, steps.count)
      if let last = hunks.last, index - context <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(max(index - context, 0)..<end)
      }
    }
    return hunks
  }

  private static func header(_ path: String) -> String {
    let relative = path.hasPrefix("./") ? path.dropFirst(2) : path.drop { $0 == "/" }
    return "--- \(quoted("a/\(relative)"))\n+++ \(quoted("b/\(relative)"))\n"
  }

  /// The name as git writes it: in quotes where it holds a control character, quote or backslash.
  private static func quoted(_ name: String) -> String {
    let isSpecial = { (byte: UInt8) in byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F }
    guard name.utf8.contains(where: isSpecial) else {
      return name.contains(" ") ? name + "\t" : name
    }
    let escaped = name.unicodeScalars.map { scalar -> String in
      guard scalar.isASCII, isSpecial(UInt8(scalar.value)) else { return String(scalar) }
      let digits = String(scalar.value, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
    return "\"\(escaped.joined())\""
  }
}
