import Inventory

extension FunctionLibrary {
  /// Functions that write values by a format.
  static let formats: [String: FunctionDefinition] = [
    "format": .init(
      [.init(.string)],
      rest: .init(.dynamic, [.null, .unknown]),
      .type(.string),
      format
    ),
    "formatlist": .init(
      [.init(.string)],
      rest: .init(.dynamic, [.null, .unknown]),
      .type(.list(.string)),
      formatList
    ),
  ]

  private static func format(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let parts = try formatParts(input)
    return input.string(try fill(parts, with: Array(input.arguments.dropFirst()), input))
  }

  private static func formatParts(
    _ input: FunctionInput
  ) throws(TerraformError) -> [FormatVerb.Part] {
    do throws(FormatVerb.Fault) {
      return try FormatVerb.parts(of: input.text(0))
    } catch {
      switch error {
      case .unfinished:
        throw input.invalid(0, en: "it ends within a verb", ja: "書式の途中で終わっている")
      case .letter(let letter):
        throw input.invalid(0, en: "%\(letter) is no verb", ja: "%\(letter) という書式はない")
      case .tooLarge:
        throw input.invalid(0, en: "a width is too large", ja: "幅が大きすぎる")
      }
    }
  }

  private static func fill(
    _ parts: [FormatVerb.Part],
    with arguments: [TerraformValue],
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformText {
    var result = TerraformText([])
    var used = 0
    var size = 0
    for part in parts {
      guard size <= FunctionInput.textLimit else {
        return TerraformText([.unknown(.reason(.tooLarge(input.name)), nil)])
      }
      switch part {
      case .text(let text): result.append(text)
      case .verb(let verb):
        guard verb.argument < arguments.count else {
          throw input.failed(en: "the format asks for more arguments", ja: "書式に対して引数が足りない")
        }
        used = max(used, verb.argument + 1)
        let text = try text(of: arguments[verb.argument], verb, input)
        size += text.pieces.reduce(1) { $0 + ($1.literal?.utf8.count ?? 1) }
        result.append(text)
      }
    }
    guard used == arguments.count else {
      throw input.failed(en: "the format asks for fewer arguments", ja: "書式に対して引数が多すぎる")
    }
    return result
  }

  /// The text of one argument.
  private static func text(
    of value: TerraformValue,
    _ verb: FormatVerb,
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformText {
    if case .unknown(_, let doubt) = value.content {
      return TerraformText([.unknown(doubt, value.origin)])
    }
    if verb.letter == "v" { return anyText(of: value, verb) }
    guard !value.isNull else {
      throw input.failed(en: "null cannot be written with %\(verb.letter)", ja: "null は書式化できない")
    }
    switch verb.letter {
    case "s", "q": return try string(value, verb, input)
    case "t":
      let bool = try argument(value, .bool, input).bool
      return TerraformText(verb.padded(bool == true ? "true" : "false"))
    default:
      let converted = try argument(value, .number, input)
      guard let number = converted.number else {
        return TerraformText([.unknown(converted.doubt ?? .reason(.function(input.name)), nil)])
      }
      return TerraformText(verb.format(number))
    }
  }

  private static func argument(
    _ value: TerraformValue,
    _ type: TerraformType,
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    guard let converted = try? value.converted(to: type) else {
      throw input.failed(
        en: "the format asks for a value of the type \(type.name)",
        ja: "書式が型 \(type.name) の値を求めている"
      )
    }
    return converted
  }

  private static func string(
    _ value: TerraformValue,
    _ verb: FormatVerb,
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformText {
    guard let rope = try argument(value, .string, input).rope else { return TerraformText([]) }
    let isPlain = verb.letter == "s" && verb.width == 0 && verb.precision == nil
    if isPlain { return rope }
    guard let text = rope.text else {
      return TerraformText([.unknown(rope.doubt ?? .reason(.function(input.name)), nil)])
    }
    let cut = verb.precision.map { $0 > 0 ? String(text.prefix($0)) : text } ?? text
    return TerraformText(verb.padded(verb.letter == "q" ? TerraformValue.quoted(cut) : cut))
  }

  /// A text or a number as it is, anything else as JSON.
  private static func anyText(of value: TerraformValue, _ verb: FormatVerb) -> TerraformText {
    if !verb.flags.contains("#") {
      if let number = value.number {
        let magnitude = number.isNegative ? number.negated : number
        let text = FormatVerb.general(magnitude, digits: nil, "g")
        return TerraformText(verb.padded(number.isNegative ? "-" + text : text))
      }
      if let rope = value.rope {
        guard verb.width > 0, let text = rope.text else { return rope }
        return TerraformText(verb.padded(text))
      }
    }
    guard let text = value.jsonText else { return TerraformText([.json(value)]) }
    let isStructure = value.elements != nil && verb.width == 0
    return isStructure ? TerraformText([.json(value)]) : TerraformText(verb.padded(text))
  }

  /// One text for each element of the lists among the arguments.
  private static func formatList(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let parts = try formatParts(input)
    let arguments = Array(input.arguments.dropFirst())
    var count: Int?
    var isUnknown = false
    for (index, argument) in arguments.enumerated() {
      guard let length = argument.listLength else { continue }
      guard length >= 0 else {
        isUnknown = true
        continue
      }
      guard count == nil || count == length else {
        throw input.invalid(
          index + 1,
          en: "all lists must have the same length",
          ja: "リストの長さがそろっていない"
        )
      }
      count = length
      if argument.isUnknown { isUnknown = true }
    }
    if isUnknown { return input.unknown(.list(.string)) }
    let columns = arguments.map { argument in
      argument.listLength == nil ? nil : argument.elements ?? []
    }
    var texts: [TerraformValue] = []
    var size = 0
    for row in 0..<(count ?? 1) {
      let values = zip(arguments, columns).map { argument, column in column?[row] ?? argument }
      let text = try fill(parts, with: values, input)
      size += text.pieces.reduce(1) { $0 + ($1.literal?.utf8.count ?? 1) }
      guard size <= FunctionInput.textLimit else { return input.tooLarge(.list(.string)) }
      texts.append(input.string(text))
    }
    return TerraformValue(.list(.string, texts))
  }
}

extension TerraformValue {
  /// The number of elements of a list, a set or a tuple, -1 where that is not known; else `nil`.
  fileprivate var listLength: Int? {
    switch content {
    case .tuple(let elements), .list(_, let elements), .set(_, let elements): elements.count
    case .unknown(.tuple(let types), _): types.count
    case .unknown(.list, _), .unknown(.set, _), .unknown(.dynamic, _): -1
    default: nil
    }
  }
}
