import Inventory

/// Marks the placeholders that deployment tools fill in as not known.
///
/// `<IMAGE1_NAME>` (CodePipeline) counts everywhere; `${TAG}` and `{{TAG}}` count where AWS never
/// takes them as they are, in images and role names, since commands may mean them literally.
enum TaskDefinitionPlaceholders {
  private static let neverLiteral: Set<String> = [
    "image", "executionRoleArn", "taskRoleArn", "family", "cpu", "memory",
  ]

  /// `value` with its placeholders replaced.
  static func marked(_ value: Value, member: String = "") -> Value {
    var result = value
    switch value.content {
    case .string(let text): result.content = content(of: text, member: member)
    case .list(let elements): result.content = .list(elements.map { marked($0, member: member) })
    case .object(let object):
      result.content = .object(
        ValueObject(
          object.members.map {
            .init($0.name, marked($0.value, member: $0.name), key: $0.key)
          }
        )
      )
    default: break
    }
    return result
  }

  private static func content(of text: String, member: String) -> Value.Content {
    let lowered = member.prefix(1).lowercased() + member.dropFirst()
    let delimiters =
      neverLiteral.contains(lowered)
      ? [("<", ">"), ("${", "}"), ("{{", "}}")] : [("<", ">")]
    var builder = TextBuilder()
    var rest = text[...]
    while let (before, placeholder, behind) = next(in: rest, delimiters) {
      builder.append(String(before))
      builder.append(.unknown(.placeholder(placeholder)))
      rest = behind
    }
    builder.append(String(rest))
    return builder.content
  }

  /// The first placeholder in `text` with what stands before and behind it.
  private static func next(
    in text: Substring,
    _ delimiters: [(open: String, close: String)]
  ) -> (Substring, String, Substring)? {
    var best: (Substring, String, Substring)?
    for (open, close) in delimiters {
      var skipped = 0
      while let offset = text.split(at: skipped).behind.offset(of: open) {
        let (before, behind) = text.split(at: skipped + offset)
        guard let end = behind.offset(of: close) else { break }
        let (placeholder, rest) = behind.split(at: end + close.utf8.count)
        if open != "<" || isPlaceholderName(placeholder.dropFirst().dropLast()) {
          if best.map({ before.utf8.count < $0.0.utf8.count }) ?? true {
            best = (before, String(placeholder), rest)
          }
          break
        }
        skipped += offset + open.utf8.count
      }
    }
    return best
  }

  private static func isPlaceholderName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
