import SourceText
import Syntax

/// The sections of one CloudFormation template, not evaluated yet.
final class Template: Sendable {
  let file: SourceFile
  let root: Node
  let parameters: [String: TemplateParameter]
  let mappings: Node?
  let conditions: Node?
  let resources: Node?
  let outputs: Node?
  let globals: Node?
  /// The names of the transforms, as far as they are written out.
  let transforms: [String]
  /// What every condition is compared with; read once for all runs.
  let comparisons: ConditionComparisons
  /// The conditions on which the judged resources depend.
  let resourceConditions: ConditionUses
  /// The same together with the outputs, for stacks whose outputs are used.
  let allConditions: ConditionUses

  init(_ root: Node) {
    self.file = root.file
    self.root = root
    self.parameters = TemplateParameter.read(root["Parameters"])
    self.mappings = root["Mappings"]
    self.conditions = root["Conditions"]
    self.resources = root["Resources"]
    self.outputs = root["Outputs"]
    self.globals = root["Globals"]
    self.transforms = Self.transforms(root["Transform"])
    self.comparisons = ConditionComparisons(root["Conditions"])
    self.resourceConditions = ConditionUses(resources: resources, outputs: nil)
    self.allConditions = ConditionUses(resources: resources, outputs: outputs)
  }

  /// Whether the template is written in the AWS Serverless Application Model.
  var isServerless: Bool { transforms.contains { $0.hasPrefix("AWS::Serverless-") } }

  /// Whether the language extensions are switched on.
  var hasLanguageExtensions: Bool { transforms.contains("AWS::LanguageExtensions") }

  /// Whether deploying adds resources that the template does not name.
  var generatesResources: Bool {
    resources?.entry("Fn::Transform") != nil
      || transforms.contains { $0 != "AWS::LanguageExtensions" }
  }

  /// Whether the AWS CDK made the template.
  var isSynthesized: Bool {
    (resources?.entries ?? []).contains { entry in
      entry.value["Metadata"]?["aws:cdk:path"] != nil
        || entry.value["Type"]?.string == "AWS::CDK::Metadata"
    }
  }

  private static func transforms(_ node: Node?) -> [String] {
    guard let node else { return [] }
    if let name = node.string { return [name] }
    if let name = node["Name"]?.string { return [name] }
    return node.elements.map { $0.string ?? $0["Name"]?.string ?? "" }
  }
}

/// One entry of a section, with the loop variables that hold for it.
struct Definition {
  let name: String
  let key: SourceLocation
  let node: Node
  let bindings: Bindings
}
