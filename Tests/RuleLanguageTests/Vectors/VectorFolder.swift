import Foundation

/// The conformance vectors beside the package, where they are present.
enum VectorFolder {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "../shared/vectors/falco").standardizedFileURL

  /// The text of a file; `nil` where the vectors are absent.
  static func text(_ name: String) -> String? {
    try? String(contentsOf: root.appending(path: name), encoding: .utf8)
  }

  /// One row a line.
  static func rows() -> [JSONValue] {
    (text("conformance.jsonl") ?? "")
      .split(separator: "\n").compactMap { JSONValue($0) }
  }
}
