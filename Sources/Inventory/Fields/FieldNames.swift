import SourceText

/// The names that a field path may be made of.
package enum FieldNames {
  /// What is known of a field path.
  package enum Verdict: Sendable, Equatable {
    /// Every component names something.
    case known
    /// The component `name` names nothing; similar names, the best first.
    case unknown(name: String, suggestions: [String])
  }

  /// Checks the field `path` as written for subjects of `kind`.
  ///
  /// What stands in maps and in policy documents is free.
  package static func check(_ path: [String], forSubjectsOf kind: String) -> Verdict {
    let scope = SubjectParts.scope(of: kind)
    guard let first = path.first, scope.contains(first) else {
      return verdict(on: path.first ?? "", among: scope)
    }
    var place = Place(shape: "@" + first, kind: first)
    var rest = path.dropFirst()
    while let name = rest.first {
      guard let (next, length) = place.next(along: rest) else {
        return verdict(on: name, among: place.names)
      }
      guard let next else { return .known }
      place = next
      rest = rest.dropFirst(length)
    }
    return .known
  }

  private static func verdict(on name: String, among names: [String]) -> Verdict {
    .unknown(name: name, suggestions: NearestName.several(name, in: names))
  }

  /// A place on the way: a shape, and the kind of resource or part that it is, if any.
  private struct Place {
    var shape: String?
    var kind: String?
    /// The facts that begin with the name of the member that stands here.
    var facts: [String] = []

    var names: [String] {
      let members = shape.flatMap { ShapeTable.shared.members(of: $0) } ?? []
      return members.map(\.name) + facts + (kind.map { FactTable.names(of: $0) } ?? [])
    }

    /// The place behind the next components, and how many they are; no place where all is free.
    func next(along path: ArraySlice<String>) -> (Place?, Int)? {
      if let kind, let (_, length) = FactTable.fact(of: kind, along: path) {
        return (target(of: path[path.startIndex + length - 1]), length)
      }
      guard let name = path.first, let shape,
        let member = ShapeTable.shared.members(of: shape)?.first(where: { $0.name == name })
      else { return nil }
      let part = kind.flatMap { SubjectParts.part(name, of: $0) }
      switch member.content {
      case .map: return (nil, 1)
      case .shape(let shape): return (Place(shape: shape, kind: part), 1)
      case .bool: return (Place(), 1)
      case .leaf: return (Place.holdsDocument(name) ? nil : target(of: name), 1)
      }
    }

    private func target(of name: String) -> Place {
      guard let kind = ReferenceFields.target(of: name)?.rawValue else {
        return Place(facts: kind.map { FactTable.names(of: $0, below: name) } ?? [])
      }
      return Place(shape: "@" + kind, kind: kind)
    }

    /// Whether the text of the member `name` is JSON whose members conditions may reach.
    private static func holdsDocument(_ name: String) -> Bool {
      ["Document", "Policy", "PolicyText", "policyText", "Pattern", "efinition"].contains {
        name.hasSuffix($0)
      } && name != "taskDefinition"
    }
  }
}
