import Inventory
import SourceText

/// Reads files of variables: `.env` and those that `env_file` names.
struct VariableFile {
  private let file: SourceFile
  private var offset: Int
  private var found: [(name: String, value: Value)] = []
  /// The bytes of the names.
  private var names: [SourceRange] = []

  private init(_ file: SourceFile) {
    self.file = file
    offset = file.contentStart
  }

  /// The variables of `file` in order, each with the bytes of its value.
  ///
  /// Values may speak of variables that `outer` or the file itself has before them.
  static func read(
    _ file: SourceFile,
    _ outer: ComposeVariables
  ) -> [(name: String, value: Value)] {
    var reader = VariableFile(file)
    var variables = outer
    while reader.offset < file.bytes.count {
      guard let (name, value, isLiteral) = reader.nextVariable() else { continue }
      let text = value.text ?? ""
      let isFinal = isLiteral || !Interpolation.isNeeded(text)
      let resolved = isFinal ? value : variables.text(text, at: value) ?? value
      reader.found.append((name, resolved))
      variables.addDefaults([(name, resolved)])
    }
    return reader.found
  }

  /// All of `file` but the names of its variables: what no report may show.
  static func hidden(in file: SourceFile) -> [SourceLocation] {
    var reader = VariableFile(file)
    while reader.offset < file.bytes.count { _ = reader.nextVariable() }
    var hidden: [SourceLocation] = []
    var start = 0
    for name in reader.names {
      hidden.append(SourceLocation(file, SourceRange(start, Int(name.start))))
      start = Int(name.end)
    }
    hidden.append(SourceLocation(file, SourceRange(start, file.bytes.count)))
    return hidden.filter { $0.range.count > 0 }
  }

  /// Reads one line, or the lines of one quoted value; `nil` for comments and empty lines.
  private mutating func nextVariable() -> (name: String, value: Value, isLiteral: Bool)? {
    skipBlanks()
    let start = offset
    while let byte = next, byte != UInt8(ascii: "="), !byte.endsLine { offset += 1 }
    let key = String(decoding: file.bytes[start..<offset], as: UTF8.self).trimmed
    guard next == UInt8(ascii: "="), !key.hasPrefix("#") else {
      skipLine()
      return nil
    }
    names.append(SourceRange(start, offset))
    offset += 1
    skipBlanks()
    let name = key.hasPrefix("export ") ? key.dropFirst(7).trimmed : key
    let quote = next
    let isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    let value = isQuoted ? quotedValue() : plainValue()
    skipLine()
    return name.isEmpty ? nil : (String(name), value, quote == UInt8(ascii: "'"))
  }

  /// A value in quotes, which may run over lines.
  private mutating func quotedValue() -> Value {
    let quote = file.bytes[offset]
    offset += 1
    let start = offset
    var text: [UInt8] = []
    while let byte = next, byte != quote {
      offset += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), let escaped = next {
        text.append(escaped == UInt8(ascii: "n") ? UInt8(ascii: "\n") : escaped)
        offset += 1
      } else {
        text.append(byte)
      }
    }
    return value(String(decoding: text, as: UTF8.self), start, offset)
  }

  /// A value up to the end of the line, or to a comment behind it.
  private mutating func plainValue() -> Value {
    let start = offset
    var end = offset
    var previous = UInt8(ascii: " ")
    while let byte = next, !byte.endsLine {
      if byte == UInt8(ascii: "#"), previous.isBlank { break }
      offset += 1
      if !byte.isBlank { end = offset }
      previous = byte
    }
    return value(String(decoding: file.bytes[start..<end], as: UTF8.self), start, end)
  }

  private func value(_ text: String, _ start: Int, _ end: Int) -> Value {
    Value(.string(text), at: SourceLocation(file, SourceRange(start, end)))
  }

  private var next: UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }

  private mutating func skipBlanks() { while let byte = next, byte.isBlank { offset += 1 } }

  private mutating func skipLine() {
    while let byte = next, !byte.endsLine { offset += 1 }
    offset += 1
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }

  fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
}
