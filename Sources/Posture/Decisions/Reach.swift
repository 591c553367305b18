import Inventory
import SourceText

/// What a decision reaches of a finding.
enum Reach: Equatable {
  case nothing
  /// Only these of the environment variables that it is about.
  case variables(Set<String>)
  case everything
}

extension Acceptance.Target {
  /// What the names in the decision reach of `finding`, places aside.
  func reach(of finding: Finding) -> Reach {
    guard matches(resource, finding.resource.id),
      file.map({ matches($0.withoutDot, finding.location.file.path.withoutDot) }) ?? true,
      part.map({ $0 == finding.part?.name }) ?? true
    else { return .nothing }
    guard let variable else { return .everything }
    return finding.variables.contains { $0.name == variable } ? .variables([variable]) : .nothing
  }

  private func matches(_ pattern: String, _ text: String) -> Bool {
    Glob(pattern, ignoresCase: false).covers(text)
  }
}

/// The place of a decision that stands in a source.
///
/// A comment speaks of what begins on its own line, or on the next line of code where it has a line
/// to itself; directly below the head of a resource it speaks of the resource. A comment for
/// Checkov speaks of the resource around it, as Checkov has it; in a Dockerfile of the whole file.
/// A decision in the metadata of a resource speaks of that resource.
struct DecisionPlace: Sendable {
  /// When a comment in the block of a resource speaks of the resource.
  private enum BlockRule: Sendable {
    case never
    case anywhere(AnnotatedSource, SourceRange)
    case belowHead(AnnotatedSource, SourceRange)
  }

  private let file: SourceFile
  private let rule: BlockRule
  /// The bytes that the decision speaks of.
  private let target: SourceRange?

  init(_ decision: DecisionComment, in source: AnnotatedSource, isDockerfile: Bool) {
    file = source.file
    switch decision.acceptance.source {
    case .checkov where isDockerfile:
      target = SourceRange(0, file.bytes.count)
      rule = .never
    case .checkov:
      target = nil
      rule = .anywhere(source, decision.comment)
    default:
      target = source.target(of: decision.comment)
      rule = isDockerfile ? .never : .belowHead(source, decision.comment)
    }
  }

  init(_ decision: MetadataDecision, in file: SourceFile) {
    self.file = file
    target = decision.resource
    rule = .never
  }

  /// What the decision reaches of `finding`.
  func reach(of finding: Finding) -> Reach {
    if finding.names.contains(where: holds) || holdsResource(of: finding) { return .everything }
    guard !finding.variables.isEmpty else {
      return holds(finding.location) ? .everything : .nothing
    }
    let held = finding.variables.filter { $0.location.map(holds) ?? false }.map(\.name)
    return held.isEmpty ? .nothing : .variables(Set(held))
  }

  private func holds(_ place: SourceLocation) -> Bool {
    guard let target, place.file.path == file.path else { return false }
    return target.start <= place.range.start && place.range.start < target.end
  }

  /// Whether the decision stands in the resource's own block where that makes it speak of it.
  private func holdsResource(of finding: Finding) -> Bool {
    guard let name = finding.names.first, name.file.path == file.path else { return false }
    switch rule {
    case .never: return false
    case .anywhere(let source, let comment):
      return source.construct(onLine: source.line(at: name.range.start))?.contains(comment) ?? false
    case .belowHead(let source, let comment):
      let line = source.line(at: name.range.start)
      return source.follows(comment, line: line)
        && source.construct(onLine: line)?.contains(comment) ?? false
    }
  }
}

extension Reach {
  /// What both reach.
  func intersection(_ other: Reach) -> Reach {
    switch (self, other) {
    case (.nothing, _), (_, .nothing): return .nothing
    case (.everything, let reach), (let reach, .everything): return reach
    case (.variables(let left), .variables(let right)):
      let both = left.intersection(right)
      return both.isEmpty ? .nothing : .variables(both)
    }
  }
}

extension String {
  /// The path without `./` in front.
  var withoutDot: String { hasPrefix("./") ? String(dropFirst(2)) : self }
}
