import SourceText

extension LocalizedText {
  /// The catalogue does not know the image.
  static let unknownImage = LocalizedText(
    en: """
      The image is not in the catalogue: find out what the program writes (`docker diff \
      CONTAINER`), and name the paths with `--writable`, or say `--no-writes`.
      """,
    ja: """
      イメージがカタログにない。プログラムが書き込むパスを `docker diff CONTAINER` で調べ、\
      `--writable` で指定する。\
      書き込まないことが分かっているなら `--no-writes` を指定する。
      """
  )

  /// Some mounts of the container can not be seen.
  static let unknownMounts = LocalizedText(
    en: "Not all mounts of the container are known: a path below may be mounted already.",
    ja: "コンテナのマウントの一部が不明である。以下のパスはすでにマウントされている可能性がある。"
  )

  /// An image of unknown make goes by the name of a known one.
  static func resembles(_ name: String) -> LocalizedText {
    LocalizedText(
      en:
        "The repository is called like `\(name)`, but may be built otherwise: the paths are a guess.",
      ja: "リポジトリ名は `\(name)` と同じだが、内容は異なる可能性がある。パスは推定である。"
    )
  }

  /// No mount makes an image work.
  static func unmountable(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "No mount makes `\(name)` work with a read-only root.",
      ja: "`\(name)` はマウントでは読み取り専用ルートに対応できない。"
    )
  }

  /// A path depends on something that is not known here.
  static func unresolved(_ path: ImagePath) -> LocalizedText {
    LocalizedText(
      en: """
        It writes to `\(path.path.shown)` (\(path.reason.en)), and where that is is not known: name \
        it with `--writable`.
        """,
      ja: "`\(path.path.shown)`(\(path.reason.ja))に書き込むが、実際のパスが不明である。`--writable` で指定する。"
    )
  }

  /// A path is written to if something holds that no template shows.
  static func conditional(_ path: String, _ condition: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "It also writes to `\(path)` if \(condition.en): then name it with `--writable`.",
      ja: "`\(path)` にも書き込むことがある(\(condition.ja))。該当する場合は `--writable` で指定する。"
    )
  }
}
