import Inventory
import SourceText
import Syntax

extension ExpressionEvaluator {
  /// The value of `source[*]…` and `source.*…`.
  func splat(
    _ splat: HCLSplat,
    at expression: HCLExpression
  ) throws(TerraformError) -> TerraformValue {
    let source = try value(of: splat.source)
    switch source.content {
    case .null(let type):
      guard !type.isSequence else {
        throw TerraformError.iterationOverNull.located(at: splat.source.location)
      }
      return TerraformValue(.tuple([]), at: expression.location, marks: source.marks)
    case .unknown(let type, let doubt):
      return try unknownSplat(splat, source, type, doubt, at: expression.location)
    case .tuple(let elements):
      let values = try elements.map { element throws(TerraformError) in
        try each(splat, of: element.reached(through: source))
      }
      return TerraformValue(.tuple(values), at: expression.location, marks: source.marks)
    case .list(let type, let elements), .set(let type, let elements):
      let values = try elements.map { element throws(TerraformError) in
        try each(splat, of: element.reached(through: source))
      }
      return try list(values, splat, of: type, source, at: expression.location)
    case .bool, .number, .string, .object, .map:
      let value = try each(splat, of: source)
      return TerraformValue(.tuple([value]), at: expression.location, marks: source.marks)
    }
  }

  /// What the splat takes of one element.
  private func each(
    _ splat: HCLSplat,
    of item: TerraformValue
  ) throws(TerraformError) -> TerraformValue {
    var evaluator = self
    evaluator.item = item
    return try evaluator.element(splat.each)
  }

  /// What is taken of the elements of a list, as a list where they have one type.
  private func list(
    _ values: [TerraformValue],
    _ splat: HCLSplat,
    of type: TerraformType,
    _ source: TerraformValue,
    at location: SourceLocation
  ) throws(TerraformError) -> TerraformValue {
    var types = values.map(\.type)
    if values.isEmpty {
      let sample = TerraformValue(.unknown(type, .reason(.malformed(expected: "element"))))
      types = [try each(splat, of: sample).type]
    }
    guard let element = TerraformType.elementType(of: types), types.allSatisfy({ $0 == element })
    else {
      return TerraformValue(.tuple(values), at: location, marks: source.marks)
    }
    return TerraformValue(.list(element, values), at: location, marks: source.marks)
  }

  /// What is known of the type where nothing is known of the elements.
  private func unknownSplat(
    _ splat: HCLSplat,
    _ source: TerraformValue,
    _ type: TerraformType,
    _ doubt: TerraformValue.Doubt,
    at location: SourceLocation
  ) throws(TerraformError) -> TerraformValue {
    let result: TerraformType
    switch type {
    case .dynamic: result = .dynamic
    case .list(let element), .set(let element):
      result = .list(try self.type(of: splat, over: element, doubt))
    case .tuple(let elements):
      result = .tuple(
        try elements.map { element throws(TerraformError) in
          try self.type(of: splat, over: element, doubt)
        }
      )
    default:
      // A null would make this an empty tuple; but what is asked for must exist.
      _ = try self.type(of: splat, over: type, doubt)
      result = .dynamic
    }
    return TerraformValue(.unknown(result, doubt), at: location, marks: source.marks)
  }

  private func type(
    of splat: HCLSplat,
    over element: TerraformType,
    _ doubt: TerraformValue.Doubt
  ) throws(TerraformError) -> TerraformType {
    try each(splat, of: TerraformValue(.unknown(element, doubt))).type
  }
}

extension TerraformType {
  /// Whether values of the type have elements in a row.
  fileprivate var isSequence: Bool {
    switch self {
    case .list, .set, .tuple: true
    default: false
    }
  }
}
