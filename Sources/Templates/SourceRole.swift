/// What a file may be by its name.
package enum SourceRole: Sendable {
  /// A JSON or YAML document: its content tells what it is.
  case document
  /// A part of the Terraform module that its folder is.
  case terraform
  /// The instructions of an image.
  case dockerfile

  /// The role of the file at `path`; `nil` for one that a walk need not look at.
  package init?(_ path: String) {
    let name = RelativePath.name(of: path).lowercased()
    if TerraformProject.isConfiguration(name) {
      self = .terraform
    } else if Templates.isDockerfile(path: name) {
      self = .dockerfile
    } else if Self.documentEndings.contains(where: name.hasSuffix) {
      self = .document
    } else {
      return nil
    }
  }

  private static let documentEndings = [".json", ".yaml", ".yml", ".template", ".cfn", ".tfstate"]
}
