import SourceText

/// The lists and macros that conditions may use, checked and ready.
package struct Vocabulary: Sendable {
  /// A vocabulary without lists and macros.
  package static let empty = Vocabulary()

  private let substitution: ListSubstitution
  private var macros: [String: Expression] = [:]

  private init() { substitution = ListSubstitution([]) }

  private init(_ definitions: Definitions) throws(ConditionError) {
    substitution = ListSubstitution(definitions.expandedLists)
    var parsed: [String: Expression] = [:]
    for macro in definitions.macros {
      parsed[macro.name] = try parse(macro.condition, place: .macro(macro.name))
    }
    macros = parsed
    for macro in definitions.macros {
      let visible = definitions.macros.filter { $0.firstSerial < macro.lastSerial }
      let names = Set(visible.lazy.map(\.name))
      if let expression = macros[macro.name] {
        var resolution = MacroResolution(macros: macros.filter { names.contains($0.key) })
        macros[macro.name] = try resolution.resolve(expression, inside: [macro.name])
      }
    }
  }

  /// Checks every definition; an unused macro that is wrong is an error too, as in Falco.
  package static func checked(_ definitions: Definitions) -> Result<Vocabulary, ConditionError> {
    Result { () throws(ConditionError) in try Vocabulary(definitions) }
  }

  /// Parses the text of a condition, its lists and macros replaced.
  package func expression(of text: [UInt8]) throws(ConditionError) -> Expression {
    var resolution = MacroResolution(macros: macros)
    return try resolution.resolve(try parse(text, place: .condition), inside: [])
  }

  private func parse(_ bytes: [UInt8], place: Place) throws(ConditionError) -> Expression {
    var text = ConditionText(bytes, place: place)
    try substitution.apply(to: &text)
    return try Parser.parse(text)
  }
}
