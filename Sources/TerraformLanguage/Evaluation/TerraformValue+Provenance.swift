package import SourceText

extension TerraformValue {
  /// The most places that a value remembers to have come through.
  package static let trailLimit = 8

  /// The same value, brought by the reference, call or argument at `location`.
  ///
  /// What nobody wrote, such as an attribute that a deployment makes, is owned by its first user.
  package func seen(from location: SourceLocation) -> TerraformValue {
    var value = self
    if origin == nil, isUnknown {
      value.origin = location
      return value
    }
    value.via = Self.trail([location], via)
    return value
  }

  /// The same value as a member of `container`: it came the same way and bears the same marks.
  package func taken(from container: TerraformValue) -> TerraformValue {
    guard !container.via.isEmpty || !container.marks.isEmpty || origin == nil else { return self }
    var value = self
    value.via = Self.trail(container.via, via)
    value.marks.formUnion(container.marks)
    if case .unknown = content { return value }
    value.origin = origin ?? container.origin
    return value
  }

  /// The places of both, each once and no more than are remembered.
  private static func trail(
    _ later: [SourceLocation],
    _ earlier: [SourceLocation]
  ) -> [SourceLocation] {
    var trail = later
    for place in earlier where trail.count < trailLimit && !trail.contains(place) {
      trail.append(place)
    }
    return trail
  }
}
