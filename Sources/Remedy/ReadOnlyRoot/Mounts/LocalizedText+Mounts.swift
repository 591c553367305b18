import SourceText

extension LocalizedText {
  /// The sentence behind the name of the container that it is about.
  func of(_ container: String) -> LocalizedText {
    LocalizedText(en: "`\(container)`: \(en)", ja: "`\(container)`: \(ja)")
  }

  /// Windows containers have no read-only root.
  static let windows = LocalizedText(
    en: "Windows containers do not support a read-only root file system: there is nothing to fix.",
    ja: "Windows コンテナは読み取り専用ルートファイルシステムをサポートしていないため、修正できない。"
  )
  /// The operating system is not known.
  static let unknownSystem = LocalizedText(
    en:
      "The operating system family is not known; Windows containers do not support a read-only root.",
    ja: "オペレーティングシステムファミリーが不明である。Windows コンテナは読み取り専用ルートをサポートしていない。"
  )
  /// Nothing says where the tasks run.
  static let unknownLaunchType = LocalizedText(
    en:
      "The launch type is not known: on Fargate, tmpfs takes Linux platform version 1.4.0 or later.",
    ja: "起動タイプが不明である。Fargate の tmpfs には Linux プラットフォームバージョン 1.4.0 以降が必要。"
  )
  /// ECS Exec is on.
  static let execStops = LocalizedText(
    en: """
      ECS Exec is on for a service that runs this task definition, and AWS does not support it with a \
      read-only root: turn it off, or add the mounts that are known to make it work with `--exec-mounts` (not supported by AWS).
      """,
    ja: """
      このタスク定義を実行するサービスで ECS Exec が有効である。読み取り専用ルートでの ECS Exec を AWS はサポートしていない。\
      無効にするか、`--exec-mounts` で動作が知られているマウント(AWS のサポート外)を追加する。
      """
  )
  /// ECS Exec is on, and is to stay so.
  static let execAtOwnRisk = LocalizedText(
    en: "The mounts for ECS Exec are not supported by AWS: a new agent may need others.",
    ja: "ECS Exec 用のマウントは AWS のサポート外である。エージェントの更新で別のパスが必要になる可能性がある。"
  )

  /// The paths are worked out from signs.
  static func inferred(_ needs: [WritableNeed]) -> LocalizedText {
    let guesses = needs.filter { $0.grade == .presumed }.map { "`\($0.path)`" }
      .joined(separator: ", ")
    return LocalizedText(
      en: """
        What the program writes besides is not known: try it with a read-only root first, or name all \
        paths with `--writable`.\(guesses.isEmpty ? "" : " Guessed: \(guesses).")
        """,
      ja: """
        これ以外にプログラムが書き込むパスは分からない。先に読み取り専用ルートで動作を確認するか、\
        `--writable` ですべてのパスを指定する。\(guesses.isEmpty ? "" : "推定: \(guesses)。")
        """
    )
  }

  /// A volume that only root can write to.
  static func rootOwned(_ path: String) -> LocalizedText {
    LocalizedText(
      en: """
        The volume at `\(path)` belongs to root: another user cannot write to it, unless the Dockerfile \
        has a `VOLUME` on exactly this path behind a `chown`, or an init container changes the owner.
        """,
      ja: """
        `\(path)` のボリュームは root 所有になる。root 以外のユーザーで書き込むには、Dockerfile で `chown` の後に\
        まったく同じパスの `VOLUME` を宣言するか、init コンテナで所有者を変更する。
        """
    )
  }

  /// Data that goes with the task.
  static func notPersistent(_ path: String) -> LocalizedText {
    LocalizedText(
      en: """
        What is written to `\(path)` is lost when the task stops, as it is without the mount. Data that \
        must stay needs a file system: `--persistent \(path)=fs-…`.
        """,
      ja: """
        `\(path)` に書いた内容はタスクの停止時に失われる(マウントがない場合と同じ)。残す必要があるデータは \
        `--persistent \(path)=fs-…` で EFS に置く。
        """
    )
  }

  /// Data that goes to a file system.
  static func onFileSystem(
    _ path: String,
    _ system: PersistentFileSystem,
    _ volume: String
  ) -> LocalizedText {
    let folder =
      system.accessPointID == nil
      ? LocalizedText(
        en: " The folder `/\(volume)` must be there, and belong to the container's user.",
        ja: "フォルダー `/\(volume)` をあらかじめ作成し、コンテナのユーザーを所有者にする。"
      )
      : LocalizedText(
        en: " The access point must be for this path alone, and its user the container's.",
        ja: "アクセスポイントはこのパス専用とし、ユーザーをコンテナのユーザーに合わせる。"
      )
    return LocalizedText(
      en: """
        `\(path)` goes to `\(system.fileSystemID)`: it needs mount targets in the subnets of the tasks and \
        TCP 2049 open to them, and it starts empty.\(folder.en)
        """,
      ja: """
        `\(path)` は `\(system.fileSystemID)` に置かれる。タスクのサブネットのマウントターゲットと、タスクからの TCP 2049 の許可が必要。\
        最初は空である。\(folder.ja)
        """
    )
  }

  /// A file system is given for a path that nothing is mounted at.
  static func unusedFileSystem(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "No container is known to write to `\(path)`: name it with `--writable` too.",
      ja: "`\(path)` に書き込むコンテナは見つからなかった。`--writable` でも指定する。"
    )
  }

  /// Files are copied first.
  static func seeded(_ paths: [String], _ runsAsRoot: Bool) -> LocalizedText {
    let list = paths.map { "`\($0)`" }.joined(separator: ", ")
    let root =
      runsAsRoot
      ? LocalizedText(
        en: " It runs as root, as only root can write to a new volume.",
        ja: "新しいボリュームには root しか書き込めないため、root で実行する。"
      ) : LocalizedText(en: "", ja: "")
    return LocalizedText(
      en: """
        A mount hides what the image ships at \(list), so another container copies it to the volume \
        first.\(root.en)
        """,
      ja: "マウントすると \(list) にあるイメージのファイルが隠れるため、別のコンテナが先にボリュームへコピーする。\(root.ja)"
    )
  }

  /// Files would have to be copied, and nothing can.
  static func noSeeder(_ paths: [String]) -> LocalizedText {
    let list = paths.map { "`\($0)`" }.joined(separator: ", ")
    return LocalizedText(
      en: """
        A mount hides what the image ships at \(list), and the image is not known to have a shell to \
        copy it with: build an image with a `VOLUME` there, or write elsewhere.
        """,
      ja: """
        マウントすると \(list) にあるイメージのファイルが隠れるが、コピーに使えるシェルがイメージにあるか分からない。\
        そのパスに `VOLUME` を宣言したイメージを作るか、書き込み先を変える。
        """
    )
  }

  /// Memory file systems take a good part of the memory.
  static func muchMemory(_ total: Int, of limit: Int) -> LocalizedText {
    LocalizedText(
      en: """
        The tmpfs mounts may take up to \(total) MiB of the \(limit) MiB of memory: raise it, or prefer \
        volumes.
        """,
      ja: "tmpfs は最大 \(total) MiB を使い、メモリは \(limit) MiB である。メモリを増やすか、ボリュームを使う。"
    )
  }
}
