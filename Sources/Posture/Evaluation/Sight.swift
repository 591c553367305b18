import Inventory
import RuleLanguage
import SourceText

/// A field that decides a verdict, with what it was seen to be.
struct Sight {
  let field: String
  let lookup: Lookup
  /// The values that decide: of a list those that answer the check.
  let values: [Value]
  /// Whether the check has no certain answer.
  let isDoubtful: Bool

  init?(_ check: Check, of condition: Condition, by reader: SubjectReader) {
    let description = check.description
    guard
      let field = condition.fields.first(where: {
        $0.name == description.fieldName && $0.argument == description.argument
      })
    else { return nil }
    self.field = field.name + (field.argument.map { "[\($0)]" } ?? "")
    self.lookup = reader.lookup(field.id)
    self.isDoubtful = check.truth == .unknown
    self.values = Sight.deciding(check, among: lookup.values)
  }

  /// Sees a field that decides nothing but is worth showing; `nil` where it is not known.
  init?(_ field: FieldReference, by reader: SubjectReader) {
    let lookup = reader.lookup(field.id)
    let known = lookup.values.filter { $0.text != nil }
    guard !known.isEmpty else { return nil }
    self.field = field.name
    self.lookup = lookup
    self.isDoubtful = false
    self.values = known.map { $0.withPlace(outside: reader.subject.resource.location.file) }
  }

  private static func deciding(_ check: Check, among values: [Value]) -> [Value] {
    if let positions = check.positions {
      let chosen = positions.filter(values.indices.contains).map { values[$0] }
      if !chosen.isEmpty { return chosen }
    }
    // An unknown value beside known ones is no evidence for an answer that is certain.
    let known = values.filter { $0.unknownReason == nil }
    return check.truth == .unknown || known.isEmpty ? values : known
  }

  /// The bytes to point at: the first value that somebody wrote, else where a missing one belongs.
  static func place(
    of seen: [Sight],
    in subject: Subject
  ) -> (location: SourceLocation, related: [RelatedLocation]) {
    let values = seen.flatMap(\.values).filter { subject.pointsInto($0) }
    if let value = values.first, let origin = value.origin {
      let uses = value.via.filter { $0 != origin }.map { RelatedLocation($0, useText) }
      return (origin, uses + companions(of: origin, among: values, joinedTo: subject.resource))
    }
    return (seen.lazy.compactMap { $0.gap(in: subject) }.first ?? subject.place, [])
  }

  /// The places in resources that are joined to the judged one which decide as `origin` does.
  private static func companions(
    of origin: SourceLocation,
    among values: [Value],
    joinedTo resource: Resource
  ) -> [RelatedLocation] {
    var places: [SourceLocation] = []
    for place in values.compactMap(\.origin)
    where place != origin && !places.contains(place) && !resource.holds(place) {
      places.append(place)
    }
    return places.prefix(6).map { RelatedLocation($0, companionText) }
  }

  private static let useText = LocalizedText(
    en: "The value comes through here.",
    ja: "値はここを経由する。"
  )

  private static let companionText = LocalizedText(
    en: "This place matters as well.",
    ja: "この箇所も該当する。"
  )

  /// Where the absent field would stand, unless that is the judged thing itself.
  private func gap(in subject: Subject) -> SourceLocation? {
    guard let nearest = lookup.nearest else { return nil }
    return subject.isWhole(nearest) ? nil : nearest
  }

  /// The fields as evidence, each once, without the name of what is judged.
  static func evidence(_ seen: [Sight], subject: Subject, shown: [Sight]) -> [Evidence] {
    var evidence: [Evidence] = []
    for sight in seen + shown {
      let item = Evidence(field: sight.name(in: subject), state: sight.state)
      if !evidence.contains(where: { $0.field == item.field }) { evidence.append(item) }
    }
    return evidence
  }

  /// The values by name, where the field is a list of variables that hold secrets.
  var variables: [JudgedVariable] {
    let lists = ["secretNames", "secretVariables", "secretsOutsideEnvironment"]
    guard lists.contains(where: { field.hasSuffix(".\($0)") }) else { return [] }
    return values.compactMap { value in
      value.text.map { JudgedVariable(name: $0, location: value.origin) }
    }
  }

