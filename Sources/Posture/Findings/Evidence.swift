package import Inventory
package import SourceText

/// One field that a verdict rests on, as it was seen.
///
/// Evidence never carries a secret: of environment variables, commands and labels it has the names.
package struct Evidence: Sendable, Hashable {
  /// What was seen of a field.
  package enum State: Sendable, Hashable {
    /// It is not set.
    case absent
    /// It has this value, shortened to 80 characters.
    case value(String)
    /// It has these values.
    case values([String])
    /// It has a value that is not shown.
    case hidden
    /// It is not known, and why.
    case unknown(UnknownReason)
  }

  /// The field without the name of what is judged: `readonlyRootFilesystem`.
  package let field: String
  /// What was seen of it.
  package let state: State

  /// Records what was seen of `field`.
  package init(field: String, state: State) {
    self.field = field
    self.state = state
  }

  /// How many of several values are shown.
  static let shownValues = 6

  /// Several values, the first of them in full.
  static func state(of values: [String]) -> State {
    let rest = values.count - shownValues
    return .values(values.prefix(shownValues) + (rest > 0 ? ["… +\(rest)"] : []))
  }

  /// The evidence without the names in `accepted`, where it lists `names`.
  func without(_ accepted: Set<String>, of names: [String]) -> Evidence {
    guard state == Evidence.state(of: names.eachOnce) else { return self }
    let rest = names.eachOnce.filter { !accepted.contains($0) }
    return Evidence(field: field, state: Evidence.state(of: rest))
  }

  /// The evidence as a clause: `readonlyRootFilesystem is not set`.
  package var text: LocalizedText {
    if let label = FactLabel.label(of: field) { return derivedText(label) }
    switch state {
    case .absent:
      return LocalizedText(en: "\(field) is not set", ja: "\(field) が設定されていない")
    case .value(let value):
      return LocalizedText(en: "\(field) is \(value)", ja: "\(field) は \(value)")
    case .values(let values):
      let list = values.joined(separator: ", ")
      return LocalizedText(en: "\(field): \(list)", ja: "\(field): \(list)")
    case .hidden:
      return LocalizedText(
        en: "\(field) is set (value not shown)",
        ja: "\(field) は設定済み(値は表示しない)"
      )
    case .unknown(let reason):
      return LocalizedText(
        en: "\(field) is unknown: \(reason.text.en)",
        ja: "\(field) は不明: \(reason.text.ja)"
      )
    }
  }

  /// What was seen of a fact that is no field of the sources, under its label.
  private func derivedText(_ label: LocalizedText) -> LocalizedText {
    let seen =
      switch state {
      case .absent: LocalizedText(en: "none", ja: "なし")
      case .value(let value): FactLabel.words(for: value)
      case .values(let values):
        LocalizedText(en: values.joined(separator: ", "), ja: values.joined(separator: "、"))
      case .hidden: LocalizedText(en: "set (value not shown)", ja: "設定済み(値は表示しない)")
      case .unknown(let reason):
        LocalizedText(en: "unknown, \(reason.text.en)", ja: "不明(\(reason.text.ja))")
      }
    return LocalizedText(en: "\(label.en): \(seen.en)", ja: "\(label.ja): \(seen.ja)")
  }
}

extension [String] {
  /// The texts in order, each where it stands first.
  var eachOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
