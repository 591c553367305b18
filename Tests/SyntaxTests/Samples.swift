import SourceText
import Syntax

/// Parses `text` as a file of the given format.
enum Sample {
  static func json(_ text: String, _ dialect: JSONParser.Dialect = .tolerant) -> SyntaxTree {
    JSONParser.parse(SourceFile(path: "a.json", text: text), dialect: dialect)
  }

  static func yaml(_ text: String) -> SyntaxTree {
    YAMLParser.parse(SourceFile(path: "a.yaml", text: text))
  }
}

extension SyntaxTree {
  /// The codes of all diagnostics with the texts that they point at.
  var findings: [String] {
    diagnostics.map { "\($0.code) `\($0.location.map { $0.file.text($0.range) } ?? "")`" }
  }

  /// The codes of all diagnostics.
  var codes: [String] { diagnostics.map(\.code) }
}

extension Node {
  /// The text that the node's range covers.
  var source: String { file.text(range) }
}

/// A small random number generator whose numbers a seed determines.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
