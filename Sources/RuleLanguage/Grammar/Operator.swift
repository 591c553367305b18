/// A comparison of the condition language.
package enum Operator: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case glob
  case iglob
  case contains
  case icontains
  case bcontains
  case startswith
  case bstartswith
  case endswith
  case regex
  case intersects
  case `in`
  case pmatch
  case exists

  /// The order operators with their spellings, longest first.
  static let ordering: [(spelling: String, value: Operator)] = [
    ("<=", .lessOrEqual), ("<", .less), (">=", .greaterOrEqual), (">", .greater),
  ]

  /// The text operators that are signs, longest first; `==` means `=`.
  static let signs: [(spelling: String, value: Operator)] = [
    ("==", .equal), ("=", .equal), ("!=", .notEqual),
  ]

  /// The text operators that are words and need a blank behind them.
  static let words: [Operator] = [
    .glob, .iglob, .contains, .icontains, .bcontains, .startswith, .bstartswith, .endswith, .regex,
  ]

  /// The operators that take a list; they need no blank behind them.
  static let lists: [Operator] = [.intersects, .in, .pmatch]
}

/// How many elements of a list the value must satisfy.
package enum Modifier: String, Sendable, Hashable, CaseIterable {
  /// Exactly one element.
  case oneof
  /// At least one element.
  case anyof
  /// Every element; an empty list satisfies nothing.
  case allof
}
