import Inventory
import SourceText
import TerraformLanguage

extension ModuleInstance {
  /// The arguments that say how Terraform treats a resource, and are no attributes of it.
  static let metaArguments: Set<String> = [
    "connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner",
  ]

  /// The scope of one instance of a declaration.
  func scope(of instance: Instance) -> InstanceScope {
    InstanceScope(module: self, instance: instance)
  }

  /// The attribute `name` of one instance: what is configured, else what deployment makes it.
  func attribute(
    _ name: String,
    of declaration: Declaration,
    _ instance: Instance
  ) -> TerraformValue {
    memoised("\(declaration.address)\(instance.key.suffix).\(name)", at: declaration.header) {
      if declaration.kind == .data,
        let computed = DataSource.attribute(name, of: declaration, instance, in: self)
      {
        return computed
      }
      return configured(name, of: declaration, instance)
        ?? deployed(name, of: declaration, instance)
    }
  }

  /// One instance as a whole: what is configured and known, and room for all else.
  func object(_ declaration: Declaration, _ instance: Instance) -> TerraformValue {
    memoised("\(declaration.address)\(instance.key.suffix)", at: declaration.header) {
      let names =
        declaration.body.memberNames.filter { !Self.metaArguments.contains($0) }
        + DataSource.computedNames(of: declaration)
      let members = names.compactMap { name -> TerraformObject.Member? in
        let value = attribute(name, of: declaration, instance)
        if value.isUnknown, case .reference? = value.doubt { return nil }
        return TerraformObject.Member(name, value)
      }
      let object = TerraformObject(members, resource: id(declaration, instance.key))
      return TerraformValue(.object(object), at: declaration.header)
    }
  }

  /// What the configuration says of an attribute; `nil` where it leaves it to deployment.
  private func configured(
    _ name: String,
    of declaration: Declaration,
    _ instance: Instance
  ) -> TerraformValue? {
    guard !Self.metaArguments.contains(name) else { return nil }
    let value: TerraformValue?
    if let argument = declaration.body.argument(name) {
      value = self.value(of: argument.expression, in: scope(of: instance))
    } else {
      value = BodyEvaluator(self).blocks(name, of: declaration.body, scope(of: instance))
    }
    guard let value, !value.isNull else { return nil }
    // What is not known of a name is known of the resource that goes by it.
    let isName = value.elements == nil && ResourceReference.isIdentifier(name)
    return isName && !value.isKnown ? nil : value
  }

  /// An attribute that exists only after deployment, or that a data source finds out.
  private func deployed(
    _ name: String,
    of declaration: Declaration,
    _ instance: Instance
  ) -> TerraformValue {
    if declaration.kind == .data {
      let address = id(declaration, instance.key).path
      return .unknown(.data("\(address).\(name)"))
    }
    if name == "id", let other = TerraformShape.identifier(of: declaration.type), other != "id",
      let value = configured(other, of: declaration, instance), value.text != nil
    {
      return value
    }
    if declaration.type == "terraform_data", name == "output" {
      return attribute("input", of: declaration, instance)
    }
    return .reference(id(declaration, instance.key), name)
  }
}

extension TerraformBody {
  /// The names of all arguments and blocks.
  var memberNames: [String] {
    var seen: Set<String> = []
    let names = arguments.map(\.name) + nativeBlocks.map(\.effectiveType)
    return names.filter { $0 != "dynamic" && seen.insert($0).inserted }
  }
}
