/// The fields that a condition may name.
package protocol FieldCatalog {
  /// Resolves `name`, or `name[argument]`, while a condition is compiled.
  func field(named name: String, argument: String?) -> FieldLookup

  /// Every name, for suggestions.
  var names: [String] { get }
}

/// What a catalog knows about a field name and its argument.
package enum FieldLookup: Sendable, Hashable {
  /// The field exists.
  case found(FieldReference)
  /// There is no field of this name.
  case unknownName
  /// The field takes no argument.
  case unexpectedArgument
  /// The field needs an argument.
  case missingArgument
  /// The argument has the wrong form, as the index `x` or `00`.
  case invalidArgument
}

extension FieldLookup {
  /// Reads an index argument: digits only, no leading zero, at most 64 bits.
  package static func index(_ argument: String) -> UInt64? {
    let digits = argument.utf8
    guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    return UInt64(argument)
  }
}
