import SourceText
package import Syntax

extension TypeConstraint {
  /// Reads the constraint that `expression` writes: `string`, `list(object({ … }))`, `any`.
  ///
  /// The old way to write `"string"`, `"list"` and `"map"` in quotes is understood as well.
  /// - Throws: where the expression is no type.
  package static func read(_ expression: HCLExpression) throws(TerraformError) -> TypeConstraint {
    if case .template(let parts) = expression.form, parts.count == 1,
      case .literal(let literal) = parts[0]
    {
      return try read(keyword: literal.text, at: expression, isOutermost: true)
    }
    return try part(expression, isOutermost: true)
  }

  /// Reads the constraint that `node` of a file in JSON syntax writes as a string.
  ///
  /// - Throws: where the string is no type.
  package static func read(_ node: Node) throws(TerraformError) -> TypeConstraint {
    guard node.kind == .string, let text = node.string else {
      throw .invalidType(at: node.location)
    }
    let file = SourceFile(path: node.file.path, text: text)
    let tree = HCLParser.parseExpression(file, anchor: node.location)
    guard let expression = tree.expression, !tree.hasErrors else {
      throw .invalidType(at: node.location)
    }
    return try read(expression)
  }

  /// Reads a type or a part of one.
  private static func part(
    _ expression: HCLExpression,
    isOutermost: Bool = false
  ) throws(TerraformError) -> TypeConstraint {
    switch expression.form {
    case .variable(let keyword):
      return try read(keyword: keyword, at: expression, isOutermost: isOutermost)
    case .call(let call):
      guard call.arguments.count == 1, !call.expandsLast else {
        throw .invalidType(at: expression.location)
      }
      return try read(call.name, of: call.arguments[0], at: expression)
    default:
      throw .invalidType(at: expression.location)
    }
  }

  private static func read(
    keyword: String,
    at expression: HCLExpression,
    isOutermost: Bool
  ) throws(TerraformError) -> TypeConstraint {
    switch keyword {
    case "string": TypeConstraint(.string)
    case "number": TypeConstraint(.number)
    case "bool": TypeConstraint(.bool)
    case "any": .any
    case "list" where isOutermost: TypeConstraint(.list(.dynamic))
    case "map" where isOutermost: TypeConstraint(.map(.dynamic))
    default: throw .invalidType(at: expression.location)
    }
  }

  private static func read(
    _ constructor: String,
    of argument: HCLExpression,
    at expression: HCLExpression
  ) throws(TerraformError) -> TypeConstraint {
    switch (constructor, argument.form) {
    case ("list", _):
      let element = try part(argument)
      return TypeConstraint(.list(element.type), defaults: element.defaults.map { .elements($0) })
    case ("set", _):
      let element = try part(argument)
      return TypeConstraint(.set(element.type), defaults: element.defaults.map { .elements($0) })
    case ("map", _):
      let element = try part(argument)
      return TypeConstraint(.map(element.type), defaults: element.defaults.map { .elements($0) })
    case ("object", .object(let items)): return try object(items)
    case ("tuple", .tuple(let elements)): return try tuple(elements)
    default: throw .invalidType(at: expression.location)
    }
  }

  private static func tuple(
    _ elements: [HCLExpression]
  ) throws(TerraformError) -> TypeConstraint {
    var constraints: [TypeConstraint] = []
    for element in elements { constraints.append(try part(element)) }
    let defaults = constraints.map(\.defaults)
    return TypeConstraint(
      .tuple(constraints.map(\.type)),
      defaults: defaults.contains { $0 != nil } ? .tuple(defaults) : nil
    )
  }

  private static func object(
    _ items: [HCLObjectItem]
  ) throws(TerraformError) -> TypeConstraint {
    var types: [String: TerraformType] = [:]
    var optional: Set<String> = []
    var values: [String: TerraformValue] = [:]
    var within: [String: AttributeDefaults] = [:]
    for item in items {
      guard let name = item.keyName else { throw .invalidType(at: item.key.location) }
      let attribute = try self.attribute(item.value)
      types[name] = attribute.constraint.type
      within[name] = attribute.constraint.defaults
      values[name] = attribute.value
      if attribute.isOptional { optional.insert(name) }
    }
    return TypeConstraint(
      .object(types, optional: optional),
      defaults: values.isEmpty && within.isEmpty ? nil : .object(values, within: within)
    )
  }

  /// Reads the type of an attribute, which `optional(type, value)` may surround.
  private static func attribute(
    _ expression: HCLExpression
  ) throws(TerraformError) -> (constraint: TypeConstraint, isOptional: Bool, value: TerraformValue?)
  {
    guard case .call(let call) = expression.form, call.name == "optional" else {
      return (try part(expression), false, nil)
    }
    guard (1...2).contains(call.arguments.count) else {
      throw .invalidType(at: expression.location)
    }
    let constraint = try part(call.arguments[0])
    guard call.arguments.count == 2 else { return (constraint, true, nil) }
    let evaluator = ExpressionEvaluator(
      scope: NothingInScope(),
      functions: NothingInScope(),
      budget: EvaluationBudget()
    ) { _ in }
    do {
      let value = try evaluator.evaluate(call.arguments[1])
      return (constraint, true, try value.converted(to: constraint.type))
    } catch {
      throw error.located(at: call.arguments[1].location)
    }
  }
}

/// Where no name means anything and no file is there: the default of an optional attribute.
private struct NothingInScope: TerraformScope, FunctionContext {
  func resolve(
    _ root: String,
    _ steps: [ReferenceStep],
    at location: SourceLocation
  ) throws(TerraformError) -> (value: TerraformValue, consumed: Int) {
    throw .referenceInDefault(at: location)
  }

  func file(at path: String) throws(TerraformError) -> SourceFile {
    throw .referenceInDefault(at: nil)
  }

  func files(in folder: String, matching pattern: String) throws(TerraformError) -> [String] {
    throw .referenceInDefault(at: nil)
  }

  func render(
    _ template: SourceFile,
    variables: TerraformObject
  ) throws(TerraformError) -> TerraformValue {
    throw .referenceInDefault(at: nil)
  }
}

extension TerraformError {
  /// Something that stands for a type and is none.
  fileprivate static func invalidType(at location: SourceLocation) -> TerraformError {
    TerraformError(
      "terraform.invalid-type",
      LocalizedText(
        en: """
          This is not a type; write string, number, bool, any, or one made with list(), set(), \
          map(), object() or tuple().
          """,
        ja: "型の指定ではない。string、number、bool、any か、list()、set()、map()、object()、tuple() で書く。"
      ),
      at: location,
      isStatic: true
    )
  }

  /// A default that is not a constant.
  fileprivate static func referenceInDefault(at location: SourceLocation?) -> TerraformError {
    TerraformError(
      "terraform.default-not-constant",
      LocalizedText(
        en: "The default of an optional attribute must be a constant; write the value out.",
        ja: "省略可能な属性のデフォルトは定数でなければならない。値を直接書く。"
      ),
      at: location,
      isStatic: true
    )
  }
}
