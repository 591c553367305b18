import SourceText

/// What can be wrong in a Dockerfile.
enum DockerfileProblem {
  case empty
  case utf16
  case repeatedDirective(String)
  case escapeDirective
  case emptyContinuation
  case unknownInstruction(String)
  case missingArgument(DockerfileKeyword, Int)
  case noEqualsSign(DockerfileKeyword)
  case noValue(DockerfileKeyword)
  case otherElements
  case almostArray
  case trigger(DockerfileKeyword)
  case healthCheckType
  case fromArguments
  case stageName(String)
  case unterminatedHeredoc(String)
  case beforeFrom(DockerfileKeyword)
  case emptyBase
  case expansion
  case tooManyStages

  func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(severity, "dockerfile." + name, text, at: location)
  }

  private var severity: Diagnostic.Severity {
    switch self {
    case .emptyContinuation, .almostArray, .tooManyStages: .warning
    default: .error
    }
  }

  /// The stable name behind `dockerfile.`.
  private var name: String {
    switch self {
    case .empty: "empty"
    case .utf16: "utf-16"
    case .repeatedDirective: "repeated-directive"
    case .escapeDirective: "escape-directive"
    case .emptyContinuation: "empty-continuation"
    case .unknownInstruction: "unknown-instruction"
    case .missingArgument: "missing-argument"
    case .noEqualsSign: "no-equals-sign"
    case .noValue: "no-value"
    case .otherElements: "array-of-texts"
    case .almostArray: "almost-array"
    case .trigger: "onbuild"
    case .healthCheckType: "health-check"
    case .fromArguments: "from-arguments"
    case .stageName: "stage-name"
    case .unterminatedHeredoc: "unterminated-heredoc"
    case .beforeFrom: "before-from"
    case .emptyBase: "empty-base"
    case .expansion: "expansion"
    case .tooManyStages: "too-many-stages"
    }
  }
}
