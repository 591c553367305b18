import Foundation

/// A folder that vanishes with the test.
final class Sandbox {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "funaban-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent,
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  func relative(_ file: String) -> String { String(file.dropFirst(path.count + 1)) }
}
