/// A text with shell variables in it, as Compose files and `.env` files read it.
struct Interpolation {
  /// One stretch of the text.
  indirect enum Part {
    case literal(String)
    case variable(String, Fallback?)
  }

  /// What stands in for a variable, or is told about it, behind its name.
  struct Fallback {
    /// What the text behind the name does.
    enum Action {
      /// `-`: it stands in for a variable without a value.
      case substitutes
      /// `?`: it is the message about a variable without a value.
      case complains
      /// `+`: it stands in for a variable with a value.
      case replaces
    }

    let action: Action
    /// Whether an empty value counts as none, as the colon says.
    let countsEmpty: Bool
    let parts: [Part]
  }

  /// The stretches in order; `nil` for a text whose braces do not close.
  let parts: [Part]?

  /// Reads `text`; `$$` stands for one dollar sign.
  init(_ text: String) {
    var scan = InterpolationScan(text)
    let found = scan.parts(isNested: false, depth: 0)
    parts = scan.isBroken ? nil : found
  }

  /// Whether `text` may have variables in it.
  static func isNeeded(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "$")) }
}

/// Reads a text variable by variable, each byte once.
private struct InterpolationScan {
  /// The deepest nesting of defaults that is followed.
  private static let maximumDepth = 16

  private let bytes: [UInt8]
  private var offset = 0
  private(set) var isBroken = false

  init(_ text: String) { bytes = Array(text.utf8) }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The parts up to the end of the text, or up to the brace that closes the outer variable.
  mutating func parts(isNested: Bool, depth: Int) -> [Interpolation.Part] {
    var parts: [Interpolation.Part] = []
    var literal: [UInt8] = []
    while let byte = next, !isBroken, !(isNested && byte == UInt8(ascii: "}")) {
      offset += 1
      guard byte == UInt8(ascii: "$"), let part = variable(depth: depth) else {
        literal.append(byte)
        continue
      }
      if case .literal(let text) = part {
        literal += Array(text.utf8)
      } else {
        if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        literal = []
        parts.append(part)
      }
    }
    if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
    return parts
  }

  /// What stands behind a dollar sign; `nil` where it stands for itself.
  private mutating func variable(depth: Int) -> Interpolation.Part? {
    switch next {
    case UInt8(ascii: "$"):
      offset += 1
      return .literal("$")
    case UInt8(ascii: "{"):
      offset += 1
      return braced(depth: depth + 1)
    default:
      let name = name()
      return name.isEmpty ? nil : .variable(name, nil)
    }
  }

  private mutating func braced(depth: Int) -> Interpolation.Part? {
    let name = name()
    guard !name.isEmpty, depth < Self.maximumDepth else { return broken() }
    let fallback = fallback(depth: depth)
    guard next == UInt8(ascii: "}") else { return broken() }
    offset += 1
    return .variable(name, fallback)
  }

  private mutating func fallback(depth: Int) -> Interpolation.Fallback? {
    let countsEmpty = next == UInt8(ascii: ":")
    if countsEmpty { offset += 1 }
    let action: Interpolation.Fallback.Action
    switch next {
    case UInt8(ascii: "-"): action = .substitutes
    case UInt8(ascii: "?"): action = .complains
    case UInt8(ascii: "+"): action = .replaces
    default: return nil
    }
    offset += 1
    let parts = parts(isNested: true, depth: depth)
    return Interpolation.Fallback(action: action, countsEmpty: countsEmpty, parts: parts)
  }

  private mutating func name() -> String {
    let start = offset
    while let byte = next, byte.isPartOfVariable, offset > start || !byte.isDigit { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func broken() -> Interpolation.Part? {
    isBroken = true
    return nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether the byte may stand in the name of a shell variable.
  var isPartOfVariable: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "_"):
      true
    default: isDigit
    }
  }
}
