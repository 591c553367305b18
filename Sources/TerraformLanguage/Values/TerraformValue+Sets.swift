extension TerraformValue.Content {
  /// A set of `elements`: each once, in Terraform's order.
  ///
  /// Texts go by their bytes, numbers by size, `false` before `true`; null comes behind them and
  /// what is not known comes last. Collections go by a spelling of their contents as in Terraform.
  /// Of equal elements the first stays.
  package static func set(
    of elements: [TerraformValue],
    _ type: TerraformType
  ) -> TerraformValue.Content {
    var distinct: [(key: SetKey, value: TerraformValue)] = []
    var groups: [SetKey: [TerraformValue]] = [:]
    for element in elements {
      let key = SetKey(element)
      let isKnown = groups[key, default: []].contains { $0.isEqual(to: element) == true }
      guard !isKnown else { continue }
      groups[key, default: []].append(element)
      distinct.append((key, element))
    }
    let sorted = distinct.enumerated().sorted {
      $0.element.key == $1.element.key
        ? $0.offset < $1.offset : $0.element.key < $1.element.key
    }
    return .set(type, sorted.map(\.element.value))
  }
}

/// What the place of an element in a set depends on.
enum SetKey: Hashable, Comparable {
  case bool(Bool)
  case number(TerraformNumber)
  case bytes([UInt8])
  case null
  case unknown

  /// The key of `value`.
  init(_ value: TerraformValue) {
    switch value.content {
    case .unknown: self = .unknown
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = .number(number)
    case .string(let rope): self = rope.text.map { .bytes(Array($0.utf8)) } ?? .unknown
    case .tuple, .list, .set, .object, .map:
      var bytes: [UInt8] = []
      Self.spell(value, &bytes)
      self = .bytes(bytes)
    }
  }

  static func < (left: SetKey, right: SetKey) -> Bool {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): !left && right
    case (.number(let left), .number(let right)): left < right
    case (.bytes(let left), .bytes(let right)): left.lexicographicallyPrecedes(right)
    default: left.rank < right.rank
    }
  }

  private var rank: Int {
    switch self {
    case .bool: 0
    case .number: 1
    case .bytes: 2
    case .null: 3
    case .unknown: 4
    }
  }

  private static func spell(_ value: TerraformValue, _ bytes: inout [UInt8]) {
    switch value.content {
    case .unknown: bytes += "?".utf8
    case .null: bytes += "~".utf8
    case .bool(let bool): bytes += (bool ? "T" : "F").utf8
    case .number(let number): bytes += number.text.utf8
    case .string(let rope): bytes += rope.text.map { TerraformValue.quoted($0).utf8 } ?? "?".utf8
    case .tuple(let elements): spell(elements, in: "<>", &bytes)
    case .list(_, let elements), .set(_, let elements): spell(elements, in: "[]", &bytes)
    case .object(let object): spell(object.members.map(\.value), in: "<>", &bytes)
    case .map(_, let object):
      bytes += "{".utf8
      for member in object.members {
        bytes += TerraformValue.quoted(member.name).utf8
        bytes += ":".utf8
        spell(member.value, &bytes)
        bytes += ";".utf8
      }
      bytes += "}".utf8
    }
  }

  private static func spell(
    _ elements: [TerraformValue],
    in brackets: String,
    _ bytes: inout [UInt8]
  ) {
    bytes += brackets.utf8.prefix(1)
    for element in elements {
      spell(element, &bytes)
      bytes += ";".utf8
    }
    bytes += brackets.utf8.suffix(1)
  }
}
