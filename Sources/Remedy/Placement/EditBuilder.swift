import SourceText
import Syntax

/// Turns operations into the edits of files, those on one object in one go.
struct EditBuilder {
  private let documents: SourceDocuments

  init(_ documents: SourceDocuments) { self.documents = documents }

  /// The edits that do all of `operations` at `place`, which is one object, value or list.
  func edits(of operations: [Operation], at place: SourceLocation) throws(EditRefusal) -> [Edit] {
    let editor = try documents.site(at: place).editor
    if documents.isTextOfTerraform(place.file) {
      for operation in operations { try operation.checkReferences(in: place.file) }
    }
    var edits: [Edit] = []
    var members: [SourceLiteral.Member] = []
    var keys: [SourceRange] = []
    var elements: [SourceLiteral] = []
    var removed: [SourceRange] = []
    for operation in operations {
      switch operation.change {
      case .insert(_, let written):
        for member in written where !members.join(member) {
          throw EditRefusal(.contradiction(member.name), at: place)
        }
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
        labels: [draft.type, draft.name],
        provider(of: neighbour, editor) + draft.properties,
        after: neighbour.range
      )
    }
    guard let (tree, editor) = documents.tree(of: neighbour.file),
      let resources = tree.root?["Resources"]
    else { throw EditRefusal(.noPlaceForResource, at: neighbour) }
    let properties = SourceLiteral.Member("Properties", .object(draft.properties))
    let resource = SourceLiteral.object(
      [.init("Type", .string(draft.type))] + (draft.properties.isEmpty ? [] : [properties])
    )
    return try editor.insert([.init(draft.name, resource)], into: resources.range)
  }

  /// The argument that chooses another provider than the usual one: that of another Region.
  private func provider(
    of block: SourceLocation,
    _ editor: HCLEditor
  ) -> [SourceLiteral.Member] {
    let items = (try? editor.container(at: block.range).items) ?? []
    let provider = items.first { $0.name == "provider" }?.value
    return provider.map { [.init("provider", .expression(block.file.text($0)))] } ?? []
  }
}

extension [SourceLiteral.Member] {
  /// Adds a member; the members of an object go to one of the same name.
  ///
  /// - Returns: whether nothing else has the name; one place may serve several resources
  fileprivate mutating func join(_ member: SourceLiteral.Member) -> Bool {
    guard let index = firstIndex(where: { $0.name == member.name }) else {
      append(member)
      return true
    }
    if self[index] == member { return true }
    guard case .object(var old) = self[index].value, case .object(let new) = member.value else {
      return false
    }
    for inner in new where !old.join(inner) { return false }
    self[index].value = .object(old)
    return true
  }
}

extension LocalizedText {
  fileprivate static func contradiction(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The text serves several resources, which need different values of `\(name)`.",
      ja: "この箇所は複数のリソースで使われており、`\(name)` に必要な値がそれぞれ異なる。"
    )
  }

  fileprivate static let noPlaceForResource = LocalizedText(
    en: "This source holds no other resources, so what is missing has to be made elsewhere.",
    ja: "このソースにはほかのリソースを書けないため、不足するリソースは別の場所で作成する。"
  )
}
