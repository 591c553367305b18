package import SourceText

/// What is known of one image, or of one program whatever its image: where it writes when it runs.
package struct ImageEntry: Sendable {
  /// What an entry is about besides images and programs.
  package enum Feature: String, Sendable, CaseIterable {
    /// A service lets people into its containers.
    case ecsExec = "ecs-exec"
  }

  /// The name: `nginx`, `gunicorn`.
  package let id: String
  /// The repositories of the image; empty where a program or a feature is meant.
  package let repositories: [RepositoryPattern]
  /// The feature that the entry is about.
  package let feature: Feature?
  /// The signs that must show for the entry to apply; without any it always does.
  package let signs: ImageSigns
  /// The signs that must not show.
  package let contrarySigns: ImageSigns
  /// Whether the image starts as root; `false` says that nothing is known.
  package let startsAsRoot: Bool
  /// Whether the image has a shell and `cp`.
  package let hasShell: Bool
  /// Whether mounts can make the paths writable at all.
  package let isMountable: Bool
  /// Whether reports speak against the entry, so that it must be tried before it is relied upon.
  package let needsTrial: Bool
  /// The paths, in the order of the file.
  package let paths: [ImagePath]
  /// How well it is known that nothing else is written to; `nil` leaves that to the paths.
  package let grade: EvidenceGrade?
  /// Where that is written.
  package let sources: [String]
  /// What else there is to know.
  package let remark: LocalizedText?

  /// How well the entry as a whole is known: no better than its worst path.
  var worstGrade: EvidenceGrade {
    (paths.filter { $0.condition == nil }.map(\.grade) + [grade].compactMap { $0 }).max()
      ?? .presumed
  }
}

/// A path that the containers of an image write to.
package struct ImagePath: Sendable {
  /// The absolute, real path; it may hold one variable, `${PGDATA:-/var/lib/postgresql/data}`.
  package let path: PathPattern
  /// Other names of the path, by symbolic links of the image.
  package let aliases: [String]
  /// What is written there.
  package let reason: LocalizedText
  /// The signs that must show for the path to be written to; without any it always is.
  package let signs: ImageSigns
  /// The signs by which it is not.
  package let contrarySigns: ImageSigns
  /// What decides that no template shows; such a path is a hint only.
  package let condition: LocalizedText?
  /// Whether the image ships files there, which a mount would hide.
  package let isSeeded: Bool
  /// Whether what is written there must outlive the task.
  package let isPersistent: Bool
  /// Whether programs are run from there.
  package let isExecuted: Bool
  /// Whether only a volume will do, no tmpfs.
  package let needsVolume: Bool
  /// The mode that the folder must have, in octal.
  package let mode: String?
  /// The size of a tmpfs in MiB; `nil` for the usual one.
  package let size: Int?
  /// How well it is known.
  package let grade: EvidenceGrade
  /// Where it is written: a file of a public repository (`owner/name@file`), or an issue of one.
  package let sources: [String]
}
