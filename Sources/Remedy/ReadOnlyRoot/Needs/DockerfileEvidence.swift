import Inventory
import SourceText

/// What a Dockerfile, and the environment of a container, say of the paths that are written to.
struct DockerfileEvidence {
  private(set) var needs: [WritableNeed] = []
  private(set) var warnings: [LocalizedText] = []

  /// Reads the signs that `site` shows.
  init(_ site: ContainerSite) {
    addVariables(of: site)
    guard let profile = site.profile else { return }
    for volume in profile.volumes { add(volume) }
    let signs = Dictionary(grouping: profile.writablePaths, by: \.path)
    for path in profile.writablePaths.map(\.path).uniqued {
      add(path, signs[path] ?? [], profile, site.workingDirectory)
    }
  }

  /// Folders that environment variables name for temporary files.
  private mutating func addVariables(of site: ContainerSite) {
    for name in ["TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME"] {
      guard let path = site.path(inEnvironment: name) else { continue }
      needs.append(WritableNeed(path: path, reason: .named(by: name), grade: .reported))
    }
    let option = "-Djava.io.tmpdir="
    for word in site.words + site.javaOptions where word.hasPrefix(option) {
      guard let path = ContainerPath(String(word.dropFirst(option.count))) else { continue }
      needs.append(
        WritableNeed(path: path.text, reason: .named(by: "java.io.tmpdir"), grade: .reported)
      )
    }
  }

  private mutating func add(_ volume: Value) {
    guard let path = volume.text.flatMap(ContainerPath.init) else { return }
    var need = WritableNeed(
      path: path.text,
      reason: .volumeOfImage,
      grade: .documented,
      sources: volume.origin.map { [$0.shown] } ?? []
    )
    // Under another name ECS finds no volume of the image, and copies nothing.
    need.isImageVolume = path.text == volume.text
    need.needsVolume = true
    need.location = volume.origin
    needs.append(need)
  }

  /// Adds a folder that the build gives to another user or opens for writing.
  ///
  /// A folder that the same build makes holds nothing that a mount could hide; of any other that is
  /// not known. The folder of the program itself is no place for a mount.
  private mutating func add(
    _ text: String,
    _ signs: [WritablePath],
    _ profile: ImageProfile,
    _ workingDirectory: String?
  ) {
    guard let path = ContainerPath(text),
      let sign = signs.first(where: { $0.sign == .owner || $0.sign == .mode })
    else { return }
    let isFile = signs.contains { $0.sign == .file || $0.sign.isLink }
    let shipsFiles = profile.writablePaths.contains {
      $0.sign == .copied && ContainerPath($0.path)?.isWithin(path.text) ?? false
    }
    let holdsProgram = workingDirectory.flatMap(ContainerPath.init)?.isWithin(path.text) ?? false
    if isFile { return }
    if shipsFiles || holdsProgram {
      warnings.append(.programFolder(path.text, sign.location))
      return
    }
    let isMade = signs.contains { $0.sign == .directory }
    var need = WritableNeed(
      path: path.text,
      reason: .preparedByBuild,
      grade: isMade ? .reported : .presumed,
      sources: [sign.location.shown]
    )
    need.location = sign.location
    needs.append(need)
    if !isMade { warnings.append(.perhapsHidden(path.text, sign.location)) }
  }
}

extension ContainerSite {
  /// The words of the variables that hold options for Java.
  fileprivate var javaOptions: [String] {
    ["JAVA_OPTS", "JAVA_TOOL_OPTIONS"].flatMap { name in
      (text(inEnvironment: name) ?? "").split(separator: " ").map(String.init)
    }
  }
}

extension WritablePath.Sign {
  fileprivate var isLink: Bool { if case .link = self { true } else { false } }
}

extension SourceLocation {
  /// The file and the line: `app/Dockerfile:3`.
  fileprivate var shown: String { "\(file.path):\(position.line)" }
}

extension [String] {
  /// The elements, each where it stands first.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension LocalizedText {
  fileprivate static let volumeOfImage = LocalizedText(
    en: "`VOLUME` of the Dockerfile",
    ja: "Dockerfile の `VOLUME`"
  )
  fileprivate static let preparedByBuild = LocalizedText(
    en: "the Dockerfile gives it to the program's user",
    ja: "Dockerfile が実行ユーザーに書き込みを許可している"
  )

  fileprivate static func named(by name: String) -> LocalizedText {
    LocalizedText(en: "`\(name)` names it", ja: "`\(name)` で指定されている")
  }

  fileprivate static func perhapsHidden(
    _ path: String,
    _ location: SourceLocation
  ) -> LocalizedText {
    LocalizedText(
      en: """
        \(location.shown) makes `\(path)` writable; whether the image ships files there, which a mount \
        would hide, is not known.
        """,
      ja: """
        \(location.shown) は `\(path)` を書き込み可能にしているが、マウントで隠れるファイルがイメージにあるかどうかは分からない。
        """
    )
  }

  fileprivate static func programFolder(
    _ path: String,
    _ location: SourceLocation
  ) -> LocalizedText {
    LocalizedText(
      en: """
        \(location.shown) makes `\(path)` writable, but the program stands there, and a mount would \
        hide it. Find out what is written below it, and name that with `--writable`.
        """,
      ja: """
        \(location.shown) は `\(path)` を書き込み可能にしているが、プログラムが置かれているためマウントすると隠れてしまう。\
        実際に書き込まれるパスを調べ、`--writable` で指定する。
        """
    )
  }
}
