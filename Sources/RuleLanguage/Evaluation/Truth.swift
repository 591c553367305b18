/// The answer of a check: Kleene's three-valued logic.
package enum Truth: Sendable, Hashable, CaseIterable {
  /// The check does not hold.
  case no
  /// What is known does not decide the check.
  case unknown
  /// The check holds.
  case yes

  /// The truth of a statement that is decided.
  package init(_ value: Bool) { self = value ? .yes : .no }

  /// The opposite; unknown stays unknown.
  package static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// Yes as soon as one truth is yes, no if all are no, else unknown.
  static func any<Truths: Sequence>(_ truths: Truths) -> Truth where Truths.Element == Truth {
    var result = Truth.no
    for truth in truths {
      if truth == .yes { return .yes }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  /// No as soon as one truth is no, yes if all are yes, else unknown.
  static func all<Truths: Sequence>(_ truths: Truths) -> Truth where Truths.Element == Truth {
    !any(truths.lazy.map { !$0 })
  }
}
