import Inventory
import SourceText
import TerraformLanguage

/// The policy that an `aws_iam_policy_document` data source writes.
struct IAMPolicyDocument {
  private let arguments: TerraformObject
  private let location: SourceLocation

  init(_ arguments: TerraformObject, at location: SourceLocation) {
    self.arguments = arguments
    self.location = location
  }

  /// The policy as JSON text that keeps its structure and its places.
  var json: TerraformValue {
    TerraformValue(.string(TerraformText([.json(document)])), at: location)
  }

  private var document: TerraformValue {
    var members = [
      TerraformObject.Member(
        "Version",
        arguments.given("version") ?? TerraformValue(.text("2012-10-17"))
      )
    ]
    if let id = arguments.given("policy_id") { members.append(.init("Id", id)) }
    members.append(.init("Statement", TerraformValue(.tuple(statements), at: location)))
    return TerraformValue(.object(TerraformObject(members)), at: location)
  }

  /// The statements of the sources, this document's own, and those that override, merged by `Sid`.
  private var statements: [TerraformValue] {
    var merged = documents("source_json", "source_policy_documents")
    merged.replaceOrAppend(own)
    merged.replaceOrAppend(documents("override_json", "override_policy_documents"))
    return merged
  }

  private var own: [TerraformValue] {
    guard let value = arguments["statement"] else { return [] }
    guard let elements = value.elements else { return [value] }
    return elements.map { PolicyStatement($0).value }
  }

  /// The statements of the documents that two arguments hold as JSON text.
  private func documents(_ single: String, _ several: String) -> [TerraformValue] {
    var texts: [TerraformValue] = []
    if let text = arguments.given(single) { texts.append(text) }
    if let list = arguments.given(several) { texts += list.elements ?? [list] }
    return texts.flatMap(Self.statements)
  }

  /// The statements in a policy text; one unknown statement for a text that is not known.
  private static func statements(of text: TerraformValue) -> [TerraformValue] {
    if text.isNull || text.text == "" { return [] }
    guard let policy = try? text.rope?.jsonValue(), let found = policy.object?["Statement"] else {
      return [.unknown(like: text)]
    }
    guard case .object = found.content else { return found.elements ?? [.unknown(like: found)] }
    return [found]
  }
}

extension [TerraformValue] {
  /// Adds statements, in place of those with the same `Sid`.
  fileprivate mutating func replaceOrAppend(_ statements: [TerraformValue]) {
    for statement in statements {
      let sid = statement.object?["Sid"]?.text ?? ""
      if !sid.isEmpty, let index = firstIndex(where: { $0.object?["Sid"]?.text == sid }) {
        self[index] = statement
      } else {
        append(statement)
      }
    }
  }
}

extension TerraformObject {
  /// The member `name`, unless it is null.
  func given(_ name: String) -> TerraformValue? { self[name].flatMap { $0.isNull ? nil : $0 } }
}
