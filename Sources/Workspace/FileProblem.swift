internal import Glibc
package import SourceText

/// Why a file or a folder could not be read.
package struct FileProblem: Error, Hashable, Sendable {
  /// What stands in the way.
  package enum Kind: Hashable, Sendable {
    case missing
    case notPermitted
    /// A pipe, a socket, a device or a folder where a file belongs.
    case notRegular
    case tooLarge(bytes: Int)
    /// A symbolic link that leads out of what is scanned.
    case leadsOut
    /// A path that names something outside of what is scanned.
    case outside
    /// Anything else that the operating system says, in its words.
    case system(String)
  }

  /// The path that was asked for.
  package let path: String
  /// What stands in the way.
  package let kind: Kind

  /// Describes a problem with `path`.
  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// Describes the failure `errno` of a system call on `path`.
  package init(path: String, errno: CInt) {
    self.path = path
    self.kind =
      switch errno {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .notPermitted
      case EISDIR, ENXIO: .notRegular
      default: .system(unsafe String(cString: strerror(errno)))
      }
  }

  /// What is wrong and what to do, as a sentence.
  package var text: LocalizedText {
    switch kind {
    case .missing:
      LocalizedText(
        en: "There is no such file or folder. Check the path.",
        ja: "ファイルまたはフォルダーが存在しない。パスを確認する。"
      )
    case .notPermitted:
      LocalizedText(
        en: "Reading is not permitted. Give the user who runs the scan read access.",
        ja: "読み取りが許可されていない。実行ユーザーに読み取り権限を与える。"
      )
    case .notRegular:
      LocalizedText(
        en: "This is not a regular file, so it is not read.",
        ja: "通常のファイルではないため読み込まない。"
      )
    case .leadsOut:
      LocalizedText(
        en: "This link leads out of what is scanned, so it is not followed.",
        ja: "リンク先がスキャン対象の外にあるため、たどらない。"
      )
    case .outside:
      LocalizedText(
        en: "It lies outside of the repository or folder that is scanned, so it is not read.",
        ja: "スキャン対象のリポジトリまたはフォルダーの外にあるため読み込まない。"
      )
    case .tooLarge(let bytes):
      LocalizedText(
        en:
          "The file has \(bytes >> 20) MiB; files over 64 MiB are not read, AWS would refuse them.",
        ja: "ファイルが \(bytes >> 20) MiB ある。64 MiB を超えるファイルは AWS が受け付けないため読み込まない。"
      )
    case .system(let words):
      LocalizedText(en: "It could not be read: \(words).", ja: "読み込めない: \(words)。")
    }
  }

  /// The problem as a diagnostic.
  package func diagnostic(_ severity: Diagnostic.Severity = .error) -> Diagnostic {
    let code =
      switch kind {
      case .missing: "file.missing"
      case .notPermitted: "file.not-permitted"
      case .notRegular: "file.not-regular"
      case .leadsOut: "file.leads-out"
      case .outside: "file.outside"
      case .tooLarge: "file.too-large"
      case .system: "file.unreadable"
      }
    return Diagnostic(severity, code, text, path: path)
  }
}
