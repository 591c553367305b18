import Foundation
import SourceText
import Syntax

/// What BuildKit makes of Dockerfiles and their variables.
enum DockerfileVectors {
  struct Row: Decodable {
    let id: String
    let kind: String
    let source: String
    let expected: String?
    let dump: String?
    let instructions: [String]?
    let expectedRanges: [[Int]]?
    let env: [String: String]?
    /// `W` for what holds only where the builder itself runs on Windows.
    let platform: String?
  }

  static let rows: [Row] = {
    let path = Vectors.folder.deletingLastPathComponent().appending(path: "dockerfile/index.jsonl")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return text.split(separator: "\n").compactMap {
      try? decoder.decode(Row.self, from: Data($0.utf8))
    }
  }()

  static func rows(_ kind: String) -> [Row] { rows.filter { $0.kind == kind } }
}

extension Dockerfile {
  /// The instructions as BuildKit prints them.
  var dump: String { instructions.map { $0.dump + "\n" }.joined() }
}

extension DockerfileInstruction {
  fileprivate var dump: String {
    let flags = flags.map { flag in
      quoted("--" + flag.name + (flag.value.map { "=" + $0.text } ?? ""))
    }
    let head = name.text.lowercased() + (flags.isEmpty ? "" : " [\(flags.joined(separator: " "))]")
    let words =
      keyword == .env || keyword == .label
      ? assignments.flatMap { [$0.name.text, $0.value?.text ?? "", $0.isLegacy ? "" : "="] }
      : arguments.map(\.text)
    let parts = [head] + words.map(quoted) + trigger.map(\.dump)
    return "(" + parts.joined(separator: " ") + ")"
  }

  /// The text as Go quotes it.
  private func quoted(_ text: String) -> String {
    let escapes: [Unicode.Scalar: String] = [
      "\"": "\\\"", "\\": "\\\\", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r",
      "\t": "\\t", "\0": "\\x00",
    ]
    return "\"" + text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
  }
}
