/// The variables that can be named at one point of a Dockerfile.
package struct DockerfileScope: Sendable {
  private var arguments: [String: DockerfileVariable] = [:]
  private var environment: [String: DockerfileText] = [:]
  private let escape: Unicode.Scalar
  /// Whether a name that is set nowhere in the file may be set by the base image.
  package var inheritsUnknown = false
  /// The work that expansions may still do; behind it they are not known.
  package var budget = 10_000_000
  /// The number of names that are set.
  package var count: Int { environment.count + arguments.count }

  /// Knows no variable yet.
  package init(escape: Unicode.Scalar = "\\") { self.escape = escape }

  /// Expands a word; what is not known stays a gap.
  package mutating func expand(_ word: String) throws(ExpansionError) -> DockerfileText {
    var expander = WordExpander(word, escape: escape, budget: budget) { [self] in self[$0] }
    defer { budget = expander.budget }
    return try expander.expand()
  }

  /// What the variable `name` stands for.
  package subscript(_ name: String) -> DockerfileVariable {
    if let text = environment[name] { return .set(text) }
    if let argument = arguments[name] { return argument }
    return inheritsUnknown ? .undecided(.environment(name)) : .unset
  }

  /// Sets an environment variable, which hides a build argument of that name.
  package mutating func setEnvironment(_ name: String, _ text: DockerfileText) {
    environment[name] = text
  }

  /// Declares a build argument; without a default it takes that of `outer`.
  package mutating func declare(
    _ name: String,
    _ text: DockerfileText?,
    outer: DockerfileScope? = nil
  ) {
    let inherited = outer?.arguments[name]
    arguments[name] = text.map { .set($0) } ?? inherited ?? .optional(.argument(name))
  }

  /// The scope of a stage that is built upon this one: its environment without its arguments.
  package func environmentOnly() -> DockerfileScope {
    var scope = self
    scope.arguments = [:]
    return scope
  }

  /// The build arguments that name the platform, set by every build.
  static let platformArguments = [
    "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT", "TARGETPLATFORM", "TARGETOS",
    "TARGETARCH", "TARGETVARIANT", "TARGETSTAGE",
  ]
}
