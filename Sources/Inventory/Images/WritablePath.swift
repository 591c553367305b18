package import SourceText

/// A path that the build of an image prepares, probably for being written to when it runs.
package struct WritablePath: Sendable, Hashable {
  /// What the build does with the path.
  package enum Sign: Sendable, Hashable {
    /// It makes a folder there.
    case directory
    /// It makes an empty file there.
    case file
    /// It gives it to a user other than root.
    case owner
    /// It lets others than the owner write.
    case mode
    /// It copies files there for a user other than root.
    case copied
    /// It puts a symbolic link there.
    case link(to: String)
  }

  /// The absolute path.
  package let path: String
  /// What the build does with it.
  package let sign: Sign
  /// The bytes that name it.
  package let location: SourceLocation

  /// Records a sign that a path is written to.
  package init(path: String, sign: Sign, location: SourceLocation) {
    self.path = path
    self.sign = sign
    self.location = location
  }
}
