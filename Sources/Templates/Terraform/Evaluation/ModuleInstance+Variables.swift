import Inventory
import SourceText
import Syntax
import TerraformLanguage

extension ModuleInstance {
  /// The value of the variable `name`.
  func variable(
    _ name: String,
    at location: SourceLocation
  ) throws(TerraformError) -> TerraformValue {
    guard let declaration = configuration[.variable][name] else {
      throw .undeclared(
        "var.\(name)",
        similar: NearestName.of(name, in: configuration[.variable].names).map { "var.\($0)" },
        at: location
      )
    }
    return memoised(declaration.address, at: declaration.header) {
      let value = converted(declaration)
      return isTrue("sensitive", of: declaration) ? value.asSensitive : value
    }
  }

  /// Reports the variables whose values Terraform refuses by their own rules.
  func checkVariables() {
    guard !isStandIn else { return }
    for declaration in configuration[.variable].all {
      for rule in declaration.body.blocks("validation") {
        guard let condition = rule.body.argument("condition")?.expression,
          quietValue(of: condition)?.as(.bool)?.bool == false
        else { continue }
        reading.log.add(.invalidVariable(declaration.name, at: condition.location))
      }
    }
  }

  /// The value of an expression that Terraform itself would complain about, if it has to.
  private func quietValue(of expression: TerraformExpression) -> TerraformValue? {
    guard case .native(let expression) = expression else { return nil }
    let evaluator = ExpressionEvaluator(
      scope: scope,
      functions: ModuleFunctions(self),
      budget: reading.budget,
      report: { _ in }
    )
    return evaluator.evaluateLeniently(expression)
  }

  /// What the variable is given or has by default, in its declared type.
  private func converted(_ declaration: Declaration) -> TerraformValue {
    let type = type(of: declaration)
    let isNullable = constant("nullable", of: declaration)?.as(.bool)?.bool ?? true
    if let given = given(declaration, type), isNullable || !given.isNull {
      return applied(type, to: given, of: declaration)
    }
    if let fallback = constant("default", of: declaration) {
      return applied(type, to: fallback, of: declaration)
    }
    reportMissing(declaration)
    return .unknown(.variable(declaration.name), type.type.withoutOptionals, at: declaration.header)
  }

  private func applied(
    _ type: TypeConstraint,
    to value: TerraformValue,
    of declaration: Declaration
  ) -> TerraformValue {
    do {
      return try type.apply(to: value)
    } catch {
      if let place = error.location ?? value.origin {
        reading.log.add(error.diagnostic(at: place))
      } else if case .input(let input)? = inputs[declaration.name] {
        reading.log.add(Diagnostic(.error, error.code, error.text, path: input.name))
      }
      return .unknown(.malformed(expected: type.type.name), at: value.origin)
    }
  }

  private func type(of declaration: Declaration) -> TypeConstraint {
    guard let argument = declaration.body.argument("type") else { return .any }
    do {
      switch argument.expression {
      case .native(let expression):
        if argument.expression.constantText != nil {
          reading.log.add(.quotedType(at: expression.location))
        }
        return try TypeConstraint.read(expression)
      case .json(let node): return try TypeConstraint.read(node)
      }
    } catch {
      reading.log.add(error.diagnostic(at: argument.expression.location))
      return .any
    }
  }

  /// The value from outside: the argument of the call, or what the root module is given.
  private func given(_ declaration: Declaration, _ type: TypeConstraint) -> TerraformValue? {
    if let call {
      return call.declaration.body.argument(declaration.name).map { argument in
        call.parent.value(
          of: argument.expression,
          in: call.parent.scope(of: call.instance)
        )
      }
    }
    switch inputs[declaration.name] {
    case .file(let argument)?: return value(of: argument.expression, in: ConstantScope())
    case .input(let input)?: return read(input, declaration, type)
    case nil: return nil
    }
  }

  /// Reads text from outside as Terraform does: as an expression where the type is a collection.
  private func read(
    _ input: TerraformInput,
    _ declaration: Declaration,
    _ type: TypeConstraint
  ) -> TerraformValue {
    let hasType = declaration.body.argument("type") != nil
    guard hasType, !type.type.isPrimitive else { return TerraformValue(.text(input.text)) }
    let tree = HCLParser.parseExpression(SourceFile(path: input.name, text: input.text))
    for diagnostic in tree.diagnostics { reading.log.add(diagnostic) }
    guard !tree.hasErrors, let expression = tree.expression else {
      return .unknown(.variable(declaration.name))
    }
    return value(of: .native(expression), in: ConstantScope())
  }

  private func reportMissing(_ declaration: Declaration) {
    guard let call, !isStandIn else { return }
    reading.log.add(
      .missingArgument(
        declaration.name,
        module: call.declaration.name,
        at: call.declaration.header
      )
    )
  }
}
