import Inventory
package import SourceText
import Syntax

extension PlanSources {
  /// `resources` of the plan, with what the plan leaves open as the sources have it.
  ///
  /// One part that is known only after the apply makes a whole list of containers unknown to the
  /// plan. The sources, evaluated with the variables of the plan, tell the other parts.
  func completed(_ resources: [Resource], variables: Node?) -> [Resource] {
    var options = options
    options.variables = Templates.inputs(variables)
    options.variableFiles = []
    options.environment = [:]
    let sources = TerraformProject.read(folder, options: options).inventories[0]
    return resources.map { resource in
      guard let source = sources[resource.id], source.kind == resource.kind else { return resource }
      var resource = resource
      resource.properties = resource.properties.completed(by: source.properties)
      return resource
    }
  }
}

extension Templates {
  /// The values that the Terraform plan in `file` gives to variables, in the forms that the command
  /// line takes.
  ///
  /// Source: https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
  package static func variables(ofPlan file: SourceFile) -> [String: TerraformInput] {
    inputs(parse(file).root?["variables"])
  }

  fileprivate static func inputs(_ variables: Node?) -> [String: TerraformInput] {
    var inputs: [String: TerraformInput] = [:]
    for variable in variables?.entries ?? [] {
      guard let name = variable.key.string, let value = variable.value["value"] else { continue }
      inputs[name] = TerraformInput(value.asInput, from: "variables.\(name)")
    }
    return inputs
  }
}

extension Node {
  /// The text of a scalar, or the JSON of a collection as an expression without sequences.
  fileprivate var asInput: String {
    string
      ?? file.text(range).replacing("${", with: "$${").replacing("%{", with: "%%{")
  }
}

extension Value {
  /// The object with the members of `source` in place of those that are known after the apply.
  fileprivate func completed(by source: Value) -> Value {
    guard let object else { return self }
    let members = object.members.map { member in
      guard case .attribute = member.value.unknownReason,
        let known = source.object?.member(member.name),
        known.value.unknownReason == nil
      else { return member }
      return known
    }
    return with(.object(ValueObject(members)))
  }
}
