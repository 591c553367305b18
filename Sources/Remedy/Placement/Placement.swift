import Inventory
import SourceText

/// Finds the places that a patch changes, and what is written there.
struct Placement {
  /// An object on the way to what changes.
  private struct Ancestor {
    let object: Value
    let spelling: SourceSpelling
    /// The name of the member that holds the object.
    let context: String
    /// The names of the members that lead from the object to where the walk is.
    var names: [String] = []
  }

  private let documents: SourceDocuments
  private(set) var operations: [Operation] = []
  private var known: Set<Operation> = []
  private var ancestors: [Ancestor] = []

  init(_ documents: SourceDocuments) { self.documents = documents }

  /// Places `patch` of the properties of `resource`.
  mutating func place(_ patch: Patch, in resource: Resource) throws(EditRefusal) {
    ancestors = []
    let spelling = SourceSpelling(of: resource.kind, in: .api)
    try walk(patch, resource.properties, spelling, resource.kind.rawValue, nil)
  }

  private mutating func walk(
    _ patch: Patch,
    _ value: Value,
    _ spelling: SourceSpelling,
    _ context: String,
    _ choice: SourceSpelling.Choice?
  ) throws(EditRefusal) {
    switch patch {
    case .set(let literal): try replace(value, literal, spelling, context, choice)
    case .remove: break
    case .members(let members):
      guard value.object != nil else {
        if value.isNull, let literal = patch.literal {
          return try replace(value, literal, spelling, context, choice)
        }
        throw refusal(of: value, context)
      }
      ancestors.append(Ancestor(object: value, spelling: spelling, context: context))
      defer { ancestors.removeLast() }
      for (name, change) in members.sorted(by: { $0.key < $1.key }) {
        try place(change, member: name, of: value, spelling)
      }
    case .append(let elements): try append(elements, to: value, spelling, context)
    case .elements(let elements): try change(elements, of: value, spelling, context)
    }
  }

  private mutating func place(
    _ patch: Patch,
    member name: String,
    of value: Value,
    _ spelling: SourceSpelling
  ) throws(EditRefusal) {
    guard let member = value.object?.member(name), !member.value.isUnwritten else {
      guard let literal = patch.literal else { return }
      return try insert(name, literal, into: value, spelling)
    }
    if case .remove = patch { return try remove(member, from: value) }
    let language = try language(at: value)
    let choice = spelling.inLanguage(language).member(name).choice
    for index in ancestors.indices { ancestors[index].names.append(name) }
    defer { for index in ancestors.indices { ancestors[index].names.removeLast() } }
    try walk(patch, member.value, spelling.inside(name), name, choice)
  }

  // MARK: - Scalars

  private mutating func replace(
    _ value: Value,
    _ literal: SourceLiteral,
    _ spelling: SourceSpelling,
    _ context: String,
    _ choice: SourceSpelling.Choice?
  ) throws(EditRefusal) {
    if literal.isEquivalent(to: value) { return }
    guard value.unknownReason == nil, let origin = value.origin else {
      throw refusal(of: value, context)
    }
    let site = try documents.site(at: origin)
    let words = spelling.inLanguage(site.language ?? .api)
    let written = LiteralSpelling(words).written(literal.chosen(choice)).quoted(like: origin)
    add(origin, context, .replace(shape: literal, written: written))
  }

  // MARK: - Members

  private mutating func insert(
    _ name: String,
    _ literal: SourceLiteral,
    into object: Value,
    _ spelling: SourceSpelling
  ) throws(EditRefusal) {
    if try insertByShortcut(name, literal) { return }
    guard let origin = object.origin else { throw refusal(of: object, name) }
    let words = spelling.inLanguage(try language(at: object))
    var written = LiteralSpelling(words).members(name, literal)
    if ancestors.count == 1, documents.isResourceWithoutProperties(origin) {
      written = [SourceLiteral.Member("Properties", .object(written))]
    }
    let context = ancestors.last?.context ?? ""
    add(origin, context, .insert(shape: [.init(name, literal)], written: written))
  }

  /// Inserts where the source language has one name for what the API nests.
  private mutating func insertByShortcut(
    _ name: String,
    _ literal: SourceLiteral
  ) throws(EditRefusal) -> Bool {
    for ancestor in ancestors.dropLast().reversed() where ancestor.object.origin != nil {
      let path = ancestor.names + [name]
      let spelling = ancestor.spelling.inLanguage(try language(at: ancestor.object))
      guard let member = spelling.shortcut(to: path), let origin = ancestor.object.origin else {
        continue
      }
      let inner = path.reduce(spelling) { $0.inside($1) }
      let value = LiteralSpelling(inner).written(literal)
      add(
        origin,
        ancestor.context,
        .insert(
          shape: [literal.nested(in: path)],
          written: [.init(member.name, value, isBlock: member.isBlock)]
        )
      )
      return true
    }
    return false
  }

