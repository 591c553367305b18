internal import SourceText
internal import Syntax
internal import Templates

/// A document as the editor holds it, saved or not.
struct OpenDocument {
  /// The URI in the client's own spelling.
  let uri: String
  /// The path from the workspace folder; absolute for a document outside of it.
  let path: String
  /// What the document may be; `nil` for one that is never judged.
  let role: SourceRole?
  /// The number of the text in the client's count.
  private(set) var version: Int?
  /// The text.
  private(set) var file: SourceFile

  /// Takes the document that `didOpen` describes; `nil` where that lacks its text.
  init?(_ item: Node, uri: String, path: String) {
    guard let text = item["text"]?.string else { return nil }
    self.uri = uri
    self.path = path
    self.role =
      TerraformFileName(path) != nil
      ? .terraform : SourceRole(path) ?? SourceRole(language: item["languageId"]?.string ?? "")
    self.version = item["version"]?.integer
    self.file = SourceFile(path: path, text: text)
  }

  /// Makes the changes of `didChange`, one after the other.
  mutating func apply(_ params: Node, _ encoding: PositionEncoding) {
    version = params.member("textDocument", "version")?.integer ?? version
    for change in params["contentChanges"]?.elements ?? [] { apply(change: change, encoding) }
  }

  private mutating func apply(change: Node, _ encoding: PositionEncoding) {
    guard let text = change["text"]?.string else { return }
    guard let range = change["range"] else {
      file = SourceFile(path: path, text: text)
      return
    }
    guard let start = range["start"].flatMap(TextPosition.init),
      let end = range["end"].flatMap(TextPosition.init)
    else { return }
    let lower = encoding.offset(of: start, in: file)
    let upper = max(lower, encoding.offset(of: end, in: file))
    var bytes = file.bytes
    bytes.replaceSubrange(lower..<upper, with: text.utf8)
    file = SourceFile(path: path, bytes: bytes)
  }
}

extension TextPosition {
  /// Reads a `Position`; `nil` for what is none.
  init?(_ node: Node) {
    guard let line = node["line"]?.integer, let character = node["character"]?.integer else {
      return nil
    }
    self.init(line: line, character: character)
  }
}

extension SourceRole {
  /// The role of a document whose name does not tell, by the language that the editor gives it.
  fileprivate init?(language: String) {
    switch language {
    case "dockerfile": self = .dockerfile
    case "json", "jsonc", "yaml", "cloudformation", "dockercompose": self = .document
    default: return nil
    }
  }
}
