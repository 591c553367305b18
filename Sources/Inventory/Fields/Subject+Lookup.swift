extension Subject {
  /// What the field `path` reaches; its first component is a name in scope.
  ///
  /// - Parameters:
  ///   - path: The components of the field: `container`, `image`, `tag`.
  ///   - argument: The text in brackets: a member of an object, or the name of a name and value
  ///     pair in a list.
  /// - Returns: The values, or why there are none.
  package func lookup(_ path: [String], argument: String? = nil) -> Lookup {
    Lookup()
  }
}
