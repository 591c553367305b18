import ArgumentParser
import Remedy

/// The options about the paths that must stay writable under a read-only root file system.
struct ReadOnlyRootOptions: ParsableArguments {
  /// The procedures behind the fixes.
  var recipes: RecipeBook { RecipeBook([:]) }
}
