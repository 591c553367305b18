package import SourceText

/// The head of a control: what it judges and how, without the texts that people read.
///
/// One control is one YAML file. Its head comes first and ends at the key `title`, so that a scan
/// reads only heads; the story behind it is read when it is shown.
package struct Control: Sendable {
  /// The canonical id: `ecs.td.readonly-root`.
  package let id: String
  /// The ids by which other catalogues know it: `ECS.5`, `CKV_AWS_336`.
  package let aliases: [String]
  /// What it judges: the name of a resource kind, or `container`, `volume`, `stage`, `policy`,
  /// `principal`, `ecsTarget`.
  package let resource: String
  /// How bad a failure is.
  package let severity: Severity
  /// The lists that its conditions name, in source order.
  package let lists: [(name: String, items: [String])]
  /// The condition under which it applies; `nil` for always.
  package let applies: ConditionSource?
  /// The condition that must hold.
  package let passes: ConditionSource
  /// The fields that are shown beside the verdict where they are known.
  package let shows: [ConditionSource]
  /// The whole file.
  package let file: SourceFile
}

/// The text of a condition and where it stands.
package struct ConditionSource: Sendable, Hashable {
  /// The text.
  package let text: String
  /// The bytes of the scalar that holds it.
  package let location: SourceLocation

  /// Holds the text of a condition that stands at `location`.
  package init(text: String, location: SourceLocation) {
    self.text = text
    self.location = location
  }

  /// Finds the bytes behind `range` of the text, or the whole scalar where it is folded.
  func location(of range: SourceRange) -> SourceLocation {
    let offset = Int(location.range.start)
    guard location.range.count == text.utf8.count, range.end <= location.range.count else {
      return location
    }
    return SourceLocation(
      location.file,
      SourceRange(offset + Int(range.start), offset + Int(range.end))
    )
  }
}
