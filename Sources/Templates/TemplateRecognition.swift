import Syntax

/// Tells the documents that this target reads from all others.
enum TemplateRecognition {
  /// What a document is.
  enum Kind: Equatable {
    case taskDefinitions
    case cloudFormation
    case terraform(TerraformDocument.Kind)
    case compose
    case copilot
    case ecsParams
  }

  /// What `root` is; `nil` for a document of another trade.
  static func kind(of root: Node) -> Kind? {
    if isCloudFormation(root) { return .cloudFormation }
    if let kind = TerraformDocument.kind(of: root) { return .terraform(kind) }
    if isTaskDefinition(root) || isTaskDefinitionList(root) { return .taskDefinitions }
    if CopilotManifest.isManifest(root) { return .copilot }
    if ECSParams.isParams(root) { return .ecsParams }
    return ComposeFile.isCompose(root) ? .compose : nil
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
    return elements.allSatisfy(isTaskDefinition) || isContainerList(elements)
  }

  /// Whether `elements` are container definitions: all have a name and an image.
  ///
  /// So have the entries of many a catalogue; what tells them apart is that the other keys are
  /// those of a container, and that the image is no picture.
  private static func isContainerList(_ elements: [Node]) -> Bool {
    var others: Set<String> = []
    for element in elements {
      guard (element["name"] ?? element["Name"])?.string != nil,
        let image = (element["image"] ?? element["Image"])?.string,
        image.offset(of: "://") == nil, !pictures.contains(where: image.hasSuffix)
      else { return false }
      for entry in element.entries {
        guard let key = entry.key.string else { continue }
        others.insert(key.prefix(1).lowercased() + key.dropFirst())
      }
    }
    others.subtract(["name", "image"])
    return others.isEmpty || !others.isDisjoint(with: TaskDefinitionTypes.containerMembers)
  }

  private static let pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico"]
}
