import Foundation
import RuleLanguage
import SourceText
import Syntax

/// Just enough of Falco's rule files to hand their conditions to the compiler.
struct RuleFile {
  /// The file uses what is not about conditions, or breaks a rule that is not.
  struct Unsupported: Error {
    let reason: String
  }

  struct Rule {
    let name: String
    var condition: String
    var source: String
    var isEnabled: Bool
    var forgivesUnknownFields: Bool
  }

  var definitions = Definitions()
  var rules: [Rule] = []

  mutating func read(_ text: String) throws {
    let tree = YAMLParser.parse(SourceFile(path: "rules.yaml", text: text))
    if tree.diagnostics.contains(where: { $0.severity == .error }) {
      throw Unsupported(reason: "no YAML")
    }
    for document in tree.documents {
      guard let items = document.content as? [Any] else { continue }
      for case let item as [String: Any] in items { try read(item) }
    }
  }

  private mutating func read(_ item: [String: Any]) throws {
    if item["required_engine_version"] != nil || item["required_plugin_versions"] != nil { return }
    let override = item["override"] as? [String: String] ?? [:]
    let isAppended = item["append"] as? Bool ?? false
    if let name = item["list"] as? String {
      try readList(name, item, isAppended || override["items"] == "append")
    } else if let name = item["macro"] as? String, let condition = item["condition"] as? String {
      try readMacro(name, condition, isAppended || override["condition"] == "append")
    } else if let name = item["rule"] as? String {
      try readRule(name, item, override, isAppended)
    }
  }

  private mutating func readList(_ name: String, _ item: [String: Any], _ append: Bool) throws {
    guard let items = item["items"] as? [Any] else { throw Unsupported(reason: "list shape") }
    let texts = items.map { "\($0)" }
    if append {
      guard definitions.appendToList(name, items: texts) else {
        throw Unsupported(reason: "append to a missing list")
      }
    } else {
      definitions.defineList(name, items: texts)
    }
  }

  private mutating func readMacro(_ name: String, _ condition: String, _ append: Bool) throws {
    if append {
      guard definitions.appendToMacro(name, condition: condition) else {
        throw Unsupported(reason: "append to a missing macro")
      }
    } else {
      definitions.defineMacro(name, condition: condition)
    }
  }

  private mutating func readRule(
    _ name: String,
    _ item: [String: Any],
    _ override: [String: String],
    _ isAppended: Bool
  ) throws {
    let exceptions = try exceptionText(item["exceptions"])
    let index = rules.firstIndex { $0.name == name }
    if isAppended || !override.isEmpty {
      guard let index else { throw Unsupported(reason: "change of a missing rule") }
      try change(&rules[index], item, override, isAppended, exceptions)
      return
    }
    guard let condition = item["condition"] as? String else {
      guard let index, let isEnabled = item["enabled"] as? Bool else {
        throw Unsupported(reason: "rule without condition")
      }
      rules[index].isEnabled = isEnabled
      return
    }
    let rule = Rule(
      name: name,
      condition: exceptions.isEmpty ? condition : "(\(condition))\(exceptions)",
      source: item["source"] as? String ?? "syscall",
      isEnabled: item["enabled"] as? Bool ?? true,
      forgivesUnknownFields: item["skip-if-unknown-filter"] as? Bool ?? false
    )
    if let index { rules[index] = rule } else { rules.append(rule) }
  }

  private func change(
    _ rule: inout Rule,
    _ item: [String: Any],
    _ override: [String: String],
    _ isAppended: Bool,
    _ exceptions: String
  ) throws {
    if let condition = item["condition"] as? String {
      let isReplaced = override["condition"] == "replace"
      rule.condition = isReplaced ? condition : "\(rule.condition) \(condition)"
    }
    if !exceptions.isEmpty { rule.condition = "(\(rule.condition))\(exceptions)" }
    if let isEnabled = item["enabled"] as? Bool, !isAppended { rule.isEnabled = isEnabled }
  }

  /// The text that exceptions add to a condition.
  private func exceptionText(_ value: Any?) throws -> String {
    var text = ""
    for case let item as [String: Any] in value as? [Any] ?? [] {
      guard let values = item["values"] as? [Any], !values.isEmpty else { continue }
      if let fields = item["fields"] as? [Any] {
        text += " and not \(try tuples(fields, item["comps"] as? [Any], values))"
      } else if let field = item["fields"] as? String {
        let list = values.map { "\(Self.quoted($0))" }.joined(separator: ", ")
        text += " and not (\(field) \(item["comps"] ?? "in") (\(list)))"
      } else {
        throw Unsupported(reason: "exception that continues another")
      }
    }
    return text
  }

  private func tuples(_ fields: [Any], _ comparisons: [Any]?, _ values: [Any]) throws -> String {
    var tuples: [String] = []
    for case let tuple as [Any] in values {
      guard tuple.count == fields.count else { throw Unsupported(reason: "exception shape") }
      let checks = fields.indices.map { index in
        let comparison = comparisons.map { "\($0[index])" } ?? "="
        let takesList =
          ["in", "pmatch", "intersects"].contains(comparison)
          || comparison.hasSuffix("of")
        let value: String
        if let list = tuple[index] as? [Any] {
          value = "(\(list.map(Self.quoted).joined(separator: ", ")))"
        } else {
          value = takesList ? "(\(Self.quoted(tuple[index])))" : Self.quoted(tuple[index])
        }
        return "\(fields[index]) \(comparison) \(value)"
      }
      tuples.append("(\(checks.joined(separator: " and ")))")
    }
    return "(\(tuples.joined(separator: " or ")))"
  }

  private static func quoted(_ value: Any) -> String {
    let text = "\(value)"
    let isQuoted = text.hasPrefix("\"") || text.hasPrefix("'")
    return text.contains(" ") && !isQuoted ? "\"\(text)\"" : text
  }
}

extension Node {
  /// The node as Foundation's types; numbers stay text.
  fileprivate var content: Any {
    switch kind {
    case .null: NSNull()
    case .bool: bool ?? false
    case .number, .string: string ?? ""
    case .sequence: elements.map(\.content)
    case .mapping: Dictionary(entries.map { ($0.key.string ?? "", $0.value.content) }) { $1 }
    }
  }
}
