package import Templates

/// The procedures that work out what to do where a declaration cannot say it.
package struct RecipeBook: Sendable {
  /// Plans for what one finding judged.
  package typealias Recipe =
    @Sendable (FixSubject, DeploymentUnit, SourceDocuments, FixDeclaration) throws(FixObstacle) ->
    FixPlan

  private let recipes: [String: Recipe]

  /// Gathers procedures by the names that declarations use.
  package init(_ recipes: [String: Recipe]) { self.recipes = recipes }

  /// The procedures that the shipped controls name.
  ///
  /// - Parameters:
  ///   - mounts: what whoever runs the containers decides about their writable paths
  ///   - region: the Region that task definitions are registered in, where that is known
  /// - Returns: the procedures by their names
  package static func shipped(
    mounts: MountOptions = MountOptions(),
    region: String? = nil
  ) -> RecipeBook {
    let root = ReadOnlyRootRecipe(options: mounts)
    let service = ComposeRootRecipe(options: mounts)
    let logs = LogConfigurationRecipe(region: region)
    let secrets = EnvironmentSecretsRecipe(region: region)
    return RecipeBook([
      "read-only-root": { subject, unit, _, declaration throws(FixObstacle) in
        try root.plan(subject, unit, declaration)
      },
      "compose-read-only-root": { subject, unit, _, declaration throws(FixObstacle) in
        try service.plan(subject, unit, declaration)
      },
      "log-configuration": { subject, unit, documents, declaration throws(FixObstacle) in
        try logs.plan(ContainerSource(subject, in: unit, documents), declaration)
      },
      "environment-secrets": { subject, unit, documents, declaration throws(FixObstacle) in
        try secrets.plan(ContainerSource(subject, in: unit, documents), declaration)
      },
    ])
  }

  /// The procedure called `name`.
  subscript(name: String) -> Recipe? { recipes[name] }
}
