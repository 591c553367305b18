package import SourceText

/// Reads JSON (RFC 8259) with positions.
package enum JSONParser {
  /// How much beyond the standard is let pass.
  package enum Dialect: Sendable {
    /// Comments and trailing commas are read, and reported as warnings.
    case tolerant
    /// Comments, trailing commas and lone surrogates are reported as errors.
    case strict
  }

  /// Reads `file` up to its first error.
  package static func parse(_ file: SourceFile, dialect: Dialect = .tolerant) -> SyntaxTree {
    var reader = JSONReader(file: file, dialect: dialect)
    reader.read(file.bytes)
    return SyntaxTree(reader.builder)
  }
}
