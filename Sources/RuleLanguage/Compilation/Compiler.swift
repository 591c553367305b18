import SourceText

/// Turns an expression into a condition: resolves fields, checks types, prepares constants.
struct Compiler<Catalog: FieldCatalog> {
  let catalog: Catalog
  private var nodes: [Condition.Node] = []
  private var checks: [PreparedCheck] = []
  private var descriptions: [CheckDescription] = []
  private var fields: [FieldReference] = []
  private var knownFields: Set<FieldReference> = []
  var warnings: [ConditionError] = []
  /// The text that the check being compiled stands in.
  private(set) var place = Place.condition

  init(catalog: Catalog) { self.catalog = catalog }

  var condition: Condition {
    Condition(
      nodes: nodes,
      checks: checks,
      descriptions: descriptions,
      fields: fields,
      warnings: warnings
    )
  }

  mutating func compile(_ expression: Expression) throws(ConditionError) {
    switch expression.kind {
    case .all(let operands): try compile(.all, operands)
    case .any(let operands): try compile(.any, operands)
    case .not(let operand): try compile(.not, [operand])
    case .macro: preconditionFailure("a macro reference was left in \(expression.range)")
    case .check(let check):
      place = expression.place
      let prepared = try prepare(check)
      nodes.append(Condition.Node(kind: .check, check: checks.count, end: nodes.count + 1))
      checks.append(prepared)
      descriptions.append(
        CheckDescription(check, range: expression.range, place: expression.place)
      )
    }
  }

  private mutating func compile(
    _ kind: Condition.Node.Kind,
    _ operands: [Expression]
  ) throws(ConditionError) {
    let index = nodes.count
    nodes.append(Condition.Node(kind: kind, check: 0, end: 0))
    for operand in operands { try compile(operand) }
    nodes[index].end = nodes.count
  }

  private mutating func prepare(_ check: CheckExpression) throws(ConditionError) -> PreparedCheck {
    let left = try resolve(check.left)
    try require(check, fits: left)
    let quantifier: PreparedCheck.Quantifier = check.comparison == .in ? .all : .any
    let test: PreparedCheck.Test
    switch check.right {
    case .none: test = .exists
    case .value(let constant):
      warn(of: constant, check.comparison)
      let predicate = try Predicate.make(check.comparison, constant, left.type, in: place)
      test = .values(predicate, quantifier)
    case .list(let constants):
      for constant in constants where check.comparison == .regex { warn(ofPattern: constant) }
      let predicate = try Predicate.make(check, constants, left.type, in: place)
      test = .values(predicate, quantifier)
    case .operand(let operand):
      let right = try resolve(operand)
      try require(check, left, operand, comparesWith: right)
      let isDynamic = left.type == .dynamic || right.type == .dynamic
      test = .compare(check.comparison, right.operand, quantifier, isDynamic: isDynamic)
    }
    return PreparedCheck(left: left.operand, test: test)
  }

  mutating func note(_ field: FieldReference) {
    if knownFields.insert(field).inserted { fields.append(field) }
  }

  private func require(
    _ check: CheckExpression,
    fits left: TypedOperand
  ) throws(ConditionError) {
    let allowed = left.type.operators(isList: left.isList)
    guard allowed.contains(check.comparison) else {
      throw ConditionError(
        .operatorType,
        CompilerMessage.misfit(check.comparison, check.left.description, left, allowed: allowed),
        at: check.comparisonRange,
        in: place
      )
    }
    guard let modifier = check.modifier, left.isList, left.type != .dynamic else { return }
    throw ConditionError(
      .operatorType,
      CompilerMessage.modifier(modifier, check.left.description),
      at: check.comparisonRange,
      in: place
    )
  }

  private func require(
    _ check: CheckExpression,
    _ left: TypedOperand,
    _ operand: Operand,
    comparesWith right: TypedOperand
  ) throws(ConditionError) {
    guard check.comparison != .pmatch, check.comparison != .regex, left.type != .ipnet else {
      throw ConditionError(
        .operandType,
        CompilerMessage.constantsOnly(check.comparison),
        at: operand.range,
        in: place
      )
    }
    if left.type == .dynamic || right.type == .dynamic { return }
    guard left.type == right.type, left.isList == right.isList else {
      throw ConditionError(
        .operandType,
        CompilerMessage.sides(check.left.description, left, operand.description, right),
        at: operand.range,
        in: place
      )
    }
  }
}
