package import Inventory
package import SourceText

/// What is to be done about one finding, before it is known where and whether it can be written.
package struct FixPlan: Sendable {
  /// What the resources change to, by resource.
  package var patches: [ResourceID: Patch] = [:]
  /// The resources that are added, each beside one that is there.
  package var resources: [ResourceAddition] = []
  /// Whether it adds containers to a task definition, which other controls judge.
  package var addsContainers = false
  /// The members of resources that added resources decide, by resource.
  package var decided: [ResourceID: [FixPath]] = [:]
  /// The controls that fail afterwards, because somebody asked for it.
  package var tolerated: Set<String> = []
  /// How freely it may be done.
  package var applicability: Applicability
  /// What to look at, and what the edit does not do.
  package var notes: [LocalizedText] = []

  /// Plans nothing yet.
  package init(_ applicability: Applicability) { self.applicability = applicability }

  /// Whether the plan would write nothing.
  package var isEmpty: Bool { patches.isEmpty && resources.isEmpty }

  /// Whether there are resources or containers afterwards that were not there before.
  var addsThings: Bool { !resources.isEmpty || addsContainers }
}

/// A resource to add beside another.
package struct ResourceAddition: Sendable, Hashable {
  /// The resource that it stands beside.
  package let neighbour: ResourceID
  /// What is added, with all names put in.
  package let draft: ResourceDraft

  /// Adds a resource beside `neighbour`.
  package init(_ draft: ResourceDraft, beside neighbour: ResourceID) {
    self.draft = draft
    self.neighbour = neighbour
  }
}

/// Why a finding cannot be mended by an edit, and what to do instead.
package struct FixObstacle: Error, Sendable, Hashable {
  /// The reason, as a sentence or several.
  package let reason: LocalizedText

  /// States a reason.
  package init(_ reason: LocalizedText) { self.reason = reason }
}
