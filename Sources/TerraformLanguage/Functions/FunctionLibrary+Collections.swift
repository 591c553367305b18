import Inventory

extension FunctionLibrary {
  /// Functions of lists, and of collections of any kind.
  static let collections: [String: FunctionDefinition] = [
    "alltrue": .init([.init(.list(.bool))], .type(.bool), allTrue),
    "anytrue": .init([.init(.list(.bool))], .type(.bool), anyTrue),
    "chunklist": .init([.init(.list(.dynamic), .marks), .init(.number)], .type(.dynamic), chunks),
    "coalesce": .init(
      [.init(.dynamic, [.null, .unknown, .marks])],
      rest: .init(.dynamic, [.null, .unknown, .marks]),
      .type(.dynamic),
      coalesce
    ),
    "coalescelist": .init(
      [.init(.dynamic, [.null, .unknown, .marks])],
      rest: .init(.dynamic, [.null, .unknown, .marks]),
      .type(.dynamic),
      coalesceList
    ),
    "compact": .init([.init(.list(.string))], .type(.list(.string)), compact),
    "concat": .init(
      [.init(.dynamic, [.unknown, .marks])],
      rest: .init(.dynamic, [.unknown, .marks]),
      .type(.dynamic),
      concat
    ),
    "contains": .init(
      [.init(.dynamic), .init(.dynamic, [.null, .unknown])],
      .type(.bool),
      contains
    ),
    "distinct": .init([.init(.list(.dynamic))], .argument(0), distinct),
    "element": .init(
      [.init(.dynamic, [.unknown, .marks]), .init(.number)],
      .type(.dynamic),
      element
    ),
    "flatten": .init([.init(.dynamic, .marks)], .type(.dynamic), flatten),
    "index": .init([.init(.dynamic), .init(.dynamic, .unknown)], .type(.number), index),
    "length": .init([.init(.dynamic, [.unknown, .marks])], .type(.number), length),
    "one": .init([.init(.dynamic, [.unknown, .marks])], .type(.dynamic), one),
    "reverse": .init([.init(.dynamic, .marks)], .argument(0), reverse),
    "slice": .init(
      [.init(.dynamic, .marks), .init(.number), .init(.number)],
      .type(.dynamic),
      slice
    ),
    "sort": .init([.init(.list(.string))], .type(.list(.string)), sort),
  ]

  private static func allTrue(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    try truth(input, deciding: false) { $0.isNull ? false : $0.bool }
  }

  private static func anyTrue(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    try truth(input, deciding: true) { $0.isNull ? false : $0.bool }
  }

  /// The value `deciding` as soon as one element has it, else the other one.
  private static func truth(
    _ input: FunctionInput,
    deciding: Bool,
    _ value: (TerraformValue) -> Bool?
  ) throws(TerraformError) -> TerraformValue {
    var isUnknown = false
    for element in input.elements(0) {
      switch value(element) {
      case deciding: return TerraformValue(.bool(deciding))
      case nil: isUnknown = true
      default: continue
      }
    }
    return isUnknown ? input.unknown(.bool) : TerraformValue(.bool(!deciding))
  }

  private static func chunks(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let size = try input.int(1)
    guard size >= 0 else {
      throw input.invalid(1, en: "the size must not be negative", ja: "大きさは 0 以上")
    }
    let (list, elements) = (input[0], input.elements(0))
    let width = size == 0 ? max(1, elements.count) : size
    let chunks = stride(from: 0, to: elements.count, by: width).map { start in
      TerraformValue(
        .list(
          list.type.element ?? .dynamic,
          Array(elements[start..<min(elements.count, start + width)])
        )
      )
    }
    return TerraformValue(.list(list.type, chunks), marks: list.marks)
  }

  /// The first argument that is neither null nor an empty text.
  private static func coalesce(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let type = TerraformType.elementType(of: input.arguments.map(\.type)) else {
      throw input.failed(en: "the arguments have no type in common", ja: "引数に共通の型がない")
    }
    for argument in input.arguments {
      let value = try argument.converted(to: type)
      if value.isNull { continue }
      if value.isUnknown { return value }
      guard let rope = value.rope else { return value }
      if rope.text == nil, rope.pieces.allSatisfy({ !$0.isKnown }) {
        return input.unknown(.string, rope.doubt).bearing(value.allMarks)
      }
      if rope.text != "" { return value }
    }
    throw input.failed(en: "all arguments are null or empty", ja: "引数がすべて null または空")
  }

