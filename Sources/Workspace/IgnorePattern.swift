internal import Glibc

/// One line of a `.gitignore` file, or one glob that a user gave.
///
/// Source: https://git-scm.com/docs/gitignore#_pattern_format
package struct IgnorePattern: Sendable, Hashable {
  /// Whether the pattern takes back what an earlier one ignored.
  package let isNegated: Bool
  private let onlyFolders: Bool
  private let parts: [String]

  /// Reads one line; `nil` for a blank line or a comment.
  package init?(_ line: Substring) {
    var text = IgnorePattern.withoutTrailingBlanks(line)
    guard !text.isEmpty, text.first != "#" else { return nil }
    isNegated = text.first == "!"
    if isNegated { text = text.dropFirst() }
    onlyFolders = text.last == "/"
    if onlyFolders { text = text.dropLast() }
    let isAnchored = text.contains("/")
    if text.first == "/" { text = text.dropFirst() }
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: "/").map(String.init)
    self.parts = isAnchored ? parts : ["**"] + parts
  }

  /// Whether the pattern names `path`, split at its slashes and relative to the pattern's folder.
  package func matches(_ path: some Collection<String>, isFolder: Bool) -> Bool {
    guard isFolder || !onlyFolders else { return false }
    return IgnorePattern.match(parts, Array(path))
  }

  /// Follows the pattern part by part with every number of names that it may have matched so far,
  /// so that many `**` cost no more than one.
  private static func match(_ parts: [String], _ path: [String]) -> Bool {
    var reached = [true] + Array(repeating: false, count: path.count)
    for (index, part) in parts.enumerated() {
      if part == "**" {
        guard let first = reached.firstIndex(of: true) else { return false }
        let least = index == parts.count - 1 ? first + 1 : first
        reached = reached.indices.map { $0 >= least }
      } else {
        let before = reached
        reached[0] = false
        for (place, name) in path.enumerated() {
          reached[place + 1] = unsafe before[place] && fnmatch(part, name, 0) == 0
        }
      }
    }
    return reached[path.count]
  }

  private static func withoutTrailingBlanks(_ line: Substring) -> Substring {
    var text = line
    if text.last == "\r" { text = text.dropLast() }
    while text.last == " ", !text.hasSuffix("\\ ") { text = text.dropLast() }
    return text
  }
}
