import RuleLanguage
import SourceText

/// A resource whose properties are dynamic fields, for tests.
struct Resource: FieldReader, FieldCatalog {
  var properties: [String: Extraction]
  var types: [String: FieldType] = [:]

  /// The properties of a container; `container.missing` is absent.
  init(_ properties: [String: Extraction] = [:]) {
    self.properties = properties
  }

  var names: [String] {
    Array(properties.keys) + Array(types.keys) + [
      "container.user", "container.image", "container.missing",
      "container.readonlyRootFilesystem", "taskDefinition.networkMode",
    ]
  }

  func field(named name: String, argument: String?) -> FieldLookup {
    guard names.contains(name) else { return .unknownName }
    guard argument == nil else { return .unexpectedArgument }
    let type = types[name] ?? .dynamic
    return .found(FieldReference(id: 0, name: name, type: type))
  }

  func extract(_ field: FieldReference) -> Extraction { properties[field.name] ?? .absent }

  func condition(_ text: String) throws -> Condition {
    try Condition.compile(text, catalog: self).get()
  }

  func truth(_ text: String) throws -> Truth { try condition(text).evaluate(self) }

  /// The error that compiling `text` ends with.
  func error(_ text: String, _ vocabulary: Vocabulary = .empty) -> ConditionError? {
    switch Condition.compile(text, vocabulary: vocabulary, catalog: self) {
    case .success: nil
    case .failure(let error): error
    }
  }
}

extension ConditionError {
  /// The bytes of `text` that the error is about.
  func excerpt(of text: String) -> String {
    String(decoding: Array(text.utf8)[range.bounds], as: UTF8.self)
  }
}
