import Inventory

extension FunctionLibrary {
  /// Functions of text.
  static let strings: [String: FunctionDefinition] = [
    "chomp": .init([.init(.string, .unknown)], .type(.string), chomp),
    "endswith": .init([.string, .string], .bool, endsWith),
    "indent": .init([.init(.number), .init(.string, .unknown)], .type(.string), indent),
    "join": .init([.init(.string)], rest: .init(.list(.string), .unknown), .type(.string), join),
    "lower": .init([.init(.string, .unknown)], .type(.string), lower),
    "replace": .init(
      [.init(.string, .unknown), .init(.string), .init(.string)],
      .type(.string),
      replace
    ),
    "split": .init([.string, .string], .list(.string), split),
    "startswith": .init(
      [.init(.string, .unknown), .init(.string)],
      .type(.bool),
      startsWith
    ),
    "strcontains": .init([.string, .string], .bool, contains),
    "strrev": .init([.string], .string, reverse),
    "substr": .init([.string, .number, .number], .string, substring),
    "title": .init([.string], .string, title),
    "trim": .init([.string, .string], .string, trim),
    "trimprefix": .init([.string, .string], .string, trimPrefix),
    "trimspace": .init([.init(.string, .unknown)], .type(.string), trimSpace),
    "trimsuffix": .init([.string, .string], .string, trimSuffix),
    "upper": .init([.init(.string, .unknown)], .type(.string), upper),
  ]

  private static func chomp(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let rope = input[0].rope else { return input.unknown(.string) }
    let text = rope.trimmedAtEnd { $0 == "\n" || $0 == "\r" }
    return input[0].with(.string(text))
  }

  private static func endsWith(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let (text, suffix) = (Array(input.text(0).utf8), Array(input.text(1).utf8))
    return TerraformValue(.bool(text.suffix(suffix.count).elementsEqual(suffix)))
  }

  /// A prefix may be seen of a text that is known in part.
  private static func startsWith(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let prefix = input.text(1).utf8
    let known = (input[0].rope?.knownPrefix ?? "").utf8
    if known.starts(with: prefix) { return TerraformValue(.bool(true)) }
    guard input[0].text == nil, prefix.starts(with: known) else {
      return TerraformValue(.bool(false))
    }
    return input.unknown(.bool)
  }

  private static func contains(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    TerraformValue(.bool(ByteText.contains(input.text(1), in: input.text(0))))
  }

  private static func indent(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let count = try input.int(0)
    guard 0...FunctionInput.elementLimit ~= count else { return input.tooLarge(.string) }
    let padding = String(repeating: " ", count: count)
    return mapLiterals(of: input[1], input) { text in
      ByteText.replace("\n", in: text, with: "\n" + padding)
    }
  }

  private static func lower(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    mapped(input, \.lowercaseMapping)
  }

  private static func upper(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    mapped(input, \.uppercaseMapping)
  }

  /// Maps character by character, each to a single one as Go does.
  private static func mapped(
    _ input: FunctionInput,
    _ mapping: KeyPath<Unicode.Scalar.Properties, String>
  ) -> TerraformValue {
    mapLiterals(of: input[0], input) { text in
      String(String.UnicodeScalarView(text.unicodeScalars.map { $0.single(mapping) }))
    }
  }

  /// Changes the known pieces of a text; those that are not known stay what they are.
  ///
  /// Nil from `transform` means that its result would be too long.
  static func mapLiterals(
    of value: TerraformValue,
    _ input: FunctionInput,
    _ transform: (String) -> String?
  ) -> TerraformValue {
    guard let rope = value.rope else { return input.unknown(.string) }
    if let text = rope.text {
      return transform(text).map { input.string($0) } ?? input.tooLarge(.string)
    }
    var pieces: [TerraformText.Piece] = []
    for piece in rope.pieces {
      guard let text = piece.text else {
        pieces.append(piece)
        continue
      }
      guard let changed = transform(text) else { return input.tooLarge(.string) }
      pieces.append(.literal(changed, nil))
    }
    return input.string(TerraformText(pieces))
  }

