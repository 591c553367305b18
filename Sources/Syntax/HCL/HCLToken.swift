package import SourceText

/// One token of an HCL file; what lies between two tokens is spaces and tabs.
package struct HCLToken: Sendable {
  /// What a token is.
  package enum Kind: UInt8, Sendable {
    case openBrace
    case closeBrace
    case openBracket
    case closeBracket
    case openParenthesis
    case closeParenthesis
    case openQuote
    case closeQuote
    /// `<<EOT` or `<<-EOT` with its newline.
    case openHeredoc
    /// The line that ends a heredoc, without its newline.
    case closeHeredoc
    /// `${` or `${~`.
    case openInterpolation
    /// `%{` or `%{~`.
    case openDirective
    /// The `}` or `~}` of an interpolation or a directive.
    case closeSequence
    case star
    case slash
    case plus
    case minus
    case percent
    case equal
    case equalTo
    case notEqualTo
    case lessThan
    case lessThanOrEqual
    case greaterThan
    case greaterThanOrEqual
    case and
    case or
    case not
    case dot
    case comma
    case ellipsis
    case fatArrow
    case question
    case colon
    case doubleColon
    /// Text within quotes that stands for itself.
    case quotedText
    /// Text within quotes that holds escape sequences.
    case escapedQuotedText
    /// Text of a heredoc or a template file that stands for itself.
    case text
    /// `$${` or `%%{` in a heredoc or a template file.
    case escapedText
    case number
    case identifier
    /// A comment that does not end its line.
    case comment
    /// A comment with the newline that ends it.
    case lineComment
    case newline
    case endOfFile
    case ampersand
    case pipe
    case tilde
    case caret
    case semicolon
    case backtick
    case apostrophe
    /// A character that HCL does not use.
    case invalid
    /// A byte that is not UTF-8.
    case invalidByte
  }

  /// What the token is.
  package let kind: Kind
  /// The offset of the first byte.
  let start: UInt32
  /// The offset behind the last byte.
  let end: UInt32

  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  /// The bytes of the token; empty for the end of the file and for a closer that is missing.
  package var range: SourceRange { SourceRange(Int(start), Int(end)) }

  /// The number of bytes.
  var count: UInt32 { end - start }
}

extension HCLToken.Kind {
  /// Whether the token begins something that another token must end.
  package var opens: Bool {
    switch self {
    case .openBrace, .openBracket, .openParenthesis, .openQuote, .openHeredoc, .openInterpolation,
      .openDirective:
      true
    default: false
    }
  }

  /// Whether the token ends what another token has begun.
  package var closes: Bool {
    switch self {
    case .closeBrace, .closeBracket, .closeParenthesis, .closeQuote, .closeHeredoc, .closeSequence:
      true
    default: false
    }
  }

  /// Whether the token ends a line where lines count.
  var isNewline: Bool { self == .newline || self == .lineComment }
}
