package import SourceText

extension Resource {
  /// The places of the values whose names say that they are secrets, whatever the resource is.
  package var secretPlaces: [SourceLocation] { properties.secretPlaces(depth: 0) }
}

extension Value {
  fileprivate func secretPlaces(depth: Int) -> [SourceLocation] {
    guard depth < 20 else { return origin.map { [$0] } ?? [] }
    if let list { return list.flatMap { $0.secretPlaces(depth: depth + 1) } }
    return (object?.members ?? []).flatMap { member -> [SourceLocation] in
      let inner = member.value.secretPlaces(depth: depth + 1)
      let isScalar = member.value.object == nil && member.value.list == nil
      guard isScalar, SecretName.isSuspicious(member.name) else { return inner }
      return inner + (member.value.origin.map { [$0] } ?? [])
    }
  }
}
