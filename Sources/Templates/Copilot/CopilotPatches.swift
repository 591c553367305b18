import Inventory
import SourceText
import Syntax

/// The changes that a workload's folder `overrides` makes to what Copilot generates.
struct CopilotPatches {
  /// One operation of `cfn.patches.yml`.
  private struct Operation {
    let resource: String
    let patch: ValuePatch
    let path: String
    let location: SourceLocation
    /// Whether the resource as a whole goes.
    let removesAll: Bool
  }

  /// The paths of the files that were read.
  private(set) var paths: [String] = []
  private var operations: [Operation] = []

  /// Reads the overrides in `folder` for the manifest `file`.
  static func read(
    _ folder: String,
    for file: SourceFile,
    _ loader: any SourceLoader,
    _ log: inout DiagnosticLog,
    _ budget: inout ValueBudget
  ) -> CopilotPatches {
    var patches = CopilotPatches()
    if case .success = loader.load(RelativePath.join(folder, "cdk.json")) {
      log.add(.cdkOverrides(RelativePath.join(folder, "cdk.json"), file))
    }
    let path = RelativePath.join(folder, "cfn.patches.yml")
    guard case .success(let found) = loader.load(path) else { return patches }
    patches.paths.append(path)
    let tree = YAMLParser.parse(found)
    for diagnostic in tree.diagnostics { log.add(diagnostic) }
    for element in tree.root?.elements ?? [] {
      if let operation = operation(element, &budget) {
        patches.operations.append(operation)
      } else {
        log.add(.wrongManifestType("op, path, value", at: element.location))
      }
    }
    return patches
  }

  private static func operation(_ node: Node, _ budget: inout ValueBudget) -> Operation? {
    guard let path = node["path"]?.string, path.hasPrefix("/") else { return nil }
    let value = node["value"].map { CopilotPatches.value($0, &budget) }
    let action: ValuePatch.Action
    switch (node["op"]?.string, value) {
    case ("add", let value?): action = .add(value)
    case ("replace", let value?): action = .replace(value)
    case ("remove", _): action = .remove
    default: return nil
    }
    let steps = ValuePatch.steps(ofPointer: path)
    guard steps.count > 1, steps[0] == .key("Resources"), case .key(let resource) = steps[1] else {
      // What is not about a resource changes nothing that is judged.
      return Operation(
        resource: "",
        patch: ValuePatch(.remove, along: []),
        path: path,
        location: node.location,
        removesAll: false
      )
    }
    let isWhole = steps.count == 2
    return Operation(
      resource: resource,
      patch: ValuePatch(action, along: Array(steps.dropFirst(3))),
      path: path,
      location: node.location,
      removesAll: isWhole && value == nil
    )
  }

  /// The value of `node`; what CloudFormation would compute is not known.
  private static func value(_ node: Node, _ budget: inout ValueBudget) -> Value {
    let value = Value(node, budget: &budget)
    return marked(value, node)
  }

  private static func marked(_ value: Value, _ node: Node) -> Value {
    if let tag = node.tag, tag.hasPrefix("!") {
      return value.unknown(.function(String(tag.dropFirst())))
    }
    switch value.content {
    case .object(let object):
      if object.members.count == 1, let name = object.members.first?.name,
        name == "Ref" || name.hasPrefix("Fn::")
      {
        return value.unknown(.function(name))
      }
      let members = object.members.map { member in
        ValueObject.Member(
          member.name,
          node[member.name].map { marked(member.value, $0) } ?? member.value,
          key: member.key
        )
      }
      return value.with(.object(ValueObject(members)))
    case .list(let elements):
      return value.with(.list(zip(elements, node.elements).map(marked)))
    default: return value
    }
  }

  /// Applies the changes, one after the other, to the resources that are judged.
  func apply(to stack: inout CopilotStack, _ log: inout DiagnosticLog) {
    for operation in operations {
      guard let properties = stack[operation.resource] else { continue }
      if operation.removesAll {
        stack[operation.resource] = nil
      } else if let changed = operation.patch.applied(to: properties) {
        stack[operation.resource] = changed
      } else {
        log.add(.overrideFailed(operation.path, at: operation.location))
      }
    }
  }
}
