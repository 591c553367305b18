internal import Inventory
package import SourceText

/// What the conditions of a control may speak of, for the authors of controls.
package enum FieldGuide {
  /// A field that is derived from the configuration.
  package struct DerivedField: Sendable {
    /// The name: `container.runsAsRoot`.
    package let name: String
    /// What it stands for.
    package let label: LocalizedText
  }

  /// The kinds of subject that a control may judge, sorted.
  package static var kinds: [String] { PostureFields.kinds.sorted() }

  /// The derived fields of `kind`.
  package static func derivedFields(of kind: String) -> [DerivedField] {
    FactTable.ownNames(of: kind).compactMap { name in
      FactLabel.label(of: name).map { DerivedField(name: "\(kind).\(name)", label: $0) }
    }
  }
}
