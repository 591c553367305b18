import SourceText
import Syntax

/// Finds what is to be edited, or says why it cannot be.
struct EditablePlaces: Sendable {
  let locator: NodeLocator
  private let file: SourceFile

  /// Looks in the tree of `locator`, and reports places in `original` if that is another file.
  init(_ locator: NodeLocator, _ original: SourceFile?) {
    self.locator = locator
    self.file = original ?? locator.tree.file
  }

  func location(_ range: SourceRange) -> SourceLocation { SourceLocation(file, range) }

  /// The node that stands at `range` and is of `kind`, if one is asked for.
  func node(at range: SourceRange, _ kind: Node.Kind? = nil) throws(EditRefusal) -> Node {
    guard !locator.tree.hasErrors else { throw .unreadable }
    guard locator.tree.documents.count == 1 else { throw .severalDocuments }
    guard let node = locator.node(at: range, kind) else {
      throw .notFound(at: location(range))
    }
    return node
  }

  /// Refuses to write a key twice.
  func refuse(
    _ members: [SourceLiteral.Member],
    existingIn node: Node
  ) throws(EditRefusal) {
    let names = Set(members.map(\.name))
    for entry in node.writtenEntries {
      guard let name = entry.key.string, names.contains(name) else { continue }
      throw .existingKey(name, at: location(entry.key.writtenRange))
    }
  }

  /// Which members of `node` have their keys at `keys`.
  func indices(
    ofMembersKeyedAt keys: [SourceRange],
    in node: Node
  ) throws(EditRefusal) -> Set<Int> {
    let written = node.writtenEntries.map(\.key.writtenRange)
    return try Self.indices(of: keys, in: written) { .foreignMember(at: location($0)) }
  }

  /// Which elements of `node` stand at `elements`.
  func indices(
    ofElementsAt elements: [SourceRange],
    in node: Node
  ) throws(EditRefusal) -> Set<Int> {
    let written = node.elements.map(\.writtenRange)
    return try Self.indices(of: elements, in: written) { .foreignElement(at: location($0)) }
  }

  private static func indices(
    of ranges: [SourceRange],
    in written: [SourceRange],
    orRefuse refusal: (SourceRange) -> EditRefusal
  ) throws(EditRefusal) -> Set<Int> {
    let known = Dictionary(zip(written, written.indices), uniquingKeysWith: { first, _ in first })
    var indices: Set<Int> = []
    for range in ranges {
      guard let index = known[range] else { throw refusal(range) }
      indices.insert(index)
    }
    return indices
  }
}
