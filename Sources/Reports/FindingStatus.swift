import Inventory
import Posture
import SourceText

/// What a finding counts as: an accepted failure is neither failed nor passed.
enum FindingStatus: String {
  case failed
  case unknown
  case accepted
  case passed
}

extension Finding {
  /// What the finding counts as.
  var status: FindingStatus {
    switch verdict {
    case .pass: .passed
    case .fail: acceptance == nil ? .failed : .accepted
    case .unknown: acceptance == nil ? .unknown : .accepted
    }
  }

  /// The reasons for which it is unknown, each once, with a stable word for each.
  func unknownReasons(_ language: Language) -> [(kind: String, text: String)] {
    var seen: Set<UnknownReason> = []
    return evidence.compactMap { evidence in
      guard case .unknown(let reason) = evidence.state, seen.insert(reason).inserted else {
        return nil
      }
      return (reason.kind, WellKnownSecret.masked(reason.text[language]))
    }
  }
}

extension Acceptance {
  /// Why the risk is accepted, by whom and until when, on one line; empty if nothing is on record.
  func summary(_ language: Language) -> String {
    let terms = terms(language)
    if reason.isEmpty || terms.isEmpty { return reason + terms }
    return language == .japanese ? "\(reason)(\(terms))" : "\(reason) (\(terms))"
  }
}
