import SourceText
import Syntax

/// Turns operations into the edits of files, those on one object in one go.
struct EditBuilder {
  private let documents: SourceDocuments

  init(_ documents: SourceDocuments) { self.documents = documents }

  /// The edits that do all of `operations` at `place`, which is one object, value or list.
  func edits(of operations: [Operation], at place: SourceLocation) throws(EditRefusal) -> [Edit] {
    let editor = try documents.site(at: place).editor
    var edits: [Edit] = []
    var members: [SourceLiteral.Member] = []
    var keys: [SourceRange] = []
    var elements: [SourceLiteral] = []
    var removed: [SourceRange] = []
    for operation in operations {
      switch operation.change {
      case .insert(_, let written): for member in written { members.join(member) }
      case .replace(_, let written): edits += try editor.replace(place.range, with: written)
      case .remove(_, let key): keys.append(key)
      case .append(_, let written): elements += written.filter { !elements.contains($0) }
      case .removeElement(let range): removed.append(range)
      }
    }
    if !members.isEmpty { edits += try editor.insert(members, into: place.range) }
    if !keys.isEmpty { edits += try editor.remove(membersKeyedAt: keys, from: place.range) }
    if !elements.isEmpty { edits += try editor.append(elements, to: place.range) }
    if !removed.isEmpty { edits += try editor.remove(elementsAt: removed, from: place.range) }
    return edits
  }

  /// The edits that write `addition` beside its neighbour, which stands at `neighbour`.
  func edits(
    of addition: ResourceAddition,
    beside neighbour: SourceLocation
  ) throws(EditRefusal) -> [Edit] {
    let draft = addition.draft
    if let editor = documents.terraformEditor(of: neighbour.file) {
      return try editor.appendTopLevel(
        draft.isData ? "data" : "resource",
        labels: [draft.isData ? String(draft.type.dropFirst(5)) : draft.type, draft.name],
        draft.properties,
        after: neighbour.range
      )
    }
    guard let (tree, editor) = documents.tree(of: neighbour.file),
      let resources = tree.root?["Resources"] ?? tree.root?["resource"]
    else { throw EditRefusal(.noPlaceForResource, at: neighbour) }
    let properties = SourceLiteral.Member("Properties", .object(draft.properties))
    let resource = SourceLiteral.object(
      [.init("Type", .string(draft.type))] + (draft.properties.isEmpty ? [] : [properties])
    )
    return try editor.insert([.init(draft.name, resource)], into: resources.range)
  }
}

extension [SourceLiteral.Member] {
  /// Adds a member; the members of an object go to one of the same name.
  fileprivate mutating func join(_ member: SourceLiteral.Member) {
    guard let index = firstIndex(where: { $0.name == member.name && $0 != member }),
      case .object(var old) = self[index].value, case .object(let new) = member.value
    else {
      if !contains(member) { append(member) }
      return
    }
    for inner in new { old.join(inner) }
    self[index].value = .object(old)
  }
}

extension LocalizedText {
  fileprivate static let noPlaceForResource = LocalizedText(
    en: "This source holds no other resources, so what is missing has to be made elsewhere.",
    ja: "このソースにはほかのリソースを書けないため、不足するリソースは別の場所で作成する。"
  )
}
