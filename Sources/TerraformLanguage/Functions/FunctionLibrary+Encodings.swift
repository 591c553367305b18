import Inventory
import SourceText
import Syntax

extension FunctionLibrary {
  /// Functions that encode and decode.
  static let encodings: [String: FunctionDefinition] = [
    "base64decode": .init([.string], .string, decodeBase64),
    "base64encode": .init([.string], .string, encodeBase64),
    "base64gunzip": .init([.string], .string, gunzip),
    "csvdecode": .init([.string], .dynamic, decodeCSV),
    "jsondecode": .init([.init(.string, [.unknown, .marks])], .type(.dynamic), decodeJSON),
    "jsonencode": .init([.init(.dynamic, [.null, .unknown])], .type(.string), encodeJSON),
    "textdecodebase64": .init([.string, .string], .string, decodeText),
    "textencodebase64": .init([.string, .string], .string, encodeText),
    "urldecode": .init([.string], .string, decodeURL),
    "urlencode": .init([.string], .string, encodeURL),
    "yamldecode": .init([.init(.string, [.unknown, .marks])], .type(.dynamic), decodeYAML),
    "yamlencode": .init([.init(.dynamic, [.null, .unknown])], .type(.string), encodeYAML),
  ]

  private static func encodeJSON(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    input[0].jsonEncoded
  }

  /// The value that a text means; what is known of it, where not all is.
  private static func decodeJSON(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let rope = input[0].rope, rope.pieces.contains(where: { $0.isPartlyKnown }) else {
      if let text = input[0].rope, text.isEmpty { return try text.jsonValue(.strict) }
      return input.unknown(.dynamic).bearing(input[0].marks)
    }
    return try rope.jsonValue(.strict).bearing(input[0].marks)
  }

  private static func decodeYAML(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let rope = input[0].rope, rope.isEmpty || rope.pieces.contains(where: \.isPartlyKnown)
    else { return input.unknown(.dynamic).bearing(input[0].marks) }
    return try rope.yamlValue().bearing(input[0].marks)
  }

  private static func encodeYAML(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let text = YAMLText.encode(input[0]) else { return input.unknown(.string) }
    return input.string(text)
  }

  private static func encodeBase64(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    input.string(Base64Text.encode(Array(input.text(0).utf8)))
  }

  private static func decodeBase64(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    try text(of: try bytes(input), input)
  }

  private static func bytes(_ input: FunctionInput) throws(TerraformError) -> [UInt8] {
    guard let bytes = Base64Text.decode(input.text(0)) else {
      throw input.invalid(0, en: "it is not Base64", ja: "Base64 として読めない")
    }
    return bytes
  }

  private static func text(
    of bytes: [UInt8],
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw input.failed(en: "the result is not UTF-8", ja: "結果が UTF-8 ではない")
    }
    return input.string(text)
  }

  private static func gunzip(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var inflater = Inflater(try bytes(input), limit: FunctionInput.textLimit)
    let contents: [UInt8]
    do throws(Inflater.Fault) {
      contents = try inflater.gunzip()
    } catch {
      switch error {
      case .malformed:
        throw input.invalid(0, en: "it is not compressed with gzip", ja: "gzip で圧縮されていない")
      case .tooLarge: return input.tooLarge(.string)
      }
    }
    return try text(of: contents, input)
  }

  private static func encodeText(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let encoding = TextEncoding(input.text(1)) else {
      return input.unknown(.string, .reason(.function(input.name)))
    }
    guard let bytes = encoding.encode(input.text(0)) else {
      throw input.invalid(
        0,
        en: "it has characters that the encoding lacks",
        ja: "この文字コードにない文字がある"
      )
    }
    return input.string(Base64Text.encode(bytes))
  }

  private static func decodeText(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let bytes = try bytes(input)
    guard let encoding = TextEncoding(input.text(1)) else {
      return input.unknown(.string, .reason(.function(input.name)))
    }
    guard let text = encoding.decode(bytes) else {
      throw input.invalid(
        0,
        en: "it has bytes that the encoding lacks",
        ja: "この文字コードにないバイトがある"
      )
    }
    return input.string(text)
  }

  private static func encodeURL(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var result = ""
    for byte in input.text(0).utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: " "): result += "+"
      default: result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return input.string(result)
  }

  private static func decodeURL(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var bytes: [UInt8] = []
    var rest = Array(input.text(0).utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
          let decoded = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        else {
          throw input.invalid(0, en: "a % stands without two digits", ja: "% の後に 16 進数が 2 桁ない")
        }
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return try text(of: bytes, input)
  }

  private static func decodeCSV(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let rows = CSVText.rows(of: input.text(0)), let header = rows.first else {
      throw input.invalid(0, en: "it is not CSV", ja: "CSV として読めない")
    }
    guard Set(header).count == header.count else {
      throw input.invalid(0, en: "two columns have one name", ja: "同じ名前の列がある")
    }
    guard rows.allSatisfy({ $0.count == header.count }) else {
      throw input.invalid(0, en: "the rows differ in length", ja: "行によって列の数が違う")
    }
    guard rows.count * header.count <= FunctionInput.elementLimit else {
      return input.tooLarge(.dynamic)
    }
    let type = TerraformType.object(Dictionary(uniqueKeysWithValues: header.map { ($0, .string) }))
    let objects = rows.dropFirst().map { row in
      TerraformValue(
        .object(
          TerraformObject(zip(header, row).map { TerraformObject.Member($0, input.string($1)) })
        )
      )
    }
    return TerraformValue(.list(type, objects))
  }
}

extension TerraformText.Piece {
  /// Whether the text of the piece is known, or the structure that it encodes.
  fileprivate var isPartlyKnown: Bool {
    switch self {
    case .literal: true
    case .json(let value): !value.isUnknown
    case .unknown: false
    }
  }
}
