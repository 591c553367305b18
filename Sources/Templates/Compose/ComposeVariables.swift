import Inventory
import SourceText

/// The variables that a Compose project puts into its files.
struct ComposeVariables {
  private var values: [String: Value]

  /// Starts with what the command line gives, which counts more than any file.
  init(_ given: [String: Value] = [:]) { values = given }

  /// The value of the variable `name`, where one is given.
  subscript(_ name: String) -> Value? { values[name] }

  /// Adds variables of a file; those that are there already keep their values.
  mutating func addDefaults(_ found: [(name: String, value: Value)]) {
    let known = Set(values.keys)
    for pair in found where !known.contains(pair.name) { values[pair.name] = pair.value }
  }

  /// What `text` comes to at `place`; `nil` for a text whose braces do not close.
  ///
  /// A text that is one variable belongs to the place that gives the variable its value.
  func text(_ text: String, at place: Value) -> Value? {
    guard let parts = Interpolation(text).parts else { return nil }
    if parts.count == 1, case .variable(let name, nil) = parts[0], let value = values[name] {
      let passed = place.origin.map { [$0] } ?? []
      return Value(value.content, at: value.origin ?? place.origin, via: passed + place.via)
    }
    var builder = TextBuilder()
    append(parts, to: &builder)
    return place.with(builder.content)
  }

  private func append(_ parts: [Interpolation.Part], to builder: inout TextBuilder) {
    for part in parts {
      switch part {
      case .literal(let text): builder.append(text)
      case .variable(let name, let fallback): append(name, fallback, to: &builder)
      }
    }
  }

  private func append(
    _ name: String,
    _ fallback: Interpolation.Fallback?,
    to builder: inout TextBuilder
  ) {
    let value = values[name]
    let isEmpty = fallback?.countsEmpty == true && value?.text?.isEmpty == true
    switch (isEmpty ? nil : value, fallback?.action) {
    case (_?, .replaces): append(fallback?.parts ?? [], to: &builder)
    case (let value?, _): builder.append(value)
    case (nil, .substitutes): append(fallback?.parts ?? [], to: &builder)
    case (nil, .replaces) where isEmpty: break
    case (nil, _): builder.append(.unknown(.parameter(name)))
    }
  }

  /// The names of the variables in `text`.
  static func names(in text: String) -> [String] {
    names(in: Interpolation(text).parts ?? [])
  }

  private static func names(in parts: [Interpolation.Part]) -> [String] {
    parts.flatMap { part -> [String] in
      guard case .variable(let name, let fallback) = part else { return [] }
      return [name] + names(in: fallback?.parts ?? [])
    }
  }
}
