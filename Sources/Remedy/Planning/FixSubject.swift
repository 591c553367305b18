package import Inventory
package import Posture

/// What a finding judged, found again in an inventory.
package struct FixSubject: Sendable {
  /// What is judged, with everything around it.
  package let subject: Subject
  /// The way from the resource's properties to what is judged; empty for the resource itself.
  let way: [Step]

  /// A step from an object or a list to what it holds.
  enum Step: Sendable, Hashable {
    case member(String)
    case element(Int)
  }

  /// What `finding` judged; `nil` where the inventory has nothing of the kind.
  static func judged(by finding: Finding, kind: String, in inventory: Inventory) -> Subject? {
    inventory.subjects(of: kind).first { subject in
      subject.resource.id.path == finding.resource.id && subject.name == finding.part?.name
    }
  }

  /// Finds what `finding` judged; `nil` where the inventory has nothing of the kind, or where it
  /// stands in no resource as it is.
  package init?(_ finding: Finding, kind: String, in inventory: Inventory) {
    guard let judged = Self.judged(by: finding, kind: kind, in: inventory) else { return nil }
    self.init(judged)
  }

  /// Finds the place of `subject` in its resource; `nil` where it does not stand there as it is.
  init?(_ subject: Subject) {
    self.subject = subject
    guard subject.name != nil else {
      way = []
      return
    }
    guard let way = Self.way(to: subject.value, in: subject.resource.properties) else { return nil }
    self.way = way
  }

  private static func way(to value: Value, in whole: Value) -> [Step]? {
    if whole == value { return [] }
    switch whole.content {
    case .object(let object):
      for member in object.members {
        if let rest = way(to: value, in: member.value) { return [.member(member.name)] + rest }
      }
    case .list(let elements):
      for (index, element) in elements.enumerated() {
        if let rest = way(to: value, in: element) { return [.element(index)] + rest }
      }
    default: break
    }
    return nil
  }

  /// The position of what is judged in the list that holds it.
  var elementIndex: Int? { if case .element(let index)? = way.last { index } else { nil } }

  /// The patch of the resource that does `patch` to what is judged.
  func patch(_ patch: Patch) -> Patch {
    way.reversed().reduce(patch) { inner, step in
      switch step {
      case .member(let name): .members([name: inner])
      case .element(let index): .elements([index: inner])
      }
    }
  }

  /// The spelling of the members of what is judged.
  var spelling: SourceSpelling {
    way.reduce(SourceSpelling(of: subject.resource.kind, in: .api)) { spelling, step in
      if case .member(let name) = step { spelling.inside(name) } else { spelling }
    }
  }
}
