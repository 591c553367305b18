import SourceText

/// Finds the comments that an edit loses although what they speak of is still there.
enum LostComment {
  /// A run of lines that go, and the lines that come in their place.
  private struct Hunk {
    var old: [Substring] = []
    var new: [Substring] = []
  }

  /// The lost comments; those at members that are removed do not count.
  static func all(from old: SourceFile, to new: SourceFile) -> [String] {
    hunks(from: old, to: new).flatMap { hunk -> [String] in
      let kept = hunk.new.compactMap(comment)
      let lost = hunk.old.compactMap(comment).filter { !kept.contains($0) }
      return removesMember(hunk) ? [] : lost
    }
  }

  private static func hunks(from old: SourceFile, to new: SourceFile) -> [Hunk] {
    var hunks: [Hunk] = []
    var isInHunk = false
    let lines = UnifiedDiff(from: old, to: new, context: 0).text.split(separator: "\n")
    for line in lines.dropFirst(2) {
      guard line.first == "-" || line.first == "+" else {
        isInHunk = false
        continue
      }
      if !isInHunk { hunks.append(Hunk()) }
      isInHunk = true
      if line.first == "-" {
        hunks[hunks.count - 1].old.append(line.dropFirst())
      } else {
        hunks[hunks.count - 1].new.append(line.dropFirst())
      }
    }
    return hunks
  }

  /// What stands behind a `#` or `//` that begins a line or follows white space.
  private static func comment(of line: Substring) -> String? {
    line.firstMatch(of: /(?:^|\s)(?:#|\/\/)(.*)$/).map { String($0.1) }
  }

  private static func removesMember(_ hunk: Hunk) -> Bool {
    let kept = hunk.new.compactMap(key)
    return hunk.old.compactMap(key).contains { !kept.contains($0) }
  }

  /// The key that a line begins with, or the element of a list.
  private static func key(of line: Substring) -> String? {
    line.firstMatch(of: /^\s*-?\s*([^#\/\s:=][^:=]*)/).map { String($0.1) }
  }
}