  private static func coalesceList(_ input: FunctionInput) throws(TerraformError) -> TerraformValue
  {
    for (index, argument) in input.arguments.enumerated() {
      if argument.isNull { continue }
      if argument.isUnknown { return argument }
      guard let elements = try input.sequence(index) else { return argument }
      if !elements.isEmpty { return argument }
    }
    throw input.failed(en: "all lists are null or empty", ja: "リストがすべて null または空")
  }

  /// Without null and empty texts; a text of which a part is known is not empty.
  private static func compact(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var kept: [TerraformValue] = []
    for element in input.elements(0) where !element.isNull && element.text != "" {
      guard let rope = element.rope, rope.pieces.contains(where: \.isKnown) else {
        return input.unknown(.list(.string))
      }
      kept.append(element)
    }
    return TerraformValue(.list(.string, kept))
  }

  private static func concat(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var all: [TerraformValue] = []
    var isKnown = true
    for index in input.arguments.indices {
      guard let elements = try input.sequence(index) else {
        isKnown = false
        continue
      }
      all += elements
    }
    let marks = input.arguments.reduce(into: Set<String>()) { $0.formUnion($1.marks) }
    let lists = input.arguments.compactMap { argument -> TerraformType? in
      if case .list(let element) = argument.type { element } else { nil }
    }
    let areLists = lists.count == input.count
    let element = areLists ? TerraformType.elementType(of: lists) : nil
    guard isKnown else {
      return input.unknown(element.map { .list($0) } ?? .dynamic).bearing(marks)
    }
    guard all.count <= FunctionInput.elementLimit else { return input.tooLarge(.dynamic) }
    let tuple = TerraformValue(.tuple(all), marks: marks)
    return try element.map { type throws(TerraformError) in
      try tuple.converted(to: .list(type))
    } ?? tuple
  }

  private static func contains(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var doubt: TerraformValue.Doubt?
    for element in try input.sequence(0, allowingSets: true) ?? [] {
      switch element.isEqual(to: input[1]) {
      case true?: return TerraformValue(.bool(true))
      case nil: doubt = doubt ?? element.doubt ?? input[1].doubt
      case false?: continue
      }
    }
    return doubt.map { input.unknown(.bool, $0) } ?? TerraformValue(.bool(false))
  }

  private static func distinct(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard input[0].isKnown, case .list(let type, let elements) = input[0].content else {
      return input.unknown(input[0].type)
    }
    var groups: [SetKey: [TerraformValue]] = [:]
    let kept = elements.filter { element in
      let key = SetKey(element)
      let isNew = !groups[key, default: []].contains { $0.isEqual(to: element) == true }
      if isNew { groups[key, default: []].append(element) }
      return isNew
    }
    return TerraformValue(.list(type, kept))
  }

  /// The element at an index that wraps around.
  private static func element(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let index = try input.int(1)
    guard index >= 0 else {
      throw input.invalid(1, en: "the index must not be negative", ja: "インデックスは 0 以上")
    }
    guard let elements = try input.sequence(0) else {
      return input.unknown(input[0].type.element ?? .dynamic).bearing(input[0].marks)
    }
    guard !elements.isEmpty else {
      throw input.invalid(0, en: "the list is empty", ja: "リストが空")
    }
    return elements[index % elements.count].bearing(input[0].marks)
  }

  private static func flatten(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard try input.sequence(0, allowingSets: true) != nil else { return input.unknown(.dynamic) }
    var flat: [TerraformValue] = []
    var marks: Set<String> = []
    var doubt: TerraformValue.Doubt?
    Self.flatten(input[0], into: &flat, &marks, &doubt)
    if let doubt { return input.unknown(.dynamic, doubt).bearing(marks) }
    guard flat.count <= FunctionInput.elementLimit else { return input.tooLarge(.dynamic) }
    return TerraformValue(.tuple(flat), marks: marks)
  }

  private static func flatten(
    _ value: TerraformValue,
    into flat: inout [TerraformValue],
    _ marks: inout Set<String>,
    _ doubt: inout TerraformValue.Doubt?
  ) {
    marks.formUnion(value.marks)
    for element in value.elements ?? [] {
      switch element.content {
      case .tuple, .list, .set: flatten(element, into: &flat, &marks, &doubt)
      case .unknown(let type, let reason) where type.mayBeFlattened: doubt = doubt ?? reason
      default: flat.append(element)
      }
      if flat.count > FunctionInput.elementLimit { return }
    }
  }

  private static func index(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let elements = try input.sequence(0) else { return input.unknown(.number) }
    for (index, element) in elements.enumerated() {
      switch element.isEqual(to: input[1]) {
      case true?: return TerraformValue(.number(TerraformNumber(index)))
      case nil: return input.unknown(.number)
      case false?: continue
      }
    }
    throw input.failed(en: "the list does not hold the value", ja: "リストにその値がない")
  }

