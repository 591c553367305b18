import SourceText

/// Facts about the machines that containers run on.
enum HostFacts {
  static let table: [String: Fact] = [
    "isContainerInstance": isContainerInstance,
    "userData": { $0.userData },
  ]

  /// Whether the machine joins an ECS cluster: its start script, or its image, says so.
  static let isContainerInstance: Fact = { site in
    let script = site.userData
    if let script, signs.contains(where: script.literalText.contains) {
      return site.bool(true, from: script)
    }
    if let image = site.value["ImageId"], image.isForECS || site.findsECSImage(image) {
      return site.bool(true, from: image)
    }
    return script.flatMap { $0.unknownReason == nil ? nil : $0 } ?? site.bool(false)
  }

  private static let signs = ["ECS_CLUSTER", "ecs.config", "[settings.ecs]", "Initialize-ECSAgent"]
}

extension FactSite {
  /// Whether the data source that finds the image looks for an ECS-optimised one.
  fileprivate func findsECSImage(_ image: Value) -> Bool {
    guard let reference = image.source else { return false }
    return image.named(reference.text).isForECS
      || inventory[reference.resource]?.properties.holdsText { image.named($0).isForECS } ?? false
  }

  /// The start script without its comments, decoded where it is written in base 64.
  fileprivate var userData: Value? {
    guard let data = value["UserData"], !data.isNull else { return nil }
    switch data.content {
    case .string(let text):
      return data.text([TextPiece.literal(Base64.decodedText(text) ?? text)].withoutComments)
    case .partial(let pieces): return data.text(pieces.map(\.spelt).withoutComments)
    default: return data
    }
  }
}

extension TextPiece {
  /// The piece, a pseudo parameter by its name: no stack or region is called like a setting.
  fileprivate var spelt: TextPiece {
    if case .unknown(.pseudoParameter(let name)) = self { .literal("${\(name)}") } else { self }
  }
}

extension [TextPiece] {
  /// The text of a script without the lines that begin with `#`.
  fileprivate var withoutComments: [TextPiece] {
    var isComment = false
    var isStart = true
    return compactMap { piece in
      guard let text = piece.literal else {
        isStart = false
        return isComment ? nil : piece
      }
      var kept: [UInt8] = []
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\n") {
          (isComment, isStart) = (false, true)
        } else if isStart, byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
          (isComment, isStart) = (byte == UInt8(ascii: "#"), false)
        }
        if !isComment { kept.append(byte) }
      }
      return .literal(String(decoding: kept, as: UTF8.self))
    }.merged
  }
}

extension Value {
  /// Whether one of the texts in the value, at a depth of at most four, satisfies `predicate`.
  fileprivate func holdsText(depth: Int = 0, _ predicate: (String) -> Bool) -> Bool {
    if let text { return predicate(text) }
    let parts = list ?? object?.members.map(\.value) ?? []
    return depth < 4 && parts.contains { $0.holdsText(depth: depth + 1, predicate) }
  }

  /// Whether the parameter that gives a machine image is that of an ECS-optimised one.
  fileprivate var isForECS: Bool {
    let texts: [String] =
      switch content {
      case .unknown(.dynamicReference(let text)), .unknown(.parameter(let text)),
        .unknown(.attribute(let text)):
        [text]
      case .partial(let pieces):
        pieces.compactMap {
          if case .unknown(.dynamicReference(let text)) = $0 { text } else { $0.literal }
        }
      default: [text ?? ""]
      }
    return texts.contains { text in
      text.contains("/service/ecs/") || SecretName.words(of: text).contains { $0.hasPrefix("ecs") }
    }
  }
}

/// Base 64 as far as start scripts need it.
enum Base64 {
  /// The text that `encoded` stands for; `nil` where it is no base 64, or not of a text.
  static func decodedText(_ encoded: String) -> String? {
    let digits = encoded.utf8.filter { $0 != 0x0A && $0 != 0x0D }
    guard digits.count >= 8, digits.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for digit in digits.prefix(while: { $0 != UInt8(ascii: "=") }) {
      guard let value = value(of: digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    let isText = bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    return isText ? String(validating: bytes, as: UTF8.self) : nil
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
