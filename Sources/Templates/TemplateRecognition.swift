import Syntax

/// Tells the documents that this target reads from all others.
enum TemplateRecognition {
  /// What a document is.
  enum Kind: Equatable {
    case taskDefinitions
    case cloudFormation
  }

  /// What `root` is; `nil` for a document of another trade.
  static func kind(of root: Node) -> Kind? {
    if isCloudFormation(root) { return .cloudFormation }
    return isTaskDefinition(root) || isTaskDefinitionList(root) ? .taskDefinitions : nil
  }

  /// Whether `root` is a CloudFormation template, be it a broken one.
  static func isCloudFormation(_ root: Node) -> Bool {
    guard root.kind == .mapping else { return false }
    if root.entry("AWSTemplateFormatVersion") != nil { return true }
    guard let resources = root["Resources"], resources.kind == .mapping else { return false }
    return resources.entries.contains { entry in
      entry.key.string?.hasPrefix("Fn::ForEach") == true
        || entry.value["Type"]?.string?.offset(of: "::") != nil
    }
  }

  /// Whether `node` is a task definition, or the answer of an API that holds one.
  static func isTaskDefinition(_ node: Node) -> Bool {
    if node.entry("containerDefinitions") != nil || node.entry("ContainerDefinitions") != nil {
      return true
    }
    guard let inner = node["taskDefinition"] ?? node["TaskDefinition"] else { return false }
    return inner.entry("containerDefinitions") != nil || inner.entry("ContainerDefinitions") != nil
  }

  /// Whether `node` is a list of task definitions, or of container definitions.
  static func isTaskDefinitionList(_ node: Node) -> Bool {
    let elements = (node["taskDefinitions"] ?? node).elements
    guard !elements.isEmpty else { return false }
    return elements.allSatisfy(isTaskDefinition) || elements.allSatisfy(isContainer)
  }

  /// Whether `node` may be a container definition: it has a name and an image.
  static func isContainer(_ node: Node) -> Bool {
    (node["name"] ?? node["Name"])?.string != nil && (node["image"] ?? node["Image"])?.string != nil
  }
}
