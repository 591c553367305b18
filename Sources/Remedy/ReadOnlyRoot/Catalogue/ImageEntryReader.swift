import SourceText
import Syntax

/// Reads an entry of the image catalogue from its YAML file.
struct ImageEntryReader {
  private let file: SourceFile
  private(set) var diagnostics: [Diagnostic]
  private let root: Node?

  init(_ file: SourceFile) {
    self.file = file
    let tree = YAMLParser.parse(file)
    diagnostics = tree.diagnostics
    root = tree.root.flatMap { $0.kind == .mapping ? $0 : nil }
  }

  /// The entry; `nil` where something is wrong with it.
  mutating func read() -> ImageEntry? {
    guard let root else {
      report(.notAMapping, at: nil)
      return nil
    }
    checkKeys(of: root, Self.entryKeys)
    guard let id = root["id"]?.string, !id.isEmpty else {
      report(.missing("id"), at: nil)
      return nil
    }
    let entry = ImageEntry(
      id: id,
      repositories: texts("image", of: root).map(RepositoryPattern.init),
      feature: choice("feature", of: root, ImageEntry.Feature.allCases),
      signs: signs("when", of: root),
      contrarySigns: signs("unless", of: root),
      startsAsRoot: root["user"]?.string == "root",
      hasShell: flag("shell", of: root),
      isMountable: root["mountable"] == nil || flag("mountable", of: root),
      needsTrial: flag("trial", of: root),
      paths: nodes("paths", of: root).compactMap { path($0) },
      grade: grade(of: root),
      sources: texts("source", of: root),
      remark: localized("remark", of: root)
    )
    if entry.repositories.isEmpty, entry.signs.commands.isEmpty, entry.feature == nil {
      report(.missing("image"), at: root)
    }
    return diagnostics.contains { $0.severity == .error } ? nil : entry
  }

  private static let entryKeys = [
    "id", "image", "feature", "when", "unless", "user", "shell", "mountable", "trial", "paths",
    "grade", "source", "remark",
  ]
  private static let pathKeys = [
    "path", "alias", "why", "when", "unless", "if", "seed", "persistent", "exec", "volume", "mode",
    "size", "grade", "source",
  ]

  private mutating func path(_ node: Node) -> ImagePath? {
    checkKeys(of: node, Self.pathKeys)
    guard let text = node["path"]?.string, let pattern = PathPattern(text) else {
      report(.noPath, at: node["path"] ?? node)
      return nil
    }
    guard let reason = localized("why", of: node) else {
      report(.missing("why"), at: node)
      return nil
    }
    guard let grade = grade(of: node) else {
      report(.missing("grade"), at: node)
      return nil
    }
    return ImagePath(
      path: pattern,
      aliases: texts("alias", of: node),
      reason: reason,
      signs: signs("when", of: node),
      contrarySigns: signs("unless", of: node),
      condition: localized("if", of: node),
      isSeeded: flag("seed", of: node),
      isPersistent: flag("persistent", of: node),
      isExecuted: flag("exec", of: node),
      needsVolume: flag("volume", of: node),
      mode: node["mode"]?.string,
      size: size(of: node),
      grade: grade,
      sources: texts("source", of: node)
    )
  }

  private mutating func size(of node: Node) -> Int? {
    guard let value = node["size"] else { return nil }
    guard let number = value.number.flatMap({ Int(exactly: $0) }), number > 0 else {
      report(.noSize, at: value)
      return nil
    }
    return number
  }

  private mutating func signs(_ key: String, of node: Node) -> ImageSigns {
    guard let signs = node[key] else { return ImageSigns() }
    checkKeys(of: signs, ["tag", "command", "environment", "mount"])
    return ImageSigns(
      tags: texts("tag", of: signs),
      commands: texts("command", of: signs),
      environment: texts("environment", of: signs),
      mounts: texts("mount", of: signs)
    )
  }

  private mutating func grade(of node: Node) -> EvidenceGrade? {
    choice("grade", of: node, [.documented, .reported, .presumed])
  }

  private mutating func choice<Choice: RawRepresentable<String>>(
    _ key: String,
    of node: Node,
    _ choices: [Choice]
  ) -> Choice? {
    guard let value = node[key] else { return nil }
    if let choice = choices.first(where: { $0.rawValue == value.string }) { return choice }
    report(.notOneOf(value.string ?? key, choices.map(\.rawValue)), at: value)
    return nil
  }

  private mutating func flag(_ key: String, of node: Node) -> Bool {
    guard let value = node[key] else { return false }
    if value.bool == nil { report(.noFlag(key), at: value) }
    return value.bool ?? false
  }

  private mutating func texts(_ key: String, of node: Node) -> [String] {
    nodes(key, of: node).compactMap { element in
      if element.string == nil { report(.noTexts(key), at: element) }
      return element.string
    }
  }

  private mutating func nodes(_ key: String, of node: Node) -> [Node] {
    guard let value = node[key] else { return [] }
    if value.kind != .sequence { report(.noList(key), at: value) }
    return value.elements
  }

  private func localized(_ key: String, of node: Node) -> LocalizedText? {
    guard let value = node[key], let en = value["en"]?.string ?? value["ja"]?.string else {
      return nil
    }
    return LocalizedText(en: en, ja: value["ja"]?.string ?? en)
  }

  private mutating func checkKeys(of node: Node, _ known: [String]) {
    for entry in node.entries where !known.contains(entry.key.string ?? "") {
      report(.notOneOf(entry.key.string ?? "", known), at: entry.key)
    }
  }

  private mutating func report(_ text: LocalizedText, at node: Node?) {
    let location = node?.location ?? SourceLocation(file, SourceRange(0, 0))
    diagnostics.append(Diagnostic(.error, "image.invalid", text, at: location))
  }
}

extension LocalizedText {
  fileprivate static let notAMapping = LocalizedText(
    en: "An image is described by a mapping with keys such as `id`, `image` and `paths`.",
    ja: "イメージは `id`、`image`、`paths` などのキーを持つマッピングで書く。"
  )
  fileprivate static let noPath = LocalizedText(
    en: "`path` must be an absolute path.",
    ja: "`path` は絶対パスで書く。"
  )
  fileprivate static let noSize = LocalizedText(
    en: "`size` must be a number of MiB.",
    ja: "`size` は MiB 単位の数で書く。"
  )

  fileprivate static func missing(_ key: String) -> LocalizedText {
    LocalizedText(en: "The key `\(key)` is missing.", ja: "キー `\(key)` がない。")
  }

  fileprivate static func notOneOf(_ name: String, _ choices: [String]) -> LocalizedText {
    let list = choices.joined(separator: ", ")
    return LocalizedText(
      en: "`\(name)` is not known here. Known: \(list).",
      ja: "`\(name)` はここでは使えない。使えるもの: \(list)。"
    )
  }

  fileprivate static func noFlag(_ key: String) -> LocalizedText {
    LocalizedText(en: "`\(key)` must be true or false.", ja: "`\(key)` は true か false で書く。")
  }

  fileprivate static func noList(_ key: String) -> LocalizedText {
    LocalizedText(en: "`\(key)` must be a list.", ja: "`\(key)` はリストで書く。")
  }

  fileprivate static func noTexts(_ key: String) -> LocalizedText {
    LocalizedText(en: "`\(key)` must be a list of texts.", ja: "`\(key)` は文字列のリストで書く。")
  }
}
