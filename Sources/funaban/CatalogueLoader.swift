import Posture
import SourceText
import Workspace

/// Brings the shipped controls and the user's own together.
enum CatalogueLoader {
  /// The catalogue, and what is wrong with the user's own controls.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where a folder or a list does not exist.
  static func load(
    folders: [String],
    lists: [String: [String]] = [:]
  ) throws -> (catalogue: ControlCatalogue, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var own: [Control] = []
    for path in try folders.flatMap(files) {
      let (control, problems) = ControlReader.checked(try InputFile.required(path))
      diagnostics += problems
      own += [control].compactMap { $0 }
    }
    let shipped = ControlCatalogue.embeddedControls()
    try check(lists, against: shipped + own)
    let judge = ControlCatalogue(own, listOverrides: lists)
    let sound = own.filter { control in
      let problems = judge.problems(of: control)
      diagnostics += problems
      return problems.isEmpty
    }
    return (ControlCatalogue(shipped + sound, listOverrides: lists), diagnostics)
  }

  /// The controls known as `name`; a name that nobody has is wrong use, with a suggestion.
  static func controls(named name: String, in catalogue: ControlCatalogue) throws -> [Control] {
    let controls = catalogue.controls(named: name)
    guard controls.isEmpty else { return controls }
    let similar = catalogue.suggestions(for: name).joined(separator: ", ")
    throw InputFile.wrongUse(
      name,
      LocalizedText(
        en: "There is no such control. "
          + (similar.isEmpty ? "See `funaban controls`." : "Did you mean \(similar)?"),
        ja: "このコントロールは存在しない。"
          + (similar.isEmpty ? "`funaban controls` で確認する。" : "候補: \(similar)。")
      )
    )
  }

  private static func files(in folder: String) throws -> [String] {
    let walker = FileWalker(honoursGitignore: false) { name in
      name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }
    let found = FileWalker.walk(folder, walker)
    if let problem = found.problems.first { throw InputFile.wrongUse(folder, problem.text) }
    return found.files
  }

  private static func check(_ lists: [String: [String]], against controls: [Control]) throws {
    let known = Set(controls.flatMap { $0.lists.map(\.name) })
    guard let name = lists.keys.sorted().first(where: { !known.contains($0) }) else { return }
    let names = known.sorted().joined(separator: ", ")
    throw InputFile.wrongUse(
      name,
      LocalizedText(
        en: "No control has a list of this name. Lists: \(names).",
        ja: "この名前のリストを持つコントロールはない。リスト: \(names)。"
      )
    )
  }
}