  private func name(in subject: Subject) -> String {
    let prefix = subject.kind + "."
    let name = field.hasPrefix(prefix) ? String(field.dropFirst(prefix.count)) : field
    return subject.kind == "composeService" ? ComposeKeys.key(for: name) ?? name : name
  }

  private var state: Evidence.State {
    if let reason = values.lazy.compactMap(\.unknownReason).first { return .unknown(reason) }
    guard !values.isEmpty else { return .absent }
    if isSensitive { return isDoubtful ? values.doubt.map { .unknown($0) } ?? .hidden : .hidden }
    let texts = values.map(\.evidenceText).eachOnce
    return lookup.isList ? Evidence.state(of: texts) : .value(texts[0])
  }

  /// Whether the source calls one of the values a secret, or the field may hold commands,
  /// environment variables or scripts.
  private var isSensitive: Bool {
    if values.contains(where: \.isSensitive) { return true }
    guard field.hasSuffix("]") else {
      return Sight.sensitiveEndings.contains(where: field.hasSuffix)
    }
    return field.contains(".options[") && !field.hasSuffix("[mode]")
  }

  private static let sensitiveEndings = [
    ".command", ".entryPoint", ".userData", ".dockerLabels", ".SecretString",
  ]
}

extension Subject {
  /// Whether the place is all of the judged thing, or of the resource it belongs to.
  fileprivate func isWhole(_ place: SourceLocation) -> Bool {
    place == value.origin || place == resource.properties.origin
  }

  /// Whether somebody wrote `value` as a part of what is judged; a fact may be about all of it.
  fileprivate func pointsInto(_ value: Value) -> Bool {
    value.origin.map { value.unknownReason != nil || !isWhole($0) } ?? false
  }

  /// The bytes that name what is judged, or where a name from another file is used in it.
  var place: SourceLocation {
    guard name != nil, let name = value["name"], name.unknownReason == nil,
      let origin = name.origin
    else { return location }
    if origin.file == location.file { return origin }
    return name.via.first(where: location.holds) ?? location
  }
}

extension SourceLocation {
  /// Whether `place` stands within these bytes.
  fileprivate func holds(_ place: SourceLocation) -> Bool {
    file.path == place.file.path && range.start <= place.range.start && place.range.end <= range.end
  }
}

extension Resource {
  /// Whether `place` stands within the resource's own text.
  fileprivate func holds(_ place: SourceLocation) -> Bool {
    properties.origin?.holds(place) ?? false
  }
}

extension Value {
  /// The text with the place that it comes from, where that is in a file other than `file`.
  fileprivate func withPlace(outside file: SourceFile) -> Value {
    guard let text, let origin, origin.file != file else { return self }
    let place = "\(origin.file.path):\(origin.position.line)"
    return Value(.string("\(Value.shortened(text)) (\(place))"), at: origin)
  }

  /// The value as evidence shows it: one line of at most 80 characters.
  fileprivate var evidenceText: String {
    switch content {
    case .null: "null"
    case .bool, .number, .string: Value.shortened(text ?? "")
    case .partial(let pieces): Value.shortened(pieces.map(\.evidenceText).joined())
    case .list(let elements): "[\(elements.count)]"
    case .object(let object): object["name"]?.text ?? object["Sid"]?.text ?? "{…}"
    case .reference(let reference): reference.name
    case .unknown: "?"
    }
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "\"\""
    guard line.count > 80 || line.utf8.count < text.utf8.count else { return line }
    return line.prefix(79) + "…"
  }
}

extension TextPiece {
  fileprivate var evidenceText: String {
    switch self {
    case .literal(let text): text
    case .reference(let reference): "${\(reference.name)}"
    case .unknown(let reason): "${\(reason.name)}"
    }
  }
}

extension [Value] {
  /// Why the first text that is known in part is not known as a whole.
  fileprivate var doubt: UnknownReason? {
    lazy.compactMap { value -> UnknownReason? in
      guard case .partial(let pieces) = value.content else { return nil }
      return pieces.lazy.compactMap { piece -> UnknownReason? in
        if case .unknown(let reason) = piece { reason } else { nil }
      }.first
    }.first
  }
}
