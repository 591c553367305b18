package import SourceText

/// A part of a string, a heredoc or a template file.
package enum HCLTemplatePart: Sendable {
  case literal(HCLLiteral)
  /// `${x}` with its bytes.
  case interpolation(HCLExpression, SourceRange)
  /// `%{ if }` with both branches and the bytes up to `%{ endif }`.
  indirect case conditional(
    HCLExpression,
    then: [HCLTemplatePart],
    otherwise: [HCLTemplatePart],
    SourceRange
  )
  case loop(HCLTemplateLoop)
}
