package import Inventory
import SourceText
package import Syntax

/// Reads files of template parameters in the forms that AWS's tools take.
package enum ParameterFile {
  /// The values in `tree` by parameter name; empty for a file without any.
  ///
  /// Known forms: the list of `ParameterKey` and `ParameterValue` of the AWS CLI and of StackSets,
  /// the `Parameters` mapping of CodePipeline, and a plain mapping. A parameter that keeps its
  /// previous value is unknown.
  package static func read(_ tree: SyntaxTree) -> [String: Value] {
    guard let root = tree.root else { return [:] }
    let content = root["Parameters"] ?? root["ParameterOverrides"] ?? root
    var values: [String: Value] = [:]
    for entry in content.entries {
      if let name = entry.key.string { values[name] = text(entry.value) }
    }
    for element in content.elements {
      if let text = element.string {
        let parts = text.parts(separatedBy: "=")
        guard parts.count > 1 else { continue }
        values[String(parts[0])] = Value(
          .string(parts.dropFirst().joined(separator: "=")),
          at: element.location
        )
      } else if let name = element["ParameterKey"]?.string {
        values[name] = value(name, of: element)
      }
    }
    return values
  }

  private static func value(_ name: String, of element: Node) -> Value {
    if let given = element["ParameterValue"] { return text(given) }
    if let given = element["ResolvedValue"] { return text(given) }
    return Value(.unknown(.parameter(name)), at: element.location)
  }

  /// A list counts as its elements with commas between, as deployment tools join it.
  private static func text(_ node: Node) -> Value {
    guard node.kind == .sequence else {
      return Value(node.string.map(Value.Content.string) ?? .null, at: node.location)
    }
    let parts = node.elements.compactMap(\.string)
    return Value(.string(parts.joined(separator: ",")), at: node.location)
  }
}
