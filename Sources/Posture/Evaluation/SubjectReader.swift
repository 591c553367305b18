import Inventory
import RuleLanguage

/// Reads the fields of one subject for conditions, each once.
final class SubjectReader: FieldReader {
  let subject: Subject
  private let paths: [PostureFields.Path]
  private var lookups: [Lookup?]
  private var extractions: [Extraction?]

  init(_ subject: Subject, paths: [PostureFields.Path]) {
    self.subject = subject
    self.paths = paths
    lookups = Array(repeating: nil, count: paths.count)
    extractions = Array(repeating: nil, count: paths.count)
  }

  func extract(_ field: FieldReference) -> Extraction {
    if let known = extractions[field.id] { return known }
    let found = lookup(field.id).extraction
    extractions[field.id] = found
    return found
  }

  /// What the field with the number `id` reaches.
  func lookup(_ id: Int) -> Lookup {
    if let known = lookups[id] { return known }
    let path = paths[id]
    let found = subject.lookup(path.components, argument: path.argument)
    lookups[id] = found
    return found
  }
}

extension Lookup {
  /// What a condition sees.
  ///
  /// A path through lists that reaches nothing is absent. A written property whose value AWS makes
  /// is there all the same, so `exists` holds. An unknown element of a derived list may or may not
  /// be one, and what stands within something unknown may be absent: then the existence itself is
  /// unknown.
  var extraction: Extraction {
    if isAbsent { return .absent }
    if isDerived || isBrokenOff, !values.isEmpty, values.allSatisfy({ $0.unknownReason != nil }) {
      return .unknown
    }
    if isList, values.isEmpty { return .absent }
    if isList { return .many(values.compactMap(\.fieldValue)) }
    guard let value = values.first else { return .absent }
    if let reason = value.unknownReason, reason.mayBeAbsent { return .unknown }
    return value.fieldValue.map { .one($0) } ?? .absent
  }
}

extension UnknownReason {
  /// Whether it is not even known that something stands there.
  fileprivate var mayBeAbsent: Bool {
    switch self {
    case .condition, .circular, .malformed, .outside, .unreadFile, .tooLarge, .undefined, .function:
      true
    // A parameter without a default may be given an empty text, which AWS takes as nothing.
    case .parameter, .variable, .workspace, .module: true
    case .pseudoParameter, .importedValue, .dynamicReference, .attribute, .placeholder, .data,
      .buildArgument:
      false
    }
  }
}

extension Value {
  /// The value as the condition language knows it; `nil` for null.
  ///
  /// What a reference stands for is made by AWS, so it equals no text that a condition can name.
  fileprivate var fieldValue: FieldValue? {
    switch content {
    case .null: nil
    case .bool(let bool): .bool(bool)
    case .number(let text), .string(let text): .text(text)
    case .partial(let pieces): .partial(pieces.map(\.fragment))
    case .reference(let reference): .text(reference.notation)
    case .unknown: .unknown
    case .list, .object: .text("")
    }
  }
}

extension ResourceReference {
  /// What is referred to: `Key.Arn`.
  var name: String { resource.path + (attribute.map { ".\($0)" } ?? "") }

  /// The reference as a text that no condition names: `${Key.Arn}`.
  fileprivate var notation: String { "${\(name)}" }
}

extension TextPiece {
  fileprivate var fragment: TextFragment {
    switch self {
    case .literal(let text): .literal(text)
    case .reference(let reference): .literal(reference.notation)
    case .unknown: .hole
    }
  }
}
