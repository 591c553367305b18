package import SourceText
internal import Syntax

/// What a repository's `.funaban.yaml` says; options on the command line go first.
package struct Settings: Sendable, Equatable {
  /// The language of messages: `ja` or `en`.
  package var language: Language?
  /// The least severity of a failure that fails the run, or `never`.
  package var failOn: String?
  /// The least severity to judge.
  package var severity: String?
  /// The only controls to run, by id or alias.
  package var controls: [String] = []
  /// Controls to leave out, by id or alias.
  package var skip: [String] = []
  /// Globs of files to look at.
  package var include: [String] = []
  /// Globs of files and folders to leave out.
  package var exclude: [String] = []
  /// Values of template parameters by name.
  package var parameters: [String: String] = [:]
  /// Where the values of parameters and variables stand; they may be secrets, so no report shows them.
  package var hidden: [SourceLocation] = []
  /// Files with values of template parameters.
  package var parameterFiles: [String] = []
  /// Values of Terraform variables by name, in Terraform's own spelling.
  package var variables: [String: String] = [:]
  /// Files with values of Terraform variables.
  package var variableFiles: [String] = []
  /// The paths of Dockerfiles by the names of the images that are built from them.
  package var images: [String: String] = [:]
  /// Folders with controls of one's own.
  package var rules: [String] = []
  /// Lists of controls by name, such as `trusted_registries`, with other items.
  package var lists: [String: [String]] = [:]

  /// Leaves everything at its default.
  package init() {}
}

extension Settings {
  /// The name of the file.
  package static let fileName = ".funaban.yaml"

  /// Reads a settings file; what is wrong in it is reported, the rest is used.
  package static func read(_ file: SourceFile) -> (settings: Settings, diagnostics: [Diagnostic]) {
    let tree = YAMLParser.parse(file)
    var reader = SettingsReader(diagnostics: tree.diagnostics)
    if let root = tree.root, root.kind != .null { reader.read(root) }
    return (reader.settings, reader.diagnostics)
  }
}

private struct SettingsReader {
  var settings = Settings()
  var diagnostics: [Diagnostic]

  mutating func read(_ root: Node) {
    guard root.kind == .mapping else {
      return report(SettingProblem.notMapping, at: root)
    }
    for entry in root.entries {
      let name = entry.key.string ?? ""
      guard let key = SettingKey(rawValue: name) else {
        report(SettingProblem.unknownKey(name), at: entry.key)
        continue
      }
      if !read(key, entry.value) { report(SettingProblem.wrongValue(key), at: entry.value) }
    }
  }

  /// Takes the value of one key; returns false if it is of the wrong kind.
  private mutating func read(_ key: SettingKey, _ node: Node) -> Bool {
    switch key {
    case .lang: return set(\.language, Language(rawValue: node.string ?? ""))
    case .failOn: return set(\.failOn, key.choice(node))
    case .severity: return set(\.severity, key.choice(node))
    case .controls: return set(\.controls, node.texts)
    case .skip: return set(\.skip, node.texts)
    case .include: return set(\.include, node.texts)
    case .exclude: return set(\.exclude, node.texts)
    case .parameters:
      settings.hidden.append(node.location)
      return set(\.parameters, node.textsByName)
    case .parameterFiles: return set(\.parameterFiles, node.texts)
    case .variables:
      settings.hidden.append(node.location)
      return set(\.variables, node.textsByName)
    case .variableFiles: return set(\.variableFiles, node.texts)
    case .images: return set(\.images, node.textsByName)
    case .rules: return set(\.rules, node.texts)
    case .lists: return set(\.lists, node.listsByName)
    }
  }

  private mutating func set<Content>(
    _ path: WritableKeyPath<Settings, Content>,
    _ value: Content?
  ) -> Bool {
    guard let value else { return false }
    settings[keyPath: path] = value
    return true
  }

  private mutating func set<Content>(
    _ path: WritableKeyPath<Settings, Content?>,
    _ value: Content?
  ) -> Bool {
    guard let value else { return false }
    settings[keyPath: path] = value
    return true
  }

  private mutating func report(_ text: LocalizedText, at node: Node) {
    diagnostics.append(Diagnostic(.error, "settings.invalid", text, at: node.location))
  }
}

extension Node {
  /// The texts of a list; `nil` for anything else.
  fileprivate var texts: [String]? {
    guard kind == .sequence else { return nil }
    let texts = elements.map(\.string)
    return texts.contains(nil) ? nil : texts.compactMap { $0 }
  }

  fileprivate var textsByName: [String: String]? { valuesByName(\.string) }

  fileprivate var listsByName: [String: [String]]? { valuesByName(\.texts) }

  private func valuesByName<Content>(_ content: (Node) -> Content?) -> [String: Content]? {
    guard kind == .mapping else { return nil }
    var values: [String: Content] = [:]
    for entry in entries {
      guard let name = entry.key.string, let value = content(entry.value) else { return nil }
      values[name] = value
    }
    return values
  }
}
