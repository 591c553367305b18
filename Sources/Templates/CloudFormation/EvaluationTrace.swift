import Inventory

/// What the evaluation of one resource asked of its scenario.
///
/// A resource looks the same in every scenario that gives the same answers.
struct EvaluationTrace {
  private var truths: [String: Bool?] = [:]
  private var pinned: [String: Value?] = [:]
  /// Whether nothing else was asked, so that the answers tell everything.
  private(set) var isComplete = true

  mutating func asked(condition name: String, answer: Bool?) { truths[name] = .some(answer) }

  mutating func asked(parameter name: String, answer: Value?) { pinned[name] = .some(answer) }

  /// Notes a question whose answer is not kept.
  mutating func askedElse() { isComplete = false }

  /// Whether `stack` gives the same answers in its run.
  func holds(in stack: Stack) -> Bool {
    truths.allSatisfy { stack.truths[$0.key] == .some($0.value) }
      && pinned.allSatisfy { stack.pinned[$0.key] == $0.value }
  }
}
