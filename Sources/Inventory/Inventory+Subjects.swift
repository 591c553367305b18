extension Inventory {
  /// The things of `kind` that a control judges, in source order.
  ///
  /// A kind is the name of a resource kind, or `container`, `volume`, `policy` or `ecsTarget`.
  package func subjects(of kind: String) -> [Subject] {
    []
  }
}
