package import SourceText
package import Templates

/// One input whose findings are to be mended: how it is read, before and after edits.
package struct RemedySource: Sendable {
  /// The units of the input, and what is wrong with it.
  package struct Reading: Sendable {
    /// The units, with what Dockerfiles say of the images.
    package let units: [DeploymentUnit]
    /// What is wrong or doubtful, syntax errors among it.
    package let diagnostics: [Diagnostic]

    /// Holds what was read.
    package init(units: [DeploymentUnit], diagnostics: [Diagnostic]) {
      self.units = units
      self.diagnostics = diagnostics
    }
  }

  /// Reads the input, with these files in the place of what is on disk, by their paths.
  package let read: @Sendable ([String: SourceFile]) -> Reading

  /// Describes an input.
  package init(read: @escaping @Sendable ([String: SourceFile]) -> Reading) { self.read = read }
}
