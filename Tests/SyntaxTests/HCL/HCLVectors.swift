import Foundation
import SourceText
import Syntax
import Testing

/// The conformance vectors for HCL that stand beside the working copy, where there are any.
enum HCLVectors {
  struct Row: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: String
    let source: SourceFile
    let isReadable: Bool
    let line: Int?
    /// The syntax tree or the tokens in one notation.
    let shape: String?

    var testDescription: String { id }
  }

  static let rows: [Row] = {
    let path = Vectors.folder.appending(path: "../hcl/index.jsonl")
    guard let index = try? Data(contentsOf: path.standardized) else { return [] }
    return index.split(separator: UInt8(ascii: "\n")).compactMap(row)
  }()

  static func rows(_ kinds: String...) -> [Row] { rows.filter { kinds.contains($0.kind) } }

  private static func row(_ line: Data) -> Row? {
    // A lone surrogate stands for a byte that is not UTF-8.
    let text = String(decoding: line, as: UTF8.self)
      .replacing(/\\udc([0-9a-f]{2})/) { "\\ue0\($0.1)" }
    guard let row = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      let id = row["id"] as? String, let kind = row["kind"] as? String,
      let source = row["source"] as? String
    else { return nil }
    return Row(
      id: id,
      kind: kind,
      source: SourceFile(path: "\(id).tf", bytes: bytes(of: source)),
      isReadable: row["expected"] as? String == "ok",
      line: row["line"] as? Int,
      shape: row["ast"].map(HCLShape.ofVector)
    )
  }

  private static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      0xE080...0xE0FF ~= scalar.value
        ? [UInt8(scalar.value & 0xFF)] : Array(String(scalar).utf8)
    }
  }
}
