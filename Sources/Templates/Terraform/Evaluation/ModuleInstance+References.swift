import Inventory
import SourceText
import TerraformLanguage

extension ModuleInstance {
  /// What a reference to a resource or data source leads to, and the steps that led there.
  func resource(
    _ kind: Declaration.Kind,
    _ type: String,
    _ name: String,
    _ steps: ArraySlice<ReferenceStep>,
    at location: SourceLocation
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int) {
    guard kind != .ephemeral else {
      return (.unknown(.data("ephemeral.\(type).\(name)"), at: location), 0)
    }
    guard let declaration = configuration[kind]["\(type).\(name)"] else {
      return (undeclared(kind, type, name, at: location), 0)
    }
    let expansion = expansion(of: declaration)
    if case .single = expansion.form { return one(declaration, .single, steps, used: 0) }
    guard case .key(let key, let place)? = steps.first else {
      return (all(declaration, expansion), 0)
    }
    guard key.isKnown || expansion.isUnknown else { return (.unknown(like: key), 1) }
    guard let instance = expansion.instance(key) else {
      throw .noInstance(declaration.address, at: place)
    }
    return one(declaration, instance, steps.dropFirst(), used: 1)
  }

  /// An attribute of one instance where the next step names it, else all of the instance.
  private func one(
    _ declaration: Declaration,
    _ instance: Instance,
    _ steps: ArraySlice<ReferenceStep>,
    used: Int
  ) -> (value: TerraformValue, consumed: Int) {
    guard case .name(let name, _)? = steps.first else {
      return (object(declaration, instance), used)
    }
    return (attribute(name, of: declaration, instance), used + 1)
  }

  /// All instances: a tuple for `count`, an object for `for_each`.
  private func all(_ declaration: Declaration, _ expansion: Expansion) -> TerraformValue {
    let objects = expansion.instances.map { object(declaration, $0) }
    switch expansion.form {
    case .unknown(let value): return .unknown(like: value)
    case .single, .count: return TerraformValue(.tuple(objects), at: declaration.header)
    case .forEach:
      let members = zip(expansion.instances, objects).map { instance, object in
        TerraformObject.Member(
          instance.key.text,
          object,
          key: instance.eachKey?.origin
        )
      }
      return TerraformValue(.object(TerraformObject(members)), at: declaration.header)
    }
  }

  /// A resource that no file of the module declares: it may stand elsewhere, and is pointed at.
  private func undeclared(
    _ kind: Declaration.Kind,
    _ type: String,
    _ name: String,
    at location: SourceLocation
  ) -> TerraformValue {
    let prefix = kind == .data ? "data." : ""
    if !configuration.isPartial {
      let similar = NearestName.of("\(type).\(name)", in: configuration[kind].names)
      let error = TerraformError.undeclared(
        "\(prefix)\(type).\(name)",
        similar: similar.map { prefix + $0 },
        at: location
      )
      // Terraform refuses it, but all of the rest can be judged.
      reading.log.add(Diagnostic(.warning, error.code, error.text, at: location))
    }
    let id = ResourceID("\(self.prefix)\(prefix)\(type).\(name)")
    return TerraformValue(.object(TerraformObject(resource: id)))
  }
}

extension Expansion {
  fileprivate var isUnknown: Bool { if case .unknown = form { true } else { false } }
}

extension Instance.Key {
  /// The key of `for_each`; empty for others.
  var text: String { if case .key(let text) = self { text } else { "" } }
}