  private static func title(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var result = ""
    var startsWord = true
    for scalar in input.text(0).unicodeScalars {
      result.unicodeScalars.append(startsWord ? scalar.single(\.titlecaseMapping) : scalar)
      startsWord = !scalar.isWord
    }
    return input.string(result)
  }

  private static func join(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var texts: [TerraformText] = []
    for (index, list) in input.arguments.enumerated().dropFirst() {
      if list.isUnknown { return input.unknown(.string) }
      for element in list.elements ?? [] {
        switch element.content {
        case .string(let rope): texts.append(rope)
        case .unknown(_, let doubt): texts.append(TerraformText([.unknown(doubt, element.origin)]))
        default:
          throw input.invalid(index, en: "an element is null", ja: "null の要素がある")
        }
      }
    }
    let separator = input[0].rope ?? TerraformText([])
    return input.string(TerraformText.joined(texts, separator: separator))
  }

  private static func split(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let parts = ByteText.split(input.text(1), at: input.text(0))
    guard parts.count <= FunctionInput.elementLimit else { return input.tooLarge(.list(.string)) }
    return TerraformValue(.list(.string, parts.map { input.string($0) }))
  }

  /// Replaces every occurrence; a text between slashes is a regular expression.
  private static func replace(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let (pattern, replacement) = (input.text(1), input.text(2))
    if pattern.utf8.count > 1, pattern.hasPrefix("/"), pattern.hasSuffix("/") {
      guard let text = input[0].text else { return input.unknown(.string) }
      let expression = try expression(String(pattern.dropFirst().dropLast()), 1, input)
      return input.string(expression.replacing(text, with: replacement))
    }
    return mapLiterals(of: input[0], input) { text in
      ByteText.replace(pattern, in: text, with: replacement)
    }
  }

  /// Characters as readers see them.
  private static func reverse(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    input.string(String(input.text(0).reversed()))
  }

  private static func substring(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let characters = Array(input.text(0))
    var (offset, length) = (try input.int(1), try input.int(2))
    if offset < 0 { offset = max(0, characters.count + max(offset, -characters.count)) }
    guard offset < characters.count else { return input.string("") }
    length = length < 0 ? characters.count : min(length, characters.count)
    return input.string(String(characters[offset..<min(characters.count, offset + length)]))
  }

  private static func trim(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let cut = Set(input.text(1).unicodeScalars)
    return trimmed(input) { cut.contains($0) }
  }

  private static func trimSpace(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let rope = input[0].rope else { return input.unknown(.string) }
    let text = rope.trimmedAtStart(\.properties.isWhitespace)
      .trimmedAtEnd(\.properties.isWhitespace)
    return input[0].with(.string(text))
  }

  private static func trimmed(
    _ input: FunctionInput,
    _ isIdle: (Unicode.Scalar) -> Bool
  ) -> TerraformValue {
    var text = input.text(0).unicodeScalars[...]
    while let first = text.first, isIdle(first) { text.removeFirst() }
    while let last = text.last, isIdle(last) { text.removeLast() }
    return input.string(String(text))
  }

  private static func trimPrefix(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let (text, prefix) = (input.text(0), input.text(1))
    guard text.utf8.starts(with: prefix.utf8) else { return input[0] }
    return input.string(String(decoding: text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
  }

  private static func trimSuffix(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let (text, suffix) = (input.text(0), input.text(1))
    guard text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) else { return input[0] }
    return input.string(String(decoding: text.utf8.dropLast(suffix.utf8.count), as: UTF8.self))
  }
}

extension Unicode.Scalar {
  /// What a mapping makes of the scalar, where that is one scalar; else the scalar itself.
  fileprivate func single(_ mapping: KeyPath<Unicode.Scalar.Properties, String>) -> Unicode.Scalar {
    let mapped = properties[keyPath: mapping].unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }

  /// Whether the scalar stands within words.
  fileprivate var isWord: Bool {
    switch self {
    case "0"..."9", "a"..."z", "A"..."Z", "_": true
    case _ where isASCII: false
    default: !properties.isWhitespace
    }
  }
}
