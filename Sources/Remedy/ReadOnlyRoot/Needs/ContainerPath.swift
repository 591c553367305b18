/// An absolute path in a container by its real name, as a mount must spell it.
struct ContainerPath: Hashable {
  /// The longest path that Linux takes.
  private static let limit = 4_096

  let text: String

  /// Tidies a path; `nil` for one that is not absolute, is the root, or holds odd characters.
  ///
  /// `/var/run` is a symbolic link to `/run` in Debian, Alpine and Red Hat's images, and
  /// `/var/lock` one to `/run/lock`: a mount on a link is not what the program sees.
  init?(_ path: String) {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard path.hasPrefix("/"), !parts.isEmpty, !parts.contains(".."),
      path.utf8.count < Self.limit,
      path.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: ":") && $0 != 0x7F })
    else { return nil }
    var text = "/" + parts.joined(separator: "/")
    for (link, target) in [("/var/run", "/run"), ("/var/lock", "/run/lock")]
    where text == link || text.hasPrefix(link + "/") {
      text = target + text.dropFirst(link.count)
    }
    self.text = text
  }

  /// Whether the path is `folder` or stands below it.
  func isWithin(_ folder: String) -> Bool { text == folder || text.hasPrefix(folder + "/") }

  /// Whether the path can be written to whatever is mounted, or is none to mount upon.
  var belongsToRuntime: Bool {
    ["/dev", "/proc", "/sys"].contains { isWithin($0) }
  }
}
