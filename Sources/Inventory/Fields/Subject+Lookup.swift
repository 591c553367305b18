extension Subject {
  /// What the field `path` reaches; its first component is a name in scope.
  ///
  /// Lists are crossed element by element, references to other resources are followed, and at
  /// every resource or part the derived facts come before the members.
  ///
  /// - Parameters:
  ///   - path: The components of the field: `container`, `image`, `tag`.
  ///   - argument: The text in brackets: a member of an object, or the name of a name and value
  ///     pair in a list.
  /// - Returns: The values, or why there are none.
  package func lookup(_ path: [String], argument: String? = nil) -> Lookup {
    guard let first = path.first, let start = scope.first(where: { $0.name == first }) else {
      return Lookup(nearest: location)
    }
    var walk = FieldWalk(self, argument: argument)
    let station = FieldWalk.Station(value: start.value, kind: first, resource: resource)
    walk.walk(station, path.dropFirst())
    return walk.result
  }
}
