import Foundation
import SourceText
import Syntax
import Testing

/// The conformance vectors for HCL that stand beside the working copy, where there are any.
enum HCLEditVectors {
  /// One row of the index.
  struct Row: Decodable, Sendable, CustomTestStringConvertible {
    struct Token: Decodable {
      let bytes: String
      let spaces: Int

      enum CodingKeys: String, CodingKey {
        case bytes = "Bytes"
        case spaces = "SpacesBefore"
      }
    }

    let id: String
    let kind: String
    let op: String?
    let source: String?
    let expected: String?
    let name: String?
    let val: Scalar?
    let trav: String?
    let tokens: [Token]?
    let blockType: String?
    let labels: [String]?

    var testDescription: String { id }
    /// The number behind the name of the peer's test.
    var number: String { id.split(separator: ":").last.map(String.init) ?? "" }
  }

  struct Scalar: Decodable {
    let value: Bool
  }

  private struct Kind: Decodable {
    let kind: String
  }

  private struct Texts: Decodable {
    let source: String?
    let files: [String: String]?
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/vectors").standardized

  private static let lines: [(kind: String, data: Data)] = {
    guard let index = try? Data(contentsOf: folder.appending(path: "hcl/index.jsonl")) else {
      return []
    }
    return index.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? JSONDecoder().decode(Kind.self, from: line)).map { ($0.kind, line) }
    }
  }()

  static var isAvailable: Bool { !lines.isEmpty }

  static func rows(_ kind: String) -> [Row] {
    lines.filter { $0.kind == kind }.compactMap {
      try? JSONDecoder().decode(Row.self, from: $0.data)
    }
  }

  /// Every Terraform file of the vectors that can be read, each text once.
  static let trees: [HCLTree] = {
    var texts: [String] = []
    for line in lines where ["parse", "project", "roundtrip"].contains(line.kind) {
      guard let row = try? JSONDecoder().decode(Texts.self, from: line.data) else { continue }
      texts += [row.source].compactMap(\.self)
      texts += (row.files ?? [:]).filter { $0.key.hasSuffix(".tf") }.sorted { $0.key < $1.key }
        .map(\.value)
    }
    let found = FileManager.default.enumerator(
      at: folder.appending(path: "posture"),
      includingPropertiesForKeys: nil
    )
    for case let url as URL in found ?? .init() where url.pathExtension == "tf" {
      texts += [try? String(contentsOf: url, encoding: .utf8)].compactMap(\.self)
    }
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
      .map { HCLParser.parse(SourceFile(path: "main.tf", text: $0)) }
      .filter { $0.diagnostics.isEmpty }
  }()
}
