import Inventory

extension Patch {
  /// The path to the first change that did not come about between `old` and `new`; `nil` if all did.
  ///
  /// This looks at the plan only, so it also finds what was forgotten on the way to the edits.
  func unmet(from old: Value?, to new: Value?, at path: String = "") -> String? {
    switch self {
    case .set(let literal):
      return new.map { ValueDifference.between(literal.value, $0) == nil } ?? false ? nil : path
    case .remove: return new?.isNull ?? true ? nil : path
    case .append(let elements):
      let found = new?.list ?? []
      let isMissing = elements.contains { element in
        !found.contains { ValueDifference.between(element.value, $0) == nil }
      }
      return isMissing ? path : nil
    case .members(let members):
      return members.sorted { $0.key < $1.key }.lazy.compactMap { name, patch in
        let inner = path.isEmpty ? name : "\(path).\(name)"
        return patch.unmet(from: old?[name], to: new?[name], at: inner)
      }.first
    case .elements(let elements):
      return elements.sorted { $0.key < $1.key }.lazy.compactMap { index, patch in
        Self.unmet(patch, of: index, old?.list ?? [], new?.list ?? [], at: "\(path)[\(index)]")
      }.first
    }
  }

  /// The same for one element of a list; other fixes may have taken some of those before it.
  private static func unmet(
    _ patch: Patch,
    of index: Int,
    _ old: [Value],
    _ new: [Value],
    at path: String
  ) -> String? {
    guard index < old.count else {
      guard let literal = patch.literal else { return nil }
      return Patch.append([literal]).unmet(
        from: nil,
        to: Value(.list(new), at: nil),
        at: path
      )
    }
    if case .remove = patch {
      return new.count < old.count ? nil : path
    }
    let name = old[index]["name"]?.text
    let found = name.flatMap { name in new.first { $0["name"]?.text == name } }
    guard new.count >= old.count || found != nil else { return nil }
    return patch.unmet(from: old[index], to: found ?? new[index], at: path)
  }
}
