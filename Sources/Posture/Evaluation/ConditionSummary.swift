import Inventory
import SourceText

/// Says under which template conditions something holds.
struct ConditionSummary {
  let scenarios: [Scenario]

  /// The shortest description of the scenarios in `chosen`; `nil` if they are all there are.
  func text(for chosen: Set<Int>) -> LocalizedText? {
    guard chosen.count < scenarios.count else { return nil }
    if let decisions = decisive(for: chosen) {
      return LocalizedText(
        en: decisions.map(\.english).joined(separator: " and "),
        ja: decisions.map(\.japanese).joined(separator: "、かつ ")
      )
    }
    let example = chosen.min().map { scenarios[$0].conditions } ?? []
    return LocalizedText(
      en: "\(chosen.count) of \(scenarios.count) combinations of conditions, for example "
        + example.map(\.english).joined(separator: " and "),
      ja: "条件の組み合わせ \(scenarios.count) 通りのうち \(chosen.count) 通り(例: "
        + example.map(\.japanese).joined(separator: "、かつ ") + ")"
    )
  }

  /// One or two decisions that hold in exactly the chosen scenarios.
  private func decisive(for chosen: Set<Int>) -> [Scenario.Decision]? {
    guard let first = chosen.min() else { return nil }
    let decisions = scenarios[first].conditions
    for decision in decisions where holding([decision]) == chosen {
      return [decision.because(of: chosen.sorted().flatMap { scenarios[$0].conditions })]
    }
    for decision in decisions where agreeing(on: decision) == chosen { return [decision] }
    for (index, decision) in decisions.enumerated() {
      for other in decisions[(index + 1)...] where holding([decision, other]) == chosen {
        return [decision, other]
      }
    }
    return nil
  }

  /// The scenarios that decide the same for the same reason.
  private func agreeing(on decision: Scenario.Decision) -> Set<Int> {
    Set(scenarios.indices.filter { scenarios[$0].conditions.contains(decision) })
  }

  private func holding(_ decisions: [Scenario.Decision]) -> Set<Int> {
    Set(
      scenarios.indices.filter { index in
        decisions.allSatisfy { decision in
          scenarios[index].conditions.contains {
            $0.name == decision.name && $0.holds == decision.holds
          }
        }
      }
    )
  }
}

extension Scenario.Decision {
  /// The decision with the reasons of all that decide the same.
  fileprivate func because(of others: [Scenario.Decision]) -> Scenario.Decision {
    var reasons: [String] = []
    for other in others where other.name == name && other.holds == holds {
      if !reasons.contains(other.because) { reasons.append(other.because) }
    }
    let told = reasons.prefix(3) + (reasons.count > 3 ? ["…"] : [])
    return Scenario.Decision(name: name, holds: holds, because: told.joined(separator: ", "))
  }

  fileprivate var english: String {
    (holds ? name : "not \(name)") + (because.isEmpty ? "" : " (\(because))")
  }

  fileprivate var japanese: String {
    "\(name) が\(holds ? "真" : "偽")" + (because.isEmpty ? "" : "(\(because))")
  }
}
