import Foundation
import Testing

/// A disk of a few pages in memory, mounted while the test runs.
final class SmallDisk {
  private let folder: Sandbox

  var path: String { folder.path }

  init(bytes: Int) throws {
    folder = try Sandbox()
    let result = unsafe mount("tmpfs", folder.path, "tmpfs", 0, "size=\(bytes)")
    try #require(result == 0)
  }

  deinit { unsafe umount(folder.path) }

  /// Whether this user may mount.
  static let isAvailable = getuid() == 0 && (try? SmallDisk(bytes: 64 << 10)) != nil
}
