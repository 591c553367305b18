package import SourceText
internal import Syntax

/// The decisions on record of one repository: `.funaban/acceptances.yaml`.
///
/// `docs/acceptances.schema.json` describes the file. An entry speaks of the findings of a control
/// and, as far as it names them, of a resource, a file, a container and an environment variable:
///
/// ```yaml
/// acceptances:
///   - control: ecr.public-repository
///     resource: Website
///     reason: The image is meant for everybody.
///     owner: platform team
///     until: 2027-03-31
/// ```
package struct AcceptanceRegister: Sendable {
  /// The path of the file below the folder in which a scan runs.
  package static let fileName = ".funaban/acceptances.yaml"

  /// The file.
  package let file: SourceFile
  /// The decisions that count, in source order.
  package private(set) var acceptances: [Acceptance] = []
  /// What is wrong with the file.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads the decisions in `file`; one that is incomplete is reported and does not count.
  package init(_ file: SourceFile) {
    let tree = YAMLParser.parse(file)
    self.init(tree.root, in: file)
    diagnostics = tree.diagnostics + diagnostics
  }

  /// Reads the decisions in `root`, which is a register.
  init(_ root: Node?, in file: SourceFile) {
    self.file = file
    guard let root, root.kind != .null else { return }
    if root.kind == .mapping, root["acceptances"]?.kind == .null { return }
    guard let list = root["acceptances"], list.kind == .sequence else {
      diagnostics.append(AcceptanceRegister.noList(file))
      return
    }
    var reader = AcceptanceReader()
    acceptances = list.elements.compactMap { reader.read($0, source: .register) }
    diagnostics += reader.diagnostics
  }

  private static func noList(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error,
      "acceptance.invalid",
      LocalizedText(
        en: "Acceptances are a list under the key `acceptances`.",
        ja: "受容はキー `acceptances` の下にリストで書く。"
      ),
      at: SourceLocation(file, SourceRange(0, 0))
    )
  }
}
