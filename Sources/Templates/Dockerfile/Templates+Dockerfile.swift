package import SourceText
import Syntax

extension Templates {
  /// Whether a file at `path` is a Dockerfile by its name: `Dockerfile`, `api.Dockerfile`,
  /// `Dockerfile.prod`, `Containerfile`.
  package static func isDockerfile(path: String) -> Bool {
    let name = RelativePath.name(of: path).lowercased()
    let ending = name.parts(separatedBy: ".").last.map(String.init) ?? ""
    return ["dockerfile", "containerfile"].contains { word in
      name == word || name.hasSuffix("." + word)
        || name.hasPrefix(word + ".") && !otherTrades.contains(ending)
    }
  }

  /// The endings of files that are about Dockerfiles, or that Dockerfiles are made from.
  private static let otherTrades: Set<String> = [
    "bak", "dockerignore", "erb", "go", "html", "j2", "java", "jinja", "jinja2", "js", "json",
    "kt", "lock", "lua", "md", "mustache", "orig", "php", "py", "rb", "rs", "rst", "sh", "swift",
    "swp", "template", "tf", "tmpl", "toml", "tpl", "ts", "tsx", "txt", "vim", "xml", "yaml", "yml",
  ]

  /// Reads a Dockerfile: one resource with the image that it builds, and the image's profile.
  ///
  /// The diagnostics of the parser are part of the unit; there is no tree that would hold them.
  ///
  /// - Parameters:
  ///   - file: the Dockerfile
  ///   - target: the stage that is built, by name or number; `nil` for the last one
  /// - Returns: the unit, with an empty inventory for a file without a stage
  package static func readDockerfile(
    _ file: SourceFile,
    target: String? = nil
  ) -> DeploymentUnit {
    DockerfileUnitReader(DockerfileParser.parse(file), target: target).read()
  }
}
