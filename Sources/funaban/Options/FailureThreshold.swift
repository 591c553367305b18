import ArgumentParser
import Posture

/// From which severity on a failure fails the run.
enum FailureThreshold: ExpressibleByArgument, Equatable {
  case severity(Severity)
  case never

  init?(argument: String) {
    if argument == "never" {
      self = .never
    } else if let severity = Severity(rawValue: argument) {
      self = .severity(severity)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { Severity.allCases.map(\.rawValue) + ["never"] }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  /// Whether `finding` fails the run.
  func isReached(by finding: Finding) -> Bool {
    guard case .severity(let least) = self else { return false }
    return finding.isOpenFailure && finding.severity >= least
  }
}
