import SourceText
import Syntax
import TerraformLanguage

extension ModuleInstance {
  /// The name of the provider configuration that a resource uses: `aws`, `aws.west`.
  func providerName(of declaration: Declaration) -> String {
    if let address = declaration.body.argument("provider")?.expression.address { return address }
    let type = declaration.type
    return type.parts(separatedBy: "_").first.map(String.init) ?? type
  }

  /// The tags that the provider configuration `name` gives to all resources, and their key.
  ///
  /// - Returns: `nil` where there are none.
  func defaultTags(for name: String) -> (value: TerraformValue, key: SourceLocation?)? {
    if let declaration = configuration[.provider][name] {
      guard let block = declaration.body.blocks("default_tags").first,
        let argument = block.body.argument("tags")
      else { return nil }
      let value = memoised("\(declaration.address).default_tags", at: block.header) {
        self.value(of: argument.expression, in: scope)
      }
      return value.isNull ? nil : (value, argument.nameLocation)
    }
    guard let call else { return nil }
    return call.parent.defaultTags(for: call.declaration.providerName(passedAs: name))
  }
}

extension Declaration {
  /// The name that the caller has for the provider that the module knows as `name`.
  fileprivate func providerName(passedAs name: String) -> String {
    guard let argument = body.argument("providers") else { return name }
    switch argument.expression {
    case .json(let node): return node[name]?.string ?? name
    case .native(let expression):
      guard case .object(let items) = expression.form else { return name }
      let item = items.first { item in
        (item.keyName ?? TerraformExpression.native(item.key).address) == name
      }
      return item.flatMap { TerraformExpression.native($0.value).address } ?? name
    }
  }
}
