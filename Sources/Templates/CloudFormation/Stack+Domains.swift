import Inventory
import Syntax

extension Stack {
  /// The values that conditions may find in the parameter `name`, the likeliest first.
  ///
  /// Fewer than two mean that there is nothing to choose.
  func domain(of name: String) -> [DomainValue] {
    if let known = domains[name] { return known }
    let domain = computeDomain(of: name)
    domains[name] = domain
    return domain
  }

  private func computeDomain(of name: String) -> [DomainValue] {
    let literals = (template.comparisons.literals[name] ?? []).map { Value($0) }
    if let given = arguments[name] { return domain(ofGiven: given, comparedWith: literals) }
    guard let parameter = template.parameters[name] else {
      return choices(literals, elsewhere: unknown(.pseudoParameter(name), at: nil))
    }
    let fallback = parameter.defaultValue
    if parameter.isStored {
      return choices(literals, elsewhere: fallback ?? unknown(.parameter(name), at: nil))
    }
    let others = (parameter.allowed.isEmpty ? literals : parameter.allowed.map { Value($0) })
      .map { parameter.value(from: $0) }
      .filter { other in fallback.map { !$0.isEquivalent(to: other) } ?? true }
    let first = fallback.map { [DomainValue(value: $0, isElsewhere: false, isDefault: true)] } ?? []
    return first
      + choices(
        others,
        elsewhere: parameter.allowed.isEmpty ? unknown(.parameter(name), at: nil) : nil
      )
  }

  /// A given value is certain unless it is not known itself, as in a nested stack.
  private func domain(ofGiven given: Value, comparedWith literals: [Value]) -> [DomainValue] {
    guard given.doubt != nil else { return [] }
    let isFilled = given.unknownReason == nil
    return choices(literals.filter { !isFilled || $0.text != "" }, elsewhere: given)
  }

  private func choices(_ values: [Value], elsewhere: Value?) -> [DomainValue] {
    values.map { DomainValue(value: $0, isElsewhere: false, isDefault: false) }
      + (elsewhere.map { [DomainValue(value: $0, isElsewhere: true, isDefault: false)] } ?? [])
  }
}
