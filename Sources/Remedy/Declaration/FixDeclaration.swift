package import Posture
package import SourceText

/// What a control's file says about how its failures are mended, in the words of the AWS shape.
///
/// ```yaml
/// fix:
///   safety: needs-review
///   note: { en: …, ja: … }
///   set: { service.networkConfiguration.awsvpcConfiguration.assignPublicIp: DISABLED }
/// ```
///
/// Of several declarations the first counts whose formats and whose condition (`when`) fit.
///
/// A path begins with the name of what is judged or of what it is part of; `x[name]` is the value
/// of an option, a tag or a setting, as in conditions.
package struct FixDeclaration: Sendable {
  /// The formats that it is for; empty for all.
  package var formats: Set<FixFormat> = []
  /// The condition under which it is the one to take; `nil` for always.
  package var condition: SubjectCondition?
  /// How freely it may be applied.
  package var applicability: Applicability = .needsReview
  /// What to look at before or after; why nothing can be done, and what to do instead.
  package var note: LocalizedText?
  /// The members to set, in source order.
  package var sets: [(path: FixPath, value: SourceLiteral)] = []
  /// The members to remove.
  package var removals: [FixPath] = []
  /// The elements to add to lists.
  package var additions: [(path: FixPath, elements: [SourceLiteral])] = []
  /// The elements to take out of lists, by their texts.
  package var withdrawals: [(path: FixPath, texts: [String])] = []
  /// The resources to add beside the one that fails.
  package var resources: [ResourceDraft] = []
  /// The members of the judged resource that the added resources decide.
  package var decides: [FixPath] = []
  /// The name of a procedure in code that works out what to do.
  package var recipe: String?

  /// Declares nothing yet.
  package init() {}
}

/// A group of source formats that are mended alike.
package enum FixFormat: String, Sendable, CaseIterable {
  case taskDefinition = "task-definition"
  /// CloudFormation and SAM.
  case cloudFormation = "cloudformation"
  case terraform
  case compose
  case dockerfile
}

/// A resource that a fix adds, before the names of the judged resource are put in.
package struct ResourceDraft: Sendable, Hashable {
  /// The type in the words of the source language.
  package var type: String
  /// The logical ID or the label, with placeholders.
  package var name: String
  /// The properties or arguments, in the words of the source language.
  package var properties: [SourceLiteral.Member]
  /// Whether Terraform only reads it: a `data` block.
  package var isData = false

  /// Drafts a resource.
  package init(type: String, name: String, properties: [SourceLiteral.Member]) {
    self.type = type
    self.name = name
    self.properties = properties
  }
}
