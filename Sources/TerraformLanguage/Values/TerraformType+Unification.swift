extension TerraformType {
  /// The type that values of all `types` can take; `nil` where there is none.
  package static func unified(_ types: [TerraformType]) -> TerraformType? { unified(types, .any) }

  /// The type of the elements of a collection made of values of `types`.
  ///
  /// A type that is not known yet gives way to the known ones.
  package static func elementType(of types: [TerraformType]) -> TerraformType? {
    let known = types.filter { $0 != .dynamic }
    return known.isEmpty ? .dynamic : unified(known)
  }

  /// The most types of different kinds that are compared with each other.
  private static let distinctLimit = 300

  /// The type that values of all `types` can take by conversions of some strictness.
  static func unified(_ types: [TerraformType], _ strictness: Strictness) -> TerraformType? {
    var distinct: [TerraformType] = []
    var seen: Set<TerraformType> = []
    for type in types where seen.insert(type).inserted { distinct.append(type) }
    guard distinct.count > 1 else { return distinct.first }
    let known = distinct.filter { $0 != .dynamic }
    let objects = known.compactMap(\.attributes)
    let tuples = known.compactMap(\.tupleElements)
    if !objects.isEmpty, !tuples.isEmpty { return nil }
    if objects.count == known.count { return unifiedObject(objects, known, strictness) }
    if tuples.count == known.count { return unifiedTuple(tuples, known, strictness) }
    guard distinct.count <= distinctLimit else { return nil }
    return preferred(distinct).first { candidate in
      distinct.allSatisfy { $0.converts(to: candidate, strictness) }
    }
  }

  /// The attributes of an object type; `nil` for other types.
  package var attributes: [String: TerraformType]? {
    if case .object(let attributes, _) = self { attributes } else { nil }
  }

  private var tupleElements: [TerraformType]? {
    if case .tuple(let elements) = self { elements } else { nil }
  }

  /// An object where all have the same attributes, else a map.
  private static func unifiedObject(
    _ objects: [[String: TerraformType]],
    _ types: [TerraformType],
    _ strictness: Strictness
  ) -> TerraformType? {
    guard objects.dropFirst().allSatisfy({ $0.keys == objects[0].keys }) else {
      let values = objects.flatMap { object in
        object.sorted { $0.key < $1.key }.map(\.value)
      }
      guard let element = unified(values, strictness) else { return nil }
      return types.allSatisfy { $0.converts(to: .map(element), strictness) } ? .map(element) : nil
    }
    var attributes: [String: TerraformType] = [:]
    for name in objects[0].keys {
      guard let type = unified(objects.compactMap { $0[name] }, strictness) else { return nil }
      attributes[name] = type
    }
    return .object(attributes)
  }

  /// A tuple where all have the same number of elements, else a list.
  private static func unifiedTuple(
    _ tuples: [[TerraformType]],
    _ types: [TerraformType],
    _ strictness: Strictness
  ) -> TerraformType? {
    guard tuples.dropFirst().allSatisfy({ $0.count == tuples[0].count }) else {
      guard let element = unified(tuples.flatMap(\.self), strictness) else { return nil }
      return types.allSatisfy { $0.converts(to: .list(element), strictness) }
        ? .list(element) : nil
    }
    var elements: [TerraformType] = []
    for index in tuples[0].indices {
      guard let type = unified(tuples.map { $0[index] }, strictness) else { return nil }
      elements.append(type)
    }
    return .tuple(elements)
  }

  /// The types with the more general ones in front, as far as they can be compared.
  private static func preferred(_ types: [TerraformType]) -> [TerraformType] {
    var rest = types
    var ordered: [TerraformType] = []
    while !rest.isEmpty {
      let index = rest.firstIndex { candidate in
        rest.allSatisfy { $0 == candidate || !$0.isMoreGeneral(than: candidate) }
      }
      ordered.append(rest.remove(at: index ?? 0))
    }
    return ordered
  }

  /// Whether the type is preferred to `other` as the type of both.
  private func isMoreGeneral(than other: TerraformType) -> Bool {
    switch (self, other) {
    case (.dynamic, _): other != .dynamic
    case (_, .dynamic): false
    case (.string, .bool), (.string, .number): true
    case (.list(let left), .list(let right)), (.set(let left), .set(let right)),
      (.map(let left), .map(let right)):
      left.isMoreGeneral(than: right)
    case (.list, .set), (.tuple, .set), (.list, .tuple), (.map, .object): true
    default: false
    }
  }
}
