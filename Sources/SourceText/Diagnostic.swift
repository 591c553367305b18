/// Something a reader should know about an input: what, where, and what to do.
///
/// Expected problems of user files are diagnostics beside a partial result; they are not thrown.
package struct Diagnostic: Hashable, Sendable {
  /// How much of the input is lost.
  package enum Severity: String, Sendable {
    /// The input, or the part at the location, could not be read.
    case error
    /// The input was read, but probably not as its author meant.
    case warning
    /// Worth knowing; nothing is lost.
    case note
  }

  /// How much of the input is lost.
  package let severity: Severity
  /// A stable name such as `json.trailing-comma`; scripts may rely on it.
  package let code: String
  /// The sentence to show.
  package let text: LocalizedText
  /// The bytes that the sentence is about; `nil` where the file as a whole could not be read.
  package let location: SourceLocation?
  /// The file that the sentence is about, where there is no location.
  package let path: String?

  /// Reports on the bytes at `location`.
  package init(
    _ severity: Severity,
    _ code: String,
    _ text: LocalizedText,
    at location: SourceLocation
  ) {
    self.severity = severity
    self.code = code
    self.text = text
    self.location = location
    self.path = location.file.path
  }

  /// Reports on a file that could not be read at all.
  package init(_ severity: Severity, _ code: String, _ text: LocalizedText, path: String) {
    self.severity = severity
    self.code = code
    self.text = text
    self.location = nil
    self.path = path
  }
}
