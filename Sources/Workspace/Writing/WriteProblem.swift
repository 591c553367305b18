internal import Glibc
package import SourceText

/// Why files were not written.
package struct WriteProblem: Error, Hashable, Sendable {
  /// What stands in the way.
  package enum Kind: Hashable, Sendable {
    case missing
    /// The file no longer has the bytes that were read.
    case changed
    case readOnlyFile
    case readOnlyFolder
    /// A symbolic link, and links are not to be followed.
    case link
    /// A symbolic link that leads out of what is mended.
    case leadsOut
    /// A pipe, a socket, a device or a folder where a file belongs.
    case notRegular
    /// The file has other names, which a replacement would leave behind with the old contents.
    case hardLinks
    /// The file belongs to somebody else, and a replacement would belong to this user.
    case foreignOwner
    /// Two paths of one transaction name the same file.
    case namedTwice
    case diskFull
    /// The file could not be read for the comparison.
    case unread(FileProblem.Kind)
    /// Anything else that the operating system says, in its words.
    case system(String)
  }

  /// The path that was to be written.
  package let path: String
  /// What stands in the way.
  package let kind: Kind
  /// The files that were replaced before; empty unless the operating system refused a rename.
  package internal(set) var written: [String] = []

  init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// Describes the failure `errno` of a system call on behalf of `path`.
  init(path: String, errno: CInt) {
    self.path = path
    self.kind =
      switch errno {
      case ENOENT, ENOTDIR: .missing
      case ELOOP: .link
      case EROFS: .readOnlyFolder
      case ENOSPC, EDQUOT: .diskFull
      default: .system(unsafe String(cString: strerror(errno)))
      }
  }
}

extension WriteProblem {
  /// What is wrong and what to do, then what was written all the same.
  package var text: LocalizedText {
    guard !written.isEmpty else { return reason }
    let names = written.joined(separator: ", ")
    return LocalizedText(
      en: "\(reason.en) These files were written before: \(names).",
      ja: "\(reason.ja)書き込み済みのファイル: \(names)。"
    )
  }

  private var reason: LocalizedText {
    switch kind {
    case .missing:
      LocalizedText(
        en: "The file is gone since it was read. Run the command again.",
        ja: "読み込み後にファイルがなくなった。コマンドを再実行する。"
      )
    case .changed:
      LocalizedText(
        en: "The file changed since it was read, so it is not overwritten. Run the command again.",
        ja: "読み込み後にファイルが変更されたため上書きしない。コマンドを再実行する。"
      )
    case .readOnlyFile:
      LocalizedText(
        en: "The file is read-only. Make it writable (`chmod u+w`), or leave it out.",
        ja: "ファイルが読み取り専用。書き込み可能にする(`chmod u+w`)か、対象から外す。"
      )
    case .readOnlyFolder:
      LocalizedText(
        en: "The folder of the file is read-only. Make it writable, or leave the file out.",
        ja: "ファイルのあるフォルダーが読み取り専用。書き込み可能にするか、対象から外す。"
      )
    case .link:
      LocalizedText(
        en: "This is a symbolic link, so it is not written. Name the file that it leads to.",
        ja: "シンボリックリンクのため書き込まない。リンク先のファイルを指定する。"
      )
    case .leadsOut:
      LocalizedText(
        en: "This link leads out of the repository or folder, so its target is not written.",
        ja: "リンク先がリポジトリまたはフォルダーの外にあるため書き込まない。"
      )
    case .notRegular:
      LocalizedText(
        en: "This is not a regular file, so it is not written.",
        ja: "通常のファイルではないため書き込まない。"
      )
    case .hardLinks:
      LocalizedText(
        en:
          "The file has other names (hard links) that would keep the old contents. Copy it first.",
        ja: "ハードリンクの別名に古い内容が残るため書き込まない。先にファイルをコピーする。"
      )
    case .foreignOwner:
      LocalizedText(
        en: "The file belongs to another user or group, which could not be kept. Run as its owner.",
        ja: "ファイルの所有者またはグループを維持できないため書き込まない。所有者として実行する。"
      )
    case .namedTwice:
      LocalizedText(
        en: "Two paths lead to this file. Name it once.",
        ja: "2 つのパスが同じファイルを指している。一方だけを指定する。"
      )
    case .diskFull:
      LocalizedText(
        en: "The disk is full, or the quota used up. Make room and run the command again.",
        ja: "ディスクに空きがない(またはクォータの上限)。空きを作ってコマンドを再実行する。"
      )
    case .unread(let kind): FileProblem(path: path, kind: kind).text
    case .system(let words):
      LocalizedText(en: "It could not be written: \(words).", ja: "書き込めない: \(words)。")
    }
  }

  /// The problem as a diagnostic.
  package var diagnostic: Diagnostic { Diagnostic(.error, "file.unwritten", text, path: path) }
}
