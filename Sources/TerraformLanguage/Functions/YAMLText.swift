/// YAML as `yamlencode` writes it: block style, every text in double quotes.
enum YAMLText {
  /// The YAML of `value`; `nil` where a part is not known.
  static func encode(_ value: TerraformValue) -> String? {
    guard value.isKnown else { return nil }
    var text = ""
    write(value, indent: 0, isInline: false, to: &text)
    return text
  }

  /// Writes a value behind what introduces it, and a line end.
  private static func write(
    _ value: TerraformValue,
    indent: Int,
    isInline: Bool,
    to text: inout String
  ) {
    switch value.content {
    case .tuple(let elements), .list(_, let elements), .set(_, let elements):
      if elements.isEmpty {
        text += "[]\n"
        return
      }
      for (index, element) in elements.enumerated() {
        text += (index == 0 && isInline ? "" : String(repeating: " ", count: indent)) + "- "
        write(element, indent: indent + 2, isInline: true, to: &text)
      }
    case .object(let object), .map(_, let object):
      if object.members.isEmpty {
        text += "{}\n"
        return
      }
      for (index, member) in object.members.enumerated() {
        text += index == 0 && isInline ? "" : String(repeating: " ", count: indent)
        text += quoted(member.name) + ":"
        writeMember(member.value, indent: indent, to: &text)
      }
    case .string(let rope): writeString(rope.text ?? "", indent: indent, to: &text)
    default: text += (value.jsonText ?? "null") + "\n"
    }
  }

  private static func writeMember(_ value: TerraformValue, indent: Int, to text: inout String) {
    guard let elements = value.elements, !elements.isEmpty else {
      text += " "
      return write(value, indent: indent + 2, isInline: true, to: &text)
    }
    text += "\n"
    let isObject = value.members != nil
    write(value, indent: isObject ? indent + 2 : indent, isInline: false, to: &text)
  }

  /// A text of several lines is a block, unless white space at its ends or a control forbids it.
  private static func writeString(_ string: String, indent: Int, to text: inout String) {
    let bytes = string.utf8
    let isBlock =
      bytes.contains(0x0A) && bytes.first != 0x20 && bytes.first != 0x0A
      && bytes.allSatisfy { $0 == 0x0A || $0 >= 0x20 }
    guard isBlock else {
      text += quoted(string) + "\n"
      return
    }
    let lines = string.split(separator: "\n", omittingEmptySubsequences: false)
    let endings = lines.reversed().prefix(while: \.isEmpty).count
    text += endings == 0 ? "|-\n" : endings == 1 ? "|\n" : "|+\n"
    for line in endings == 0 ? lines : lines.dropLast() {
      let padding = line.isEmpty ? "" : String(repeating: " ", count: max(2, indent))
      text += padding + line + "\n"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\x" + (scalar.value < 16 ? "0" : "")
        result += String(scalar.value, radix: 16, uppercase: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
