package import SourceText

/// Reads the files that a template names: nested stacks, included parts, assembled templates.
package protocol SourceLoader: Sendable {
  /// Reads the file at `path`, which is relative to the same folder as the template's own path.
  func load(_ path: String) -> Result<SourceFile, LoadError>

  /// The names of the files in `folder`, in any order; folders in it are left out.
  func list(_ folder: String) -> Result<[String], LoadError>
}

extension SourceLoader {
  /// Finds no files: most templates name what they need.
  package func list(_ folder: String) -> Result<[String], LoadError> { .success([]) }
}

/// Why a file that a template names could not be read.
package struct LoadError: Error, Sendable, Hashable {
  /// The path as it was asked for.
  package let path: String
  /// The reason in the words of the file system.
  package let reason: String

  /// Reports that `path` could not be read.
  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// A loader that knows no files, for templates that stand alone.
package struct EmptyLoader: SourceLoader {
  /// Makes the loader.
  package init() {}

  /// Fails for every path.
  package func load(_ path: String) -> Result<SourceFile, LoadError> {
    .failure(LoadError(path: path, reason: "no such file"))
  }
}
