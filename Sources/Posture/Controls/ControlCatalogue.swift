internal import Inventory
internal import RuleLanguage
package import SourceText
internal import Synchronization

/// The controls of one run, with their conditions compiled when they are first needed.
package final class ControlCatalogue: Sendable {
  /// The controls, sorted by id.
  package let controls: [Control]
  private let listOverrides: [String: [String]]
  private let byID: [String: Int]
  private let compiled = Mutex<[String: CompiledControls]>([:])

  /// Makes a catalogue; of two controls with one id the later counts.
  ///
  /// - Parameters:
  ///   - controls: the controls, the shipped ones first
  ///   - listOverrides: lists by name that replace those of the controls (`trusted_registries`)
  package init(_ controls: [Control], listOverrides: [String: [String]] = [:]) {
    var last: [String: Control] = [:]
    for control in controls { last[control.id] = control }
    self.controls = last.values.sorted { $0.id < $1.id }
    self.listOverrides = listOverrides
    judgedKinds = Set(controls.map(\.resource)).sorted()
    byID = Dictionary(
      uniqueKeysWithValues: self.controls.enumerated().map { ($1.id, $0) }
    )
  }

  /// The shipped controls.
  package static func embedded(listOverrides: [String: [String]] = [:]) -> ControlCatalogue {
    ControlCatalogue(embeddedControls(), listOverrides: listOverrides)
  }

  /// The heads of the shipped controls.
  package static func embeddedControls() -> [Control] {
    EmbeddedRules.files(in: "controls").compactMap { ControlReader.head(of: $0).control }
  }

  /// The controls known as `name`: a canonical id or an alias such as `ECS.5` or `CIS 3.5`.
  package func controls(named name: String) -> [Control] {
    let wanted = ControlCatalogue.normalized(name)
    return controls.filter { control in
      ([control.id] + control.aliases).contains { ControlCatalogue.normalized($0) == wanted }
    }
  }

  /// The controls that a decision speaks of.
  ///
  /// A comment for Trivy may name them by a glob, which then stands for Trivy's own names only.
  func controls(of acceptance: Acceptance) -> [Control] {
    let isGlob = acceptance.control.utf8.contains(UInt8(ascii: "*"))
    guard isGlob, [.trivy, .tfsec].contains(acceptance.source) else {
      return controls(named: acceptance.control)
    }
    let glob = Glob(acceptance.control)
    return controls.filter { control in
      control.aliases.contains { alias in
        ["AVD-", "AWS-", "DS-"].contains(where: alias.hasPrefix) && glob.covers(alias)
      }
    }
  }

  /// The control `id`.
  package func control(_ id: String) -> Control? { byID[id].map { controls[$0] } }

  /// Up to three ids and aliases that resemble `name`, the most similar first.
  package func suggestions(for name: String) -> [String] {
    NearestName.several(
      name,
      in: controls.flatMap { [$0.id] + $0.aliases },
      by: ControlCatalogue.normalized
    )
  }

  /// What is wrong with the conditions of `control`, with positions; empty if nothing is.
  package func problems(of control: Control) -> [Diagnostic] {
    let fields = PostureFields(kind: control.resource, checksNames: true)
    return switch CompiledControl.compile(control, listOverrides: listOverrides, fields: fields) {
    case .success: []
    case .failure(let problems): problems.diagnostics
    }
  }

  /// The controls that judge `kind`, ready to run; those with broken conditions left out.
  func compiledControls(for kind: String) -> CompiledControls {
    compiled.withLock { cache in
      if let ready = cache[kind] { return ready }
      let fields = PostureFields(kind: kind, checksNames: false)
      let ready = controls.filter { $0.resource == kind }.compactMap {
        try? CompiledControl.compile($0, listOverrides: listOverrides, fields: fields).get()
      }
      let compiled = CompiledControls(controls: ready, paths: fields.paths)
      cache[kind] = compiled
      return compiled
    }
  }

  /// What the controls judge, each name once.
  let judgedKinds: [String]

  /// Folds the spellings of one id: `cis-compute:3.5` is `CIS 3.5`, `securityhub:ECS.5` is `ECS.5`.
  private static func normalized(_ name: String) -> String {
    var text = name.lowercased().filter { $0 != " " && $0 != "\t" }
    for prefix in ["securityhub:", "sh:"] where text.hasPrefix(prefix) {
      text.removeFirst(prefix.count)
    }
    if text.hasPrefix("cis-compute:") { text = "cis" + text.dropFirst("cis-compute:".count) }
    if text.hasPrefix("avd-aws-") { text.removeFirst("avd-".count) }
    return text
  }
}

/// The controls of one kind of subject.
struct CompiledControls: Sendable {
  let controls: [CompiledControl]
  /// The paths of their fields by number.
  let paths: [PostureFields.Path]
}
