import Posture
import Remedy
import SourceText
import Syntax
import Templates
import Testing

/// A source of one file that is mended, by the format that its name tells.
struct RecipeSample {
  let path: String
  let text: String
  /// What the command line decides.
  var recipes = RecipeBook.shipped()

  init(_ path: String, _ text: String, recipes: RecipeBook = .shipped()) {
    self.path = path
    self.text = text
    self.recipes = recipes
  }

  /// Mends all that fails `controls`, whatever it takes.
  func mended(_ controls: String...) -> Mended { mended(controls) }

  private func mended(_ controls: [String]) -> Mended {
    var options = Remedy.Options()
    options.limit = .needsReview
    options.wants = { controls.contains($0.control) }
    let path = path
    let file = SourceFile(path: path, text: text)
    let source = RemedySource { files in Self.read(files[path] ?? file) }
    let outcome = Remedy(.embedded(), recipes: recipes, options: options).mend(source)
    return Mended(sample: self, controls: controls, outcome: outcome)
  }

  private static func read(_ file: SourceFile) -> RemedySource.Reading {
    guard file.path.hasSuffix(".tf") else {
      let tree = Templates.parse(file)
      return RemedySource.Reading(units: Templates.read(tree), diagnostics: tree.diagnostics)
    }
    let options = TemplateOptions(loader: OneFile(file: file))
    return RemedySource.Reading(
      units: [TerraformProject.read("", options: options)],
      diagnostics: []
    )
  }

  private struct OneFile: SourceLoader {
    let file: SourceFile

    func load(_ path: String) -> Result<SourceFile, LoadError> {
      path == file.path
        ? .success(file) : .failure(LoadError(path: path, reason: "no such file"))
    }

    func list(_ folder: String) -> Result<[String], LoadError> { .success([file.path]) }
  }

  /// What came of a sample.
  struct Mended {
    let sample: RecipeSample
    let controls: [String]
    let outcome: RemedyOutcome

    /// The text afterwards.
    var text: String {
      outcome.changes.first.map { $0.new.text(SourceRange(0, $0.new.bytes.count)) } ?? sample.text
    }

    /// The difference, without the headers.
    var diff: String {
      outcome.changes.map { UnifiedDiff(from: $0.old, to: $0.new).text }.joined()
        .split(separator: "\n").filter { !$0.hasPrefix("---") && !$0.hasPrefix("+++") }
        .joined(separator: "\n")
    }

    /// The lines that are added, without their indentation.
    var added: [String] {
      diff.split(separator: "\n").filter { $0.hasPrefix("+") }
        .map { $0.dropFirst().drop { $0 == " " } }.map(String.init)
    }

    /// The names of the mended parts.
    var names: [String] {
      outcome.findings.filter { if case .mended = $0.state { true } else { false } }
        .map { $0.finding.part?.name ?? $0.finding.resource.id }
    }

    /// Why the others are not mended, in English.
    var reasons: [String] {
      outcome.findings.compactMap {
        switch $0.state {
        case .manual(let reason), .dropped(let reason): reason.en
        case .mended, .waiting: nil
        }
      }
    }

    /// What is said with the fixes, in English.
    var notes: String { outcome.findings.flatMap(\.notes).map(\.en).joined(separator: "\n") }

    /// The same once more, on what came of it.
    var again: Mended {
      RecipeSample(sample.path, text, recipes: sample.recipes).mended(controls)
    }

    /// Whether nothing fails any more, and nothing is changed by another run.
    var isClean: Bool { again.outcome.findings.isEmpty && again.outcome.changes.isEmpty }
  }
}
