import Inventory

extension FunctionLibrary {
  /// Functions of paths; none of them looks at the machine.
  static let paths: [String: FunctionDefinition] = [
    "abspath": .init([.string], .string, absolutePath),
    "basename": .init([.string], .string, baseName),
    "dirname": .init([.string], .string, directoryName),
    "pathexpand": .init([.string], .string, expandPath),
  ]

  private static func absolutePath(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    let path = input.text(0)
    guard path.hasPrefix("/") else {
      return input.unknown(.string, .reason(.function(input.name)))
    }
    return input.string(cleaned(path))
  }

  private static func expandPath(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard input.text(0).hasPrefix("~") else { return input[0] }
    return input.unknown(.string, .reason(.function(input.name)))
  }

  private static func baseName(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var path = input.text(0)[...]
    if path.isEmpty { return input.string(".") }
    while path.hasSuffix("/") { path.removeLast() }
    return input.string(path.split(separator: "/").last.map(String.init) ?? "/")
  }

  private static func directoryName(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    let path = input.text(0)
    let slash = path.lastIndex(of: "/")
    return input.string(cleaned(slash.map { String(path[...$0]) } ?? ""))
  }

  /// The shortest path that leads to the same place by its text alone.
  private static func cleaned(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(step)
      } else if let last = steps.last, last != ".." {
        steps.removeLast()
      } else if !isAbsolute {
        steps.append(step)
      }
    }
    let relative = steps.joined(separator: "/")
    return isAbsolute ? "/" + relative : relative.isEmpty ? "." : relative
  }
}