  private static func length(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let value = input[0]
    let count: Int?
    switch value.content {
    case .string(let rope): count = rope.text?.count
    case .set(_, let elements):
      count = elements.count > 1 && !value.isKnown ? nil : elements.count
    case .tuple(let elements), .list(_, let elements): count = elements.count
    case .object(let object), .map(_, let object): count = object.members.count
    case .unknown(.tuple(let types), _): count = types.count
    case .unknown(.object(let attributes, _), _): count = attributes.count
    case .unknown(let type, _) where type != .number && type != .bool: count = nil
    default:
      throw input.invalid(
        0,
        en: "a string or a collection is required",
        ja: "文字列かコレクションが必要"
      )
    }
    let result = count.map { TerraformValue(.number(TerraformNumber($0))) }
    return (result ?? input.unknown(.number)).bearing(value.marks)
  }

  /// The only element, or null.
  private static func one(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let value = input[0]
    if case .set(let type, let elements) = value.content, elements.count > 1, !value.isKnown {
      return input.unknown(type).bearing(value.marks)
    }
    if case .unknown(.tuple(let types), _) = value.content, types.count > 1 { throw notOne(input) }
    guard let elements = try input.sequence(0, allowingSets: true) else {
      return input.unknown(value.type.element ?? .dynamic).bearing(value.marks)
    }
    guard elements.count <= 1 else { throw notOne(input) }
    let null = TerraformValue(.null(value.type.element ?? .dynamic))
    return (elements.first ?? null).bearing(value.marks)
  }

  private static func notOne(_ input: FunctionInput) -> TerraformError {
    input.invalid(0, en: "it has more than one element", ja: "要素が 2 つ以上ある")
  }

  private static func reverse(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let value = input[0]
    let elements = Array((try input.sequence(0, allowingSets: true) ?? []).reversed())
    switch value.content {
    case .tuple: return TerraformValue(.tuple(elements), marks: value.marks)
    case .set(let type, _):
      return TerraformValue(.list(type, elements), marks: value.allMarks)
    default:
      return TerraformValue(.list(value.type.element ?? .dynamic, elements), marks: value.marks)
    }
  }

  private static func slice(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let (start, end) = (try input.int(1), try input.int(2))
    let elements = try input.sequence(0) ?? []
    guard 0 <= start, start <= end, end <= elements.count else {
      throw input.invalid(
        start < 0 || start > elements.count ? 1 : 2,
        en: "the indices must lie within the list, the start before the end",
        ja: "インデックスはリストの範囲内で、開始は終了以下にする"
      )
    }
    let part = Array(elements[start..<end])
    if case .list(let type, _) = input[0].content {
      return TerraformValue(.list(type, part), marks: input[0].marks)
    }
    return TerraformValue(.tuple(part), marks: input[0].marks)
  }

  private static func sort(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let elements = input.elements(0)
    guard elements.allSatisfy({ !$0.isNull }) else {
      throw input.invalid(0, en: "an element is null", ja: "null の要素がある")
    }
    guard input[0].isKnown else { return input.unknown(.list(.string)) }
    let sorted = elements.map { (key: Array(($0.text ?? "").utf8), value: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return TerraformValue(.list(.string, sorted.map(\.value)))
  }
}

extension FunctionInput {
  /// The elements of the list or tuple at `index`; `nil` where it is not known.
  ///
  /// - Parameters:
  ///   - index: which argument
  ///   - allowingSets: whether it may be a set as well
  /// - Returns: the elements in order
  /// - Throws: for anything else
  func sequence(
    _ index: Int,
    allowingSets: Bool = false
  ) throws(TerraformError) -> [TerraformValue]? {
    switch arguments[index].content {
    case .list(_, let elements), .tuple(let elements): return elements
    case .set(_, let elements) where allowingSets: return elements
    case .unknown(.dynamic, _), .unknown(.list, _), .unknown(.tuple, _): return nil
    case .unknown(.set, _) where allowingSets: return nil
    default:
      throw invalid(
        index,
        en: allowingSets ? "a list, a set or a tuple is required" : "a list or a tuple is required",
        ja: allowingSets ? "リスト、セット、タプルのいずれかが必要" : "リストかタプルが必要"
      )
    }
  }
}

extension TerraformType {
  /// Whether `flatten` would take the elements out of a value of the type.
  fileprivate var mayBeFlattened: Bool {
    switch self {
    case .dynamic, .list, .set, .tuple: true
    case .bool, .number, .string, .map, .object: false
    }
  }
}
