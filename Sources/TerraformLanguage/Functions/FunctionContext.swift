package import SourceText

/// What functions may ask of the module that calls them.
package protocol FunctionContext {
  /// Reads the file at `path`, which is as the program wrote it, relative to the root module.
  ///
  /// - Throws: where there is none, or where it lies outside of what may be read.
  func file(at path: String) throws(TerraformError) -> SourceFile

  /// The paths of the files below `folder` that match `pattern`, relative to `folder`.
  func files(in folder: String, matching pattern: String) throws(TerraformError) -> [String]

  /// Evaluates `template` with `variables` for its references.
  func render(
    _ template: SourceFile,
    variables: TerraformObject
  ) throws(TerraformError) -> TerraformValue
}
