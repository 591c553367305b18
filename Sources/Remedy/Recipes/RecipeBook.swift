package import Templates

/// The procedures that work out what to do where a declaration cannot say it.
package struct RecipeBook: Sendable {
  /// Plans for what one finding judged.
  package typealias Recipe =
    @Sendable (FixSubject, DeploymentUnit, FixDeclaration) throws(FixObstacle) -> FixPlan

  private let recipes: [String: Recipe]

  /// Gathers procedures by the names that declarations use.
  package init(_ recipes: [String: Recipe]) { self.recipes = recipes }

  /// The procedure called `name`.
  subscript(name: String) -> Recipe? { recipes[name] }
}
