import Foundation
import Testing

/// Texts on record below `Tests/Fixtures/Fixes`.
///
/// `SNAPSHOTS=record swift test` writes them anew.
enum FixRecord {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Fixes")

  /// The text on record as `name`; empty where there is none.
  static func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }

  /// Compares `text` with the record `name`.
  static func expect(_ text: String, _ name: String) throws {
    if ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record" {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let (was, now) = (lines(Self.text(name)), lines(text))
    let number = zip(was, now).prefix { $0.0 == $0.1 }.count
    let place = "\(name):\(number + 1): \(now.dropFirst(number).first ?? "(the end)")"
    #expect(was == now, "\(place)")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
