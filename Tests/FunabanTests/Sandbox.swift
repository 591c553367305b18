import Foundation

/// A folder that vanishes with the test.
final class Sandbox {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "funaban-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: url(name))
  }

  /// A new empty file to write to.
  func newFile(_ name: String) throws -> FileHandle {
    try write(name, "")
    return try FileHandle(forWritingTo: url(name))
  }

  /// The text of a file; empty where there is none.
  func text(_ name: String) -> String {
    String(decoding: (try? Data(contentsOf: url(name))) ?? Data(), as: UTF8.self)
  }
}
