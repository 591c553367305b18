internal import SourceText

/// The `.gitignore` files that apply to a folder, the outermost first.
package struct IgnoreRules: Sendable {
  private struct Layer: Sendable {
    /// How many parts of a path lead to the folder of the file.
    let depth: Int
    let patterns: [IgnorePattern]
  }

  private var layers: [Layer] = []

  /// Ignores nothing.
  package init() {}

  /// Adds the patterns of `lines`, which count from the folder that `depth` parts of a path lead to.
  package mutating func add(_ lines: String, depth: Int) {
    let patterns = lines.split(separator: "\n").compactMap { IgnorePattern($0) }
    if !patterns.isEmpty { layers.append(Layer(depth: depth, patterns: patterns)) }
  }

  /// Adds the `.gitignore` of `folder`, if it has one.
  package mutating func addFile(in folder: String, depth: Int) {
    guard case .success(let file) = FileReader.read("\(folder)/.gitignore") else { return }
    add(String(decoding: file.bytes, as: UTF8.self), depth: depth)
  }

  /// Whether `path`, split at its slashes, is ignored; the last pattern that matches decides.
  package func ignores(_ path: [String], isFolder: Bool) -> Bool {
    for layer in layers.reversed() {
      let relative = path[layer.depth...]
      let last = layer.patterns.last { $0.matches(relative, isFolder: isFolder) }
      if let last { return !last.isNegated }
    }
    return false
  }
}
