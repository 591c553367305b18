package import SourceText

/// Why a condition cannot be used, and where; also carries the compiler's warnings.
package struct ConditionError: Error, Sendable, Hashable {
  /// What kind of problem it is.
  package let code: Code
  /// The bytes of the text at `place`.
  package let range: SourceRange
  /// The text that `range` counts in: the condition or one of the macros.
  package let place: Place
  /// What is wrong, without the suggestion.
  package let message: LocalizedText
  /// What the author may have meant.
  package let suggestion: String?

  /// What kind of problem it is.
  package struct Code: Hashable, Sendable {
    private enum Storage: String {
      case empty
      case syntax
      case tooDeep = "too-deep"
      case tooLarge = "too-large"
      case escape
      case unknownField = "unknown-field"
      case fieldArgument = "field-argument"
      case operatorType = "operator-type"
      case constant
      case pattern
      case operandType = "operand-type"
      case undefinedMacro = "undefined-macro"
      case macroLoop = "macro-loop"
      case fieldAsText = "field-as-text"
      case simplePattern = "simple-pattern"
    }

    private let storage: Storage

    /// A stable name such as `condition.unknown-field`.
    package var name: String { "condition.\(storage.rawValue)" }

    /// The text is empty.
    package static let empty = Self(storage: .empty)
    /// The text breaks the grammar.
    package static let syntax = Self(storage: .syntax)
    /// Parentheses, transformers or macros are nested too deeply.
    package static let tooDeep = Self(storage: .tooDeep)
    /// Lists or macros make the condition too large.
    package static let tooLarge = Self(storage: .tooLarge)
    /// A quoted text holds an escape that does not exist.
    package static let escape = Self(storage: .escape)
    /// No such field; `skip-if-unknown-filter` forgives this one.
    package static let unknownField = Self(storage: .unknownField)
    /// The field's argument is missing, not allowed or malformed.
    package static let fieldArgument = Self(storage: .fieldArgument)
    /// The operator does not fit the field's type.
    package static let operatorType = Self(storage: .operatorType)
    /// The constant does not fit the field's type.
    package static let constant = Self(storage: .constant)
    /// The regular expression is not valid.
    package static let pattern = Self(storage: .pattern)
    /// A transformer's arguments, or the two sides of a comparison, do not fit.
    package static let operandType = Self(storage: .operandType)
    /// No macro of this name is visible.
    package static let undefinedMacro = Self(storage: .undefinedMacro)
    /// A macro refers to itself.
    package static let macroLoop = Self(storage: .macroLoop)
    /// A warning: the name of a field is used as a text.
    package static let fieldAsText = Self(storage: .fieldAsText)
    /// A warning: a plainer operator does what the regular expression does.
    package static let simplePattern = Self(storage: .simplePattern)
  }

  /// Describes a problem.
  package init(
    _ code: Code,
    _ message: LocalizedText,
    at range: SourceRange,
    in place: Place,
    suggestion: String? = nil
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.place = place
    self.suggestion = suggestion
  }
}

extension ConditionError {
  /// The message, and the suggestion where there is one.
  package var text: LocalizedText {
    guard let suggestion else { return message }
    return LocalizedText(
      en: "\(message.en) Did you mean `\(suggestion)`?",
      ja: "\(message.ja)候補: `\(suggestion)`。"
    )
  }

  /// The problem as a diagnostic; `locate` finds the bytes of the file behind a range of a text.
  ///
  /// A condition in a YAML block or with escapes does not stand in its file byte for byte, so
  /// only the reader of the file can say where a range of it lies.
  package func diagnostic(
    _ severity: Diagnostic.Severity = .error,
    locatedBy locate: (Place, SourceRange) -> SourceLocation
  ) -> Diagnostic {
    Diagnostic(severity, code.name, text, at: locate(place, range))
  }

  /// The problem as a diagnostic, for a text that stands in `file` unchanged from `offset` on.
  package func diagnostic(
    _ severity: Diagnostic.Severity = .error,
    in file: SourceFile,
    at offset: Int
  ) -> Diagnostic {
    diagnostic(severity) { _, range in
      SourceLocation(file, SourceRange(offset + Int(range.start), offset + Int(range.end)))
    }
  }
}
