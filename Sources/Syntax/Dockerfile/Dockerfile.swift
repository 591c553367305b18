package import SourceText

/// One parsed Dockerfile.
///
/// An instruction that cannot be read is left out and reported; those around it are read.
package struct Dockerfile: Sendable {
  /// A comment at the top that tells the builder how to read the file: `# escape=` and so on.
  package struct Directive: Sendable, Hashable {
    /// The name in small letters: `syntax`, `escape` or `check`.
    package let name: String
    /// The value as it is written.
    package let value: String
    /// The bytes of the comment.
    package let range: SourceRange
  }

  /// The file that was parsed.
  package let file: SourceFile
  /// The parser directives, in source order.
  package let directives: [Directive]
  /// The character that escapes, and that continues a line: a backslash or a grave accent.
  package let escape: Unicode.Scalar
  /// The instructions, in source order.
  package let instructions: [DockerfileInstruction]
  /// The build stages, in source order.
  package let stages: [DockerfileStage]
  /// The build arguments in front of the first stage.
  package let globalScope: DockerfileScope
  /// What is wrong or doubtful in the file, in source order.
  package let diagnostics: [Diagnostic]

  /// Whether a part of the file could not be read.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads Dockerfiles as BuildKit does.
///
/// Source: https://github.com/moby/buildkit/tree/master/frontend/dockerfile/parser
package enum DockerfileParser {
  /// Reads `file` to its end, whatever is wrong with it; takes time in proportion to its size.
  package static func parse(_ file: SourceFile) -> Dockerfile {
    var reader = DockerfileReader(file)
    reader.read()
    var stages = StageReader(file: file, escape: reader.escape)
    stages.read(reader.instructions)
    return Dockerfile(
      file: file,
      directives: reader.directives,
      escape: reader.escape,
      instructions: reader.instructions,
      stages: stages.stages,
      globalScope: stages.globalScope,
      diagnostics: (reader.diagnostics + stages.diagnostics).inSourceOrder
    )
  }
}

extension [Diagnostic] {
  /// The diagnostics by position; those of one place in the order of their detection.
  fileprivate var inSourceOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let starts = (left.element.location?.range.start, right.element.location?.range.start)
      return (starts.0 ?? 0, left.offset) < (starts.1 ?? 0, right.offset)
    }.map(\.element)
  }
}
