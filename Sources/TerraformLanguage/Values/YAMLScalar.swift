import Syntax

/// What `yamldecode` takes a scalar without quotes for, where YAML 1.1 has it otherwise.
enum YAMLScalar {
  /// The content of a plain scalar; `nil` where both agree.
  static func content(of node: Node) -> TerraformValue.Content? {
    guard node.style == .plain, let text = node.string else { return nil }
    switch node.kind {
    case .number: return number(text) ?? .string(TerraformText(text))
    case .string: return word(text) ?? date(text)
    case .null, .bool, .sequence, .mapping: return nil
    }
  }

  /// Decimal numbers only: neither hexadecimal nor octal nor sexagesimal ones.
  private static func number(_ text: String) -> TerraformValue.Content? {
    TerraformNumber(text.filter { $0 != "_" }).map { .number($0) }
  }

  /// A Boolean of one letter, or digits that are not octal.
  private static func word(_ text: String) -> TerraformValue.Content? {
    switch text {
    case "y", "Y": .bool(true)
    case "n", "N": .bool(false)
    case _ where text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }): number(text)
    default: nil
    }
  }

  /// A date becomes a time of RFC 3339: even the version of a policy that stands without quotes.
  private static func date(_ text: String) -> TerraformValue.Content? {
    if let time = Timestamp(text) { return .string(TerraformText(time.text)) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4,
      parts[1...].allSatisfy({ 1...2 ~= $0.utf8.count })
    else { return nil }
    let padded = parts.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }
    let time = Timestamp(padded.joined(separator: "-") + "T00:00:00Z")
    return time.map { .string(TerraformText($0.text)) }
  }
}
