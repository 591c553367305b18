/// A path with at most one variable in it: `${PGDATA:-/var/lib/postgresql/data}`.
///
/// `WORKDIR` means the working directory and `REPOSITORY` the last part of the repository's name;
/// any other name is that of an environment variable.
package struct PathPattern: Sendable, Hashable {
  /// The pattern as it is written.
  package let text: String
  private let prefix: Substring
  private let variable: Substring?
  private let fallback: Substring?
  private let suffix: Substring

  /// Reads a pattern; `nil` for one that is no absolute path.
  init?(_ text: String) {
    self.text = text
    guard let start = text.firstRange(of: "${"), let end = text.firstRange(of: "}"),
      start.upperBound <= end.lowerBound
    else {
      guard text.hasPrefix("/") else { return nil }
      (prefix, variable, fallback, suffix) = (text[...], nil, nil, "")
      return
    }
    let inside = text[start.upperBound..<end.lowerBound]
    let mark = inside.firstRange(of: ":-")
    prefix = text[..<start.lowerBound]
    variable = mark.map { inside[..<$0.lowerBound] } ?? inside
    fallback = mark.map { inside[$0.upperBound...] }
    suffix = text[end.upperBound...]
    guard prefix.isEmpty || prefix.hasPrefix("/") else { return nil }
  }

  /// The path with the variable's value by `lookup`; `nil` where that is not known.
  func path(_ lookup: (String) -> String?) -> String? {
    guard let variable else { return text }
    guard let value = lookup(String(variable)) ?? fallback.map(String.init) else { return nil }
    return "\(prefix)\(value)\(suffix)"
  }

  /// The path with a variable that is not known by its name: `WORKDIR/tmp`.
  var shown: String { variable.map { "\(prefix)\($0)\(suffix)" } ?? text }
}
