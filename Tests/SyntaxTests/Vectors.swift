import Foundation
import SourceText
import Syntax
import Testing

/// The conformance vectors that stand beside the working copy, where there are any.
enum Vectors {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/vectors/cloudformation").standardized

  struct Template: Sendable, CustomTestStringConvertible {
    let name: String
    let source: SourceFile
    let isReadable: Bool
    let decoded: Value?
    let keys: [KeyPosition]
    /// The line and the column of the error that a peer reports.
    let problem: [Int]?

    var testDescription: String { name }

    func parse() -> SyntaxTree {
      name.hasSuffix(".json") ? JSONParser.parse(source) : YAMLParser.parse(source)
    }
  }

  struct KeyPosition: Sendable, Hashable {
    let path: String
    let numbers: [Int]
  }

  static let templates: [Template] = {
    guard let index = try? Data(contentsOf: folder.appending(path: "index.jsonl")) else {
      return []
    }
    return index.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let row = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
        let name = row["file"] as? String,
        let bytes = try? Data(contentsOf: folder.appending(path: name))
      else { return nil }
      let problem = (row["matches"] as? [[Any]])?.first?.compactMap { $0 as? Int }
      let positions = row["key_positions"] as? [[Any]] ?? []
      return Template(
        name: name,
        source: SourceFile(path: name, bytes: Array(bytes)),
        isReadable: row["expected"] as? String == "ok",
        decoded: row["decoded"].map(Value.init),
        keys: positions.map { position in
          KeyPosition(
            path: position[0] as? String ?? "",
            numbers: position.dropFirst().compactMap { $0 as? Int }
          )
        },
        problem: problem
      )
    }
  }()
}
