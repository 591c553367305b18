package import Posture
package import SourceText

/// What came of mending one input.
package struct RemedyOutcome: Sendable {
  /// What became of each failure, in the order of the findings.
  package var findings: [MendedFinding] = []
  /// The files that change, by path: as they are and as they become.
  package var changes: [FileChange] = []
  /// The bytes that no report may show, by file, of the old files and of the new ones.
  package var redactions: [SourceFile: [SourceRange]] = [:]

  /// Starts with nothing.
  package init() {}
}

extension RemedyOutcome {
  /// Whether an edit was dropped that may be possible once the others are written.
  var hasConflicts: Bool { findings.contains(where: \.isConflict) }

  /// Takes over what came of another round upon the changes of this one.
  mutating func retry(with next: RemedyOutcome) {
    for index in findings.indices where findings[index].isConflict {
      let again = next.findings.first { $0.finding.isAbout(the: findings[index].finding) }
      findings[index] = again ?? findings[index]
    }
    add(next)
  }

  /// Adds the changes of a round, or of another input, that was mended upon this.
  package mutating func add(_ next: RemedyOutcome) {
    redactions.merge(next.redactions) { $0 + $1 }
    for change in next.changes {
      if let index = changes.firstIndex(where: { $0.new.path == change.old.path }) {
        changes[index] = FileChange(old: changes[index].old, new: change.new)
      } else {
        changes.append(change)
      }
    }
  }
}

extension MendedFinding {
  fileprivate var isConflict: Bool {
    if case .dropped(.conflict) = state { true } else { false }
  }
}

extension Finding {
  fileprivate func isAbout(the other: Finding) -> Bool {
    control == other.control && resource == other.resource && part == other.part
  }
}

/// A file before and after.
package struct FileChange: Sendable, Hashable {
  /// The file as it was read.
  package let old: SourceFile
  /// The file as it is to be written.
  package let new: SourceFile

  /// Pairs two versions of a file.
  package init(old: SourceFile, new: SourceFile) {
    self.old = old
    self.new = new
  }
}

/// A failure, and what became of it.
package struct MendedFinding: Sendable {
  /// What became of a failure.
  package enum State: Sendable {
    /// The edits mend it, and that is proven.
    case mended
    /// It can be mended, but somebody has to say so first.
    case waiting
    /// No edit can mend it, for this reason.
    case manual(LocalizedText)
    /// Its edit was dropped: it did not prove itself, or stood in the way of another.
    case dropped(LocalizedText)
  }

  /// The failure.
  package let finding: Finding
  /// What became of it.
  package let state: State
  /// How freely its fix may be applied.
  package let applicability: Applicability
  /// What to look at, and what the edit does not do.
  package let notes: [LocalizedText]

  /// Tells what became of `finding`.
  package init(
    _ finding: Finding,
    _ state: State,
    _ applicability: Applicability = .manual,
    notes: [LocalizedText] = []
  ) {
    self.finding = finding
    self.state = state
    self.applicability = applicability
    self.notes = notes
  }
}
