import ArgumentParser
import Remedy
import SourceText

/// The options about the paths that must stay writable under a read-only root file system.
struct ReadOnlyRootOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        en: "A path that the containers, or one of them, write to; repeatable.",
        ja: "コンテナが書き込むパス。コンテナ名も指定できる。複数指定可。"
      ),
      valueName: "[container=]path"
    )
  )
  var writable: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(
        en: "The containers write to nothing but the paths given with --writable.",
        ja: "コンテナは --writable で指定したパス以外に書き込まないものとする。"
      )
    )
  )
  var noWrites = false

  @Option(
    help: ArgumentHelp(
      say(
        en: "The same for one container; repeatable.",
        ja: "--no-writes を特定のコンテナだけに適用する。複数指定可。"
      ),
      valueName: "container"
    )
  )
  var noWritesIn: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        en:
          "An EFS file system for a path, or for all data that must outlive the tasks; repeatable.",
        ja: "パス(省略時は永続化が必要なすべてのデータ)を置く EFS ファイルシステム。複数指定可。"
      ),
      valueName: "[[container=]path=]fs-id[:fsap-id]"
    )
  )
  var persistent: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Prefer empty volumes to memory file systems (tmpfs).",
        ja: "tmpfs より空のボリュームを優先する。"
      )
    )
  )
  var volumes = false

  @Flag(
    help: ArgumentHelp(
      say(
        en:
          "Keep ECS Exec on, with the mounts that are known to make it work: not supported by AWS.",
        ja: "ECS Exec を有効のまま残し、動作が知られているマウントを追加する。AWS のサポート外。"
      )
    )
  )
  var execMounts = false

  /// What the options decide.
  ///
  /// - Throws: wrong usage, where a value is none of its kind.
  func mounts() throws -> MountOptions {
    var options = MountOptions()
    options.writablePaths = try writable.map { text in
      guard let path = DeclaredPath(text) else { throw InputFile.wrongUse(text, .noPath) }
      return path
    }
    options.fileSystems = try persistent.map { text in
      guard let system = PersistentFileSystem(text) else {
        throw InputFile.wrongUse(text, .noFileSystem)
      }
      return system
    }
    options.writesNothing = noWrites
    options.silentContainers = Set(noWritesIn)
    options.prefersVolumes = volumes
    options.keepsExec = execMounts
    return options
  }

  /// Checks that the containers that the options name are among `names`.
  ///
  /// - Throws: wrong usage, with the names that there are.
  func check(against names: Set<String>) throws {
    let options = try mounts()
    let named =
      options.writablePaths.compactMap(\.container) + options.fileSystems.compactMap(\.container)
      + noWritesIn
    guard let unknown = named.first(where: { !names.contains($0) }) else { return }
    let list = names.sorted().joined(separator: ", ")
    throw InputFile.wrongUse(
      unknown,
      LocalizedText(
        en: "There is no such container. Containers: \(list.isEmpty ? "none" : list).",
        ja: "このコンテナは存在しない。コンテナ: \(list.isEmpty ? "なし" : list)。"
      )
    )
  }
}

extension LocalizedText {
  fileprivate static let noPath = LocalizedText(
    en: """
      This is no absolute path that something can be mounted at; write `/var/cache` or \
      `web=/var/cache`.
      """,
    ja: "マウントできる絶対パスではない。`/var/cache` か `web=/var/cache` の形で指定する。"
  )

  fileprivate static let noFileSystem = LocalizedText(
    en: "This is no file system; write `/data=fs-0123456789abcdef0`, or `…:fsap-…` behind it.",
    ja: "ファイルシステムの指定ではない。`/data=fs-0123456789abcdef0` の形で指定し、必要なら `:fsap-…` を続ける。"
  )
}
