import Inventory

extension FunctionLibrary {
  /// Functions of sets, and the product of lists or sets.
  static let sets: [String: FunctionDefinition] = [
    "setintersection": .init(
      [.init(.set(.dynamic), .unknown)],
      rest: .init(.set(.dynamic), .unknown),
      .type(.set(.dynamic)),
      intersection
    ),
    "setproduct": .init(
      [],
      rest: .init(.dynamic, [.unknown, .marks]),
      .type(.dynamic),
      product
    ),
    "setsubtract": .init(
      [.init(.set(.dynamic), .unknown), .init(.set(.dynamic), .unknown)],
      .type(.set(.dynamic)),
      difference
    ),
    "setunion": .init(
      [.init(.set(.dynamic), .unknown)],
      rest: .init(.set(.dynamic), .unknown),
      .type(.set(.dynamic)),
      union
    ),
  ]

  private static func intersection(_ input: FunctionInput) throws(TerraformError) -> TerraformValue
  {
    try combine(input) { left, right in left.filter { right.holds($0) } }
  }

  private static func difference(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    try combine(input) { left, right in left.filter { !right.holds($0) } }
  }

  private static func union(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let (type, sets) = try unified(input)
    guard let sets else { return input.unknown(.set(type)) }
    return TerraformValue(TerraformValue.Content.set(of: sets.flatMap(\.self), type))
  }

  private static func combine(
    _ input: FunctionInput,
    _ body: (ElementSet, ElementSet) -> [TerraformValue]
  ) throws(TerraformError) -> TerraformValue {
    let (type, sets) = try unified(input)
    guard let sets, var result = sets.first, input.arguments.allSatisfy(\.isKnown) else {
      return input.unknown(.set(type))
    }
    for set in sets.dropFirst() { result = body(ElementSet(result), ElementSet(set)) }
    return TerraformValue(TerraformValue.Content.set(of: result, type))
  }

  /// The sets with elements of one type; `nil` for them where one is not known.
  private static func unified(
    _ input: FunctionInput
  ) throws(TerraformError) -> (type: TerraformType, sets: [[TerraformValue]]?) {
    let types = input.arguments.compactMap(\.type.element)
    guard let type = TerraformType.elementType(of: types) else {
      throw input.failed(en: "the elements have no type in common", ja: "要素に共通の型がない")
    }
    var sets: [[TerraformValue]] = []
    for argument in input.arguments {
      guard let elements = try argument.converted(to: .set(type)).elements else {
        return (type, nil)
      }
      sets.append(elements)
    }
    return (type, sets)
  }

  /// Every combination of one element of each; of sets a set, else a list.
  private static func product(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard input.count > 1 else {
      throw input.failed(en: "it takes two collections or more", ja: "引数は 2 個以上必要")
    }
    let factors = try factors(input)
    let type = TerraformType.tuple(factors.map(\.type))
    let areSets = factors.allSatisfy(\.isSet)
    let marks = input.arguments.reduce(into: Set<String>()) { $0.formUnion($1.marks) }
    let result: TerraformType = areSets ? .set(type) : .list(type)
    if !factors.contains(where: { $0.elements?.isEmpty == true }),
      factors.contains(where: { $0.elements == nil })
    {
      return input.unknown(factors.contains(where: \.isOpen) ? .dynamic : result).bearing(marks)
    }
    var rows: [[TerraformValue]] = [[]]
    for factor in factors {
      let elements = factor.elements ?? []
      guard rows.count * elements.count * factors.count <= FunctionInput.elementLimit else {
        return input.tooLarge(result)
      }
      rows = rows.flatMap { row in elements.map { row + [$0] } }
    }
    let tuples = rows.map { TerraformValue(.tuple($0)) }
    let content: TerraformValue.Content = areSets ? .set(of: tuples, type) : .list(type, tuples)
    return TerraformValue(content, marks: marks)
  }

  /// A collection of a product.
  private struct Factor {
    let type: TerraformType
    let elements: [TerraformValue]?
    let isSet: Bool
    /// Whether not even the kind of the collection is known.
    let isOpen: Bool
  }

  private static func factors(_ input: FunctionInput) throws(TerraformError) -> [Factor] {
    var factors: [Factor] = []
    for (index, argument) in input.arguments.enumerated() {
      _ = try input.sequence(index, allowingSets: true)
      var value = argument
      if case .tuple = argument.type { value = try argument.converted(to: .list(.dynamic)) }
      let isSet = if case .set = value.type { true } else { false }
      factors.append(
        Factor(
          type: value.type.element ?? .dynamic,
          elements: value.elements,
          isSet: isSet,
          isOpen: value.type == .dynamic
        )
      )
    }
    return factors
  }
}

/// Elements that can be asked for quickly.
private struct ElementSet {
  private let elements: [TerraformValue]
  private let groups: [SetKey: [TerraformValue]]

  init(_ elements: [TerraformValue]) {
    self.elements = elements
    groups = Dictionary(grouping: elements) { SetKey($0) }
  }

  func filter(_ isKept: (TerraformValue) -> Bool) -> [TerraformValue] { elements.filter(isKept) }

  func holds(_ element: TerraformValue) -> Bool {
    groups[SetKey(element), default: []].contains { $0.isEqual(to: element) == true }
  }
}
