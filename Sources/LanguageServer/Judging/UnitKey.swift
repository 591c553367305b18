internal import Posture
internal import Remedy
internal import SourceText
internal import Templates

/// What is judged as one: a document, or a root module of Terraform.
struct UnitKey: Hashable, Comparable {
  /// The path of the document, or of the folder of the module.
  let path: String
  /// What is there.
  let role: SourceRole

  static func < (left: UnitKey, right: UnitKey) -> Bool { left.path < right.path }
}

/// What the judgement of one unit came to.
struct Judgement {
  /// The units that were read, several for a file of several documents, with their findings.
  var units: [JudgedUnit] = []
  /// What is wrong with the files.
  var diagnostics: [Diagnostic] = []
  /// The absolute paths of the files that the judgement rests on.
  var sources: Set<String> = []
  /// The paths of the files and modules that were judged on behalf of this one.
  var included: Set<String> = []
  /// The same documents, ready to be mended, once somebody has asked for that.
  var workup: Workup?
  /// What was offered for findings so far, by their fingerprints.
  var offers: [String: [OfferedFix]] = [:]
}

/// A unit with what the controls say of it.
struct JudgedUnit {
  let unit: DeploymentUnit
  let findings: [Finding]
}