  private mutating func remove(
    _ member: ValueObject.Member,
    from object: Value
  ) throws(EditRefusal) {
    guard let origin = object.origin, let key = member.key, key.file == origin.file,
      origin.range.start <= key.range.start, key.range.end <= origin.range.end
    else { throw refusal(of: member.value, member.name) }
    _ = try documents.site(at: origin)
    let context = ancestors.last?.context ?? ""
    add(origin, context, .remove(member: member.name, key: key.range))
  }

  // MARK: - Lists

  private mutating func append(
    _ elements: [SourceLiteral],
    to value: Value,
    _ spelling: SourceSpelling,
    _ context: String
  ) throws(EditRefusal) {
    guard !elements.isEmpty else { return }
    guard let list = value.list, let origin = value.origin else {
      if value.isNull { return try replace(value, .list(elements), spelling, context, nil) }
      throw refusal(of: value, context)
    }
    let missing = elements.filter { element in !list.contains { element.isEquivalent(to: $0) } }
    guard !missing.isEmpty else { return }
    if let parent = ancestors.last, try isBlockList(context, of: parent) {
      return try insert(context, .list(missing), into: parent.object, parent.spelling)
    }
    let site = try documents.site(at: origin)
    let words = LiteralSpelling(spelling.inLanguage(language(site, list.first ?? value)))
    add(origin, context, .append(shape: missing, written: missing.map(words.written)))
  }

  /// Whether the list in the member `name` is a row of blocks.
  private func isBlockList(_ name: String, of parent: Ancestor) throws(EditRefusal) -> Bool {
    guard let origin = parent.object.origin, try documents.site(at: origin).isBody else {
      return false
    }
    return parent.spelling.inLanguage(.terraform).member(name).isBlock
  }

  private mutating func change(
    _ elements: [Int: Patch],
    of value: Value,
    _ spelling: SourceSpelling,
    _ context: String
  ) throws(EditRefusal) {
    guard let list = value.list else { throw refusal(of: value, context) }
    let added = elements.filter { $0.key >= list.count }.sorted { $0.key < $1.key }
    try append(added.compactMap(\.value.literal), to: value, spelling, context)
    for (index, patch) in elements.sorted(by: { $0.key < $1.key }) where index < list.count {
      let element = list[index]
      if case .remove = patch {
        guard let origin = value.origin, let place = element.origin, place.file == origin.file
        else {
          throw refusal(of: element, context)
        }
        _ = try documents.site(at: origin)
        add(origin, context, .removeElement(at: place.range))
      } else {
        try walk(patch, element, spelling, context, nil)
      }
    }
  }

  // MARK: - Places

  private mutating func add(
    _ place: SourceLocation,
    _ context: String,
    _ change: Operation.Change
  ) {
    let operation = Operation(place: place, context: context, change: change)
    if known.insert(operation).inserted { operations.append(operation) }
  }

  /// The language of the names in `object`.
  private func language(at object: Value) throws(EditRefusal) -> SourceSpelling.Language {
    guard let origin = object.origin else { return .api }
    return language(try documents.site(at: origin), object)
  }

  private func language(_ site: SourceSite, _ object: Value) -> SourceSpelling.Language {
    if let language = site.language { return language }
    let keys = object.object?.members.compactMap(\.key) ?? []
    return keys.contains { $0.file.text($0.range).contains("_") } ? .terraform : .api
  }

  private func refusal(of value: Value, _ name: String) -> EditRefusal {
    if let reason = value.firstUnknownReason {
      return EditRefusal(.undecided(name, reason), at: value.origin)
    }
    return EditRefusal(.unwritten(name), at: value.origin)
  }
}

extension Value {
  /// Whether nobody wrote the value, not even as null.
  fileprivate var isUnwritten: Bool { isNull && origin == nil }
}

extension LocalizedText {
  fileprivate static func undecided(_ name: String, _ reason: UnknownReason) -> LocalizedText {
    LocalizedText(
      en: "`\(name)` is decided elsewhere: \(reason.text.en).",
      ja: "`\(name)` の値は別の場所で決まる(\(reason.text.ja))。"
    )
  }

  fileprivate static func unwritten(_ name: String) -> LocalizedText {
    LocalizedText(
      en: """
        `\(name)` is given from outside of the sources, or made by an expression that has no single \
        place to edit.
        """,
      ja: "`\(name)` はソースの外から与えられた値か、式から作られた値で、編集できる箇所が 1 つに定まらない。"
    )
  }
}
