package import Posture
internal import Reports
internal import SourceText
internal import Syntax
internal import Templates

/// Offers to accept a finding by a comment above the line that it points at.
///
/// The reason is left empty for the user to write: without one the comment accepts nothing. Where a
/// comment would become a part of a text, and in JSON, nothing is offered.
package struct AcceptanceComment: FixOffering {
  /// Makes the offer.
  package init() {}

  package func fixes(for finding: Finding, in context: FixContext) -> [OfferedFix] {
    let file = finding.location.file
    let entry = context.catalogue.control(finding.control).map(ControlEntry.init(told:))
    let name = entry?.typedName ?? finding.control
    let comment = "# funaban:accept \(name) reason=\"\""
    let edit = AcceptanceComment.edit(inserting: comment, above: finding.location)
    guard let changed = try? file.applying([edit]), AcceptanceComment.isSame(file, changed) else {
      return []
    }
    let title = LocalizedText(
      en: "Accept \(name) here (write the reason)",
      ja: "\(name) をここで受容する(理由を記入)"
    )
    return [OfferedFix(title: title, edits: [file: [edit]])]
  }

  private static func edit(inserting comment: String, above location: SourceLocation) -> Edit {
    let file = location.file
    let line = file.lineRange(file.lines.line(at: Int(location.range.start)))
    let indentation = file.bytes[line.bounds].prefix { $0 == 0x20 || $0 == 0x09 }
    let text = String(decoding: indentation, as: UTF8.self) + comment + file.newline.rawValue
    return Edit(insert: text, at: Int(line.start))
  }

  /// Whether both files say the same, comments aside.
  private static func isSame(_ file: SourceFile, _ changed: SourceFile) -> Bool {
    switch SourceRole(file.path) {
    case .terraform: file.path.hasSuffix(".json") ? false : words(of: file) == words(of: changed)
    case .dockerfile: instructions(of: file) == instructions(of: changed)
    case .document: isSameDocument(Templates.parse(file), Templates.parse(changed))
    case nil: false
    }
  }

  private static func isSameDocument(_ tree: SyntaxTree, _ changed: SyntaxTree) -> Bool {
    let (old, new) = (tree.documents, changed.documents)
    return changed.diagnostics.count == tree.diagnostics.count && old.count == new.count
      && tree.root?.file.bytes.first { $0 > 0x20 }.map { !"{[".utf8.contains($0) } ?? false
      && zip(old, new).allSatisfy { $0.isEquivalent(to: $1) }
  }

  /// The tokens that are neither comments nor ends of lines.
  private static func words(of file: SourceFile) -> [String] {
    HCLParser.parse(file).tokens.lazy
      .filter { ![.comment, .lineComment, .newline].contains($0.kind) }
      .map { file.text($0.range) }
  }

  private static func instructions(of file: SourceFile) -> [[String]] {
    DockerfileParser.parse(file).instructions.map { instruction in
      [instruction.name.text] + instruction.arguments.map(\.text)
        + instruction.heredocs.map { file.text($0.body) }
    }
  }
}
