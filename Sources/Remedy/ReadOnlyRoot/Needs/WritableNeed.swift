package import SourceText

/// A path that a container must be able to write to under a read-only root, and how that is known.
package struct WritableNeed: Sendable, Hashable {
  /// The absolute, real path of a folder.
  package let path: String
  /// What is written there.
  package let reason: LocalizedText
  /// How well it is known.
  package internal(set) var grade: EvidenceGrade
  /// Where that is written: documents, issues, lines of the Dockerfile.
  package internal(set) var sources: [String]
  /// Whether what is written must outlive the task.
  package internal(set) var isPersistent = false
  /// Whether the image ships files there that a mount hides, so that they are to be copied first.
  package internal(set) var mustBeSeeded = false
  /// Whether programs are run from there.
  package internal(set) var needsExecution = false
  /// Whether a tmpfs will not do.
  package internal(set) var needsVolume = false
  /// Whether the Dockerfile declares a volume at the very path, so that ECS copies files and owner.
  package internal(set) var isImageVolume = false
  /// The mode that the folder must have, in octal.
  package internal(set) var mode: String?
  /// The size that a tmpfs should have, in MiB.
  package internal(set) var size: Int?
  /// The bytes that say so, where a file of the repository does.
  package internal(set) var location: SourceLocation?

  init(path: String, reason: LocalizedText, grade: EvidenceGrade, sources: [String] = []) {
    self.path = path
    self.reason = reason
    self.grade = grade
    self.sources = sources
  }

  /// Takes up what `other` says of the same path; the better evidence counts.
  mutating func merge(_ other: WritableNeed) {
    grade = min(grade, other.grade)
    sources += other.sources.filter { !sources.contains($0) }
    isPersistent = isPersistent || other.isPersistent
    mustBeSeeded = mustBeSeeded || other.mustBeSeeded
    needsExecution = needsExecution || other.needsExecution
    needsVolume = needsVolume || other.needsVolume
    isImageVolume = isImageVolume || other.isImageVolume
    mode = mode ?? other.mode
    size = [size, other.size].compactMap { $0 }.max()
    location = location ?? other.location
  }
}
