import Posture
import Remedy
import SourceText
import Syntax
import Templates

/// A small project in memory that fails a control, and what mending it comes to.
struct FixProject: Sendable {
  static let catalogue = ControlCatalogue.embedded()

  let control: String
  /// The texts by their paths.
  var files: [String: String]

  /// The failures of the control and what becomes of them, with every fix agreed to.
  func mend() -> RemedyOutcome {
    var options = Remedy.Options()
    let control = control
    options.limit = .needsReview
    options.wants = { $0.control == control }
    return Remedy(Self.catalogue, recipes: .shipped(), options: options).mend(source)
  }

  /// The project with `changes` written.
  func applying(_ changes: [FileChange]) -> FixProject {
    var project = self
    for change in changes {
      project.files[change.new.path] = String(decoding: change.new.bytes, as: UTF8.self)
    }
    return project
  }

  private var source: RemedySource {
    let project = self
    return RemedySource { overlay in
      var texts = project.files.mapValues { Array($0.utf8) }
      for (path, file) in overlay { texts[path] = file.bytes }
      let files = texts.map { SourceFile(path: $0.key, bytes: $0.value) }
      return Self.reading(of: files.sorted { $0.path < $1.path })
    }
  }

  private static func reading(of files: [SourceFile]) -> RemedySource.Reading {
    let loader = Loader(files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) }))
    let options = TemplateOptions(loader: loader)
    if files.contains(where: { $0.path.hasSuffix(".tf") }) {
      let unit = TerraformProject.read("", options: options)
      return RemedySource.Reading(units: [unit], diagnostics: [])
    }
    let trees = files.map { Templates.parse($0) }
    return RemedySource.Reading(
      units: trees.flatMap { Templates.read($0, options: options) },
      diagnostics: trees.flatMap(\.diagnostics)
    )
  }

  private struct Loader: SourceLoader {
    let files: [String: SourceFile]

    func load(_ path: String) -> Result<SourceFile, LoadError> {
      files[path].map { .success($0) }
        ?? .failure(LoadError(path: path, reason: "no such file"))
    }

    func list(_ folder: String) -> Result<[String], LoadError> {
      let start = folder.isEmpty || folder == "." ? "" : folder + "/"
      let names = files.keys.filter { $0.hasPrefix(start) }.map { $0.dropFirst(start.count) }
      return .success(names.filter { !$0.contains("/") }.map(String.init))
    }
  }
}

extension RemedyOutcome {
  /// The changes as a diff.
  var diff: String {
    changes.map { UnifiedDiff(from: $0.old, to: $0.new, context: 1).text }.joined()
  }

  /// The old lines of which nothing is left, not even with other spaces or with a comma.
  var lostLines: Int {
    let lines = diff.split(separator: "\n").filter { !$0.hasPrefix("---") && !$0.hasPrefix("+++") }
    var added = lines.filter { $0.hasPrefix("+") }.map(Self.bare)
    return lines.filter { $0.hasPrefix("-") }.map(Self.bare).count { line in
      guard let index = added.firstIndex(of: line) else { return true }
      added.remove(at: index)
      return false
    }
  }

  private static func bare(_ line: Substring) -> String {
    let text = line.dropFirst().filter { $0 != " " }
    return text.hasSuffix(",") ? String(text.dropLast()) : text
  }
}

extension MendedFinding {
  /// What became of the failure, in words for a test's message.
  var told: String {
    switch state {
    case .mended: "mended"
    case .waiting: "waiting"
    case .manual(let reason): "by hand: \(reason.en)"
    case .dropped(let reason): "dropped: \(reason.en)"
    }
  }
}
