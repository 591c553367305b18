import Foundation
import Testing

/// Texts as they are on record, below `Snapshots/`.
///
/// `SNAPSHOTS=record swift test` writes them anew; a test that finds none fails.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots")

  /// The names that tests compare with; a file of another name is left over.
  static let names: Set<String> = Set(Sample.renderings.map(\.name))

  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record"
  }

  /// Compares `text` with the record `name`, line by line.
  static func expect(_ text: String, _ name: String, _ place: SourceLocation = #_sourceLocation) {
    #expect(names.contains(name), "\(name) is not on the list of names", sourceLocation: place)
    let file = folder.appending(path: name)
    if isRecording {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      } catch {
        Issue.record(error, sourceLocation: place)
      }
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      Issue.record("\(name) is not on record; run with SNAPSHOTS=record", sourceLocation: place)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    let difference = difference(expected, text)
    #expect(difference == nil, "\(name): \(difference ?? "")", sourceLocation: place)
  }

  /// The records that no test compares with.
  static func unused() throws -> [String] {
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let unused = Set(found).subtracting(names).sorted()
    if isRecording {
      for name in unused { try FileManager.default.removeItem(at: folder.appending(path: name)) }
      return []
    }
    return unused
  }

  private static func difference(_ expected: String, _ text: String) -> String? {
    if expected.utf8.elementsEqual(text.utf8) { return nil }
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(left, right).prefix { $0.0.utf8.elementsEqual($0.1.utf8) }.count
    let was = line < left.count ? String(left[line]) : "(the end)"
    let now = line < right.count ? String(right[line]) : "(the end)"
    return "line \(line + 1) was\n\(was)\nand is\n\(now)"
  }
}
