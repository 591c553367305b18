extension Patch {
  /// Both changes at once; `nil` where they contradict each other.
  func merged(with other: Patch) -> Patch? {
    if self == other { return self }
    switch (self, other) {
    case (.members(let left), .members(let right)):
      return Self.merged(left, right).map(Patch.members)
    case (.elements(let left), .elements(let right)):
      return Self.merged(left, right).map(Patch.elements)
    case (.append(let left), .append(let right)):
      return .append(left + right.filter { !left.contains($0) })
    default:
      return nil
    }
  }

  private static func merged<Key: Hashable>(
    _ left: [Key: Patch],
    _ right: [Key: Patch]
  ) -> [Key: Patch]? {
    var result = left
    for (key, patch) in right {
      guard let old = result[key] else {
        result[key] = patch
        continue
      }
      guard let both = old.merged(with: patch) else { return nil }
      result[key] = both
    }
    return result
  }

  /// What a value that is not there becomes; `nil` where nothing comes of it.
  var literal: SourceLiteral? {
    switch self {
    case .set(let literal): literal
    case .remove, .elements: nil
    case .append(let elements): elements.isEmpty ? nil : .list(elements)
    case .members(let members):
      .object(
        members.sorted { $0.key < $1.key }.compactMap { name, patch in
          patch.literal.map { SourceLiteral.Member(name, $0) }
        }
      )
    }
  }
}
