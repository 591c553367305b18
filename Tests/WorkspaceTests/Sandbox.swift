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

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func setMode(_ name: String, _ mode: mode_t) throws {
    guard unsafe chmod(path + "/" + name, mode) == 0 else { throw POSIXError(.EPERM) }
  }

  func status(_ name: String) -> stat {
    var status = stat()
    _ = unsafe lstat(path + "/" + name, &status)
    return status
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name,
      withDestinationPath: target
    )
  }

  /// The names of the hidden files that stand at the top.
  func hiddenNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasPrefix(".") && $0 != ".git" }
  }
}
