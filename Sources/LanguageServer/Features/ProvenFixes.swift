package import Posture
package import Remedy
internal import Reports
internal import SourceText

/// Offers the edits by which a finding mends, each proven by reading and judging the edited sources.
package struct ProvenFixes: FixOffering {
  private let recipes: RecipeBook

  /// Offers what the controls declare, with `recipes` where a declaration is not enough.
  package init(recipes: RecipeBook) { self.recipes = recipes }

  package func fixes(for finding: Finding, in context: FixContext) -> [OfferedFix] {
    guard finding.verdict == .fail, let control = context.catalogue.control(finding.control),
      let fix = context.workup?.fix(for: finding, recipes: recipes)
    else { return [] }
    let entry = ControlEntry(told: control)
    let isSafe = fix.applicability == .safe
    let title = LocalizedText(
      en: "Fix \(entry.bestName): \(EditorReport.title(of: entry, language: .english))"
        + (isSafe ? "" : " (needs review)"),
      ja: "\(entry.bestName) を修正: \(EditorReport.title(of: entry, language: .japanese))"
        + (isSafe ? "" : "(要確認)")
    )
    return [OfferedFix(title: title, edits: fix.edits, isPreferred: isSafe)]
  }
}
