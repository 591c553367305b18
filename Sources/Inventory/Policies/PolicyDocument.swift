/// An IAM policy document as far as facts need it; lists and single values read alike.
struct PolicyDocument {
  /// The statements that are known.
  let statements: [PolicyStatement]
  /// The parts that are not known, and may hold any statement.
  let unknowns: [Value]

  /// Reads `value`, an object or JSON text.
  init(_ value: Value?) {
    // The API takes an empty text for no policy at all.
    guard let value, value.text?.isEmpty != true else {
      (statements, unknowns) = ([], [])
      return
    }
    let document = JSONText.value(of: value)
    guard document.object != nil else {
      statements = []
      unknowns = document.isNull ? [] : [document.opaque]
      return
    }
    let parts = document["Statement"]?.elements ?? []
    statements = parts.enumerated().compactMap { index, part in
      part.object == nil ? nil : PolicyStatement(part, index: index)
    }
    unknowns = parts.filter { $0.object == nil && !$0.isNull }.map(\.opaque)
  }
}

/// One statement of a policy document.
struct PolicyStatement {
  /// Its `Sid`, or its place in the document.
  let name: String
  /// The statement as it stands in the document.
  let value: Value
  /// The conditions, all of which must hold.
  let conditions: [PolicyCondition]
  /// The actions that it is about.
  let actions: [Value]
  /// The actions that it is not about, where it says so.
  let notActions: [Value]?
  private let patterns: [Glob?]
  private let notPatterns: [Glob?]

  /// Reads the statement at `index`.
  init(_ value: Value, index: Int) {
    self.value = value
    self.name = value["Sid"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? "Statement[\(index)]"
    let actions = value["Action"]?.elements ?? []
    let notActions = value["NotAction"]?.elements
    self.actions = actions
    self.notActions = notActions
    self.patterns = actions.map { $0.text.map { Glob($0) } }
    self.notPatterns = (notActions ?? []).map { $0.text.map { Glob($0) } }
    self.conditions = (value["Condition"]?.object?.members ?? []).flatMap { test in
      (test.value.object?.members ?? []).map {
        PolicyCondition(test: test.name, key: $0.name, values: $0.value.elements)
      }
    }
  }

  /// Whether the statement allows; one whose effect is not known may.
  var isAllow: Bool { value["Effect"]?.text != "Deny" }
  /// Why it is not known whether the statement allows, where that is so.
  var doubt: UnknownReason? { value["Effect"]?.firstUnknownReason }
  /// Whether the statement denies.
  var isDeny: Bool { value["Effect"]?.text == "Deny" }
  /// Whether it is under no condition.
  var isUnconditional: Bool {
    value["Condition"].map { $0.object?.members.isEmpty ?? false } ?? true
  }

  /// The actions that are not known and that the statement allows on every resource of a type.
  var unknownActions: [Value] {
    isAllow && isUnscoped ? actions.filter { $0.unknownReason != nil } : []
  }

  /// The principals with their types: `*`, `AWS`, `Service`, `Federated`.
  var principals: [(type: String, value: Value)] {
    guard let principal = value["Principal"] else { return [] }
    guard let object = principal.object else { return principal.elements.map { ("*", $0) } }
    return object.members.flatMap { member in member.value.elements.map { (member.name, $0) } }
  }

  /// The action, as written, by which the statement is about `action`.
  func action(covering action: String) -> Value? {
    if let index = patterns.firstIndex(where: { $0?.covers(action) ?? false }) {
      return actions[index]
    }
    let isExcepted = notPatterns.contains { $0?.covers(action) ?? false }
    return notActions == nil || isExcepted ? nil : value["NotAction"]
  }

  /// The resource by which the statement is about every resource; unknown where it may be.
  var everything: Value? {
    if let resource = value["NotResource"] { return resource }
    let resources = value["Resource"]?.elements ?? []
    return resources.first { $0.isStar } ?? resources.first { $0.unknownReason != nil }
  }

  /// Whether every resource, or every one of a type, is within the statement's reach.
  var isUnscoped: Bool {
    value["NotResource"] != nil
      || (value["Resource"]?.elements ?? []).contains {
        $0.isStar || $0.literalText.hasSuffix("/*") || $0.literalText.hasSuffix(":*")
      }
  }
}

/// One test of a condition: an operator, a key, and the values it is compared with.
struct PolicyCondition {
  /// The operator, in small letters: `stringequals`, `foranyvalue:stringlike`.
  let test: String
  /// The key, in small letters: `aws:sourceaccount`.
  let key: String
  /// The values.
  let values: [Value]

  /// Reads one test.
  init(test: String, key: String, values: [Value]) {
    self.test = test.lowercased()
    self.key = key.lowercased()
    self.values = values
  }
}

extension Value {
  /// The unknown value that something else than expected amounts to.
  var opaque: Value { unknown(firstUnknownReason ?? .malformed(expected: "object")) }

  /// Whether the text is a lone asterisk.
  var isStar: Bool {
    text.map { !$0.isEmpty && $0.utf8.allSatisfy { $0 == UInt8(ascii: "*") } } ?? false
  }
}
