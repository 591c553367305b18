package import Posture
package import Remedy
package import SourceText

/// Offers changes to sources that mend a finding, or settle it in another way.
package protocol FixOffering: Sendable {
  /// The changes for `finding`, the best first; none where there is nothing to offer.
  func fixes(for finding: Finding, in context: FixContext) -> [OfferedFix]
}

/// What a finding rests on, as it stands in the editor.
package struct FixContext: Sendable {
  /// The controls that judged it.
  package let catalogue: ControlCatalogue
  /// The documents that were judged, ready to be mended; `nil` where there is no time for that.
  package let workup: Workup?

  /// Gathers what a finding rests on.
  package init(catalogue: ControlCatalogue, workup: Workup?) {
    self.catalogue = catalogue
    self.workup = workup
  }
}

/// A change that a user can choose.
package struct OfferedFix: Sendable {
  /// What it does, as a short command.
  package let title: LocalizedText
  /// The edits by the file that they were made for; all are applied, or none.
  package let edits: [SourceFile: [Edit]]
  /// Whether it is what most users want, so that an editor may choose it by itself.
  package let isPreferred: Bool

  /// Offers `edits`.
  package init(title: LocalizedText, edits: [SourceFile: [Edit]], isPreferred: Bool = false) {
    self.title = title
    self.edits = edits
    self.isPreferred = isPreferred
  }
}
