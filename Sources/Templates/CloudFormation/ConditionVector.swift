import Inventory

/// One way in which the conditions of a stack may turn out.
struct ConditionVector {
  /// What each condition turns out to be; `nil` where that cannot be told.
  let truths: [String: Bool?]
  /// What makes it so, in the template's words.
  let reasons: [String: String]
  /// The values that parameters have then, as far as they are certain.
  let pinned: [String: Value]
}

/// All ways in which the conditions of a stack may turn out.
struct ConditionVectors {
  /// The ways, that of the defaults first; never empty.
  let vectors: [ConditionVector]
  /// The conditions that are not the same in all of them.
  let varying: [String]

  init(_ vectors: [ConditionVector], of names: [String]) {
    self.vectors = vectors
    self.varying = names.filter { name in
      vectors.contains { $0.truths[name] != vectors[0].truths[name] }
    }
  }
}

/// Whether a condition holds.
enum Truth: Equatable {
  case decided(Bool)
  case undecided(UnknownReason)

  var holds: Bool? {
    if case .decided(let holds) = self { holds } else { nil }
  }
}

/// One of the values that a parameter may have, as far as conditions can tell.
struct DomainValue {
  let value: Value
  /// Whether this stands for everything that the template does not name.
  let isElsewhere: Bool
  /// Whether the parameter has this value unless something else is given.
  let isDefault: Bool
}
