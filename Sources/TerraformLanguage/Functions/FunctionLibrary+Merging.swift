import Inventory

extension FunctionLibrary {
  /// Functions of maps and objects.
  static let merging: [String: FunctionDefinition] = [
    "keys": .init([.init(.dynamic, [.unknown, .marks])], .type(.dynamic), keys),
    "lookup": .init(
      [
        .init(.dynamic, .marks), .init(.string, .unknown),
        .init(.dynamic, [.null, .unknown, .marks]),
      ],
      optional: 1,
      .type(.dynamic),
      lookup
    ),
    "matchkeys": .init(
      [.init(.list(.dynamic)), .init(.list(.dynamic)), .init(.list(.dynamic))],
      .argument(0),
      matchKeys
    ),
    "merge": .init(
      [],
      rest: .init(.dynamic, [.null, .unknown, .marks]),
      .type(.dynamic),
      merge
    ),
    "transpose": .init([.map(.list(.string))], .map(.list(.string)), transpose),
    "values": .init([.init(.dynamic, [.unknown, .marks])], .type(.dynamic), values),
    "zipmap": .init(
      [.init(.list(.string), .unknown), .init(.dynamic, [.unknown, .marks])],
      .type(.dynamic),
      zipMap
    ),
  ]

  private static func keys(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let value = input[0]
    switch value.content {
    case .map(_, let object):
      return TerraformValue(.list(.string, object.members.map(\.keyValue)), marks: value.marks)
    case .object(let object):
      return TerraformValue(.tuple(object.members.map(\.keyValue)), marks: value.marks)
    case .unknown(.object(let attributes, _), _):
      let names = attributes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return TerraformValue(.tuple(names.map { input.string($0) }), marks: value.marks)
    case .unknown(.map, _): return input.unknown(.list(.string)).bearing(value.marks)
    case .unknown(.dynamic, _): return input.unknown(.dynamic).bearing(value.marks)
    default: throw notMap(0, input)
    }
  }

  private static func values(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let value = input[0]
    switch value.content {
    case .map(let type, let object):
      return TerraformValue(.list(type, object.members.map(\.value)), marks: value.marks)
    case .object(let object):
      return TerraformValue(.tuple(object.members.map(\.value)), marks: value.marks)
    case .unknown(.object(let attributes, _), _):
      let names = attributes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return input.unknown(.tuple(names.compactMap { attributes[$0] })).bearing(value.marks)
    case .unknown(.map(let type), _): return input.unknown(.list(type)).bearing(value.marks)
    case .unknown(.dynamic, _): return input.unknown(.dynamic).bearing(value.marks)
    default: throw notMap(0, input)
    }
  }

  private static func notMap(_ index: Int, _ input: FunctionInput) -> TerraformError {
    input.invalid(index, en: "a map or an object is required", ja: "マップかオブジェクトが必要")
  }

  private static func lookup(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let object = input[0].object else { throw notMap(0, input) }
    let type = input[0].type.element
    guard let key = input[1].text else {
      return input.unknown(type ?? .dynamic).bearing(input[0].marks)
    }
    if let value = object.attribute(key) { return value.bearing(input[0].marks) }
    guard input.count > 2 else {
      throw input.failed(
        en: "the map lacks the key, and there is no default",
        ja: "マップにキーがなく、デフォルト値もない"
      )
    }
    return try input[2].converted(to: type ?? .dynamic).bearing(input[0].marks)
  }

  private static func matchKeys(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let type = input[0].type
    let (values, count) = (input.elements(0), input.elements(1).count)
    guard values.count == count else {
      throw input.failed(
        en: "there must be as many keys as values",
        ja: "キーと値の数が同じでなければならない"
      )
    }
    guard let common = TerraformType.unified([input[1].type, input[2].type]) else {
      throw input.failed(en: "the keys have no type in common", ja: "キーに共通の型がない")
    }
    guard input[0].isKnown, input[1].isKnown else { return input.unknown(type) }
    let keys = try input[1].converted(to: common).elements ?? []
    let wanted = try input[2].converted(to: common).elements ?? []
    let groups = Dictionary(grouping: wanted) { SetKey($0) }
    let kept = zip(keys, values).filter { key, _ in
      groups[SetKey(key), default: []].contains { $0.isEqual(to: key) == true }
    }
    return TerraformValue(.list(type.element ?? .dynamic, kept.map(\.1)))
  }

  /// The members of all; of those with one name the last counts, and null is nothing.
  private static func merge(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    var members: [TerraformObject.Member] = []
    var doubt: TerraformValue.Doubt?
    let marks = input.arguments.reduce(into: Set<String>()) { $0.formUnion($1.marks) }
    for (index, argument) in input.arguments.enumerated() where !argument.isNull {
      switch argument.content {
      case .map(_, let object), .object(let object): members += object.members
      case .unknown(.dynamic, let reason), .unknown(.map, let reason),
        .unknown(.object, let reason):
        doubt = doubt ?? reason
      default: throw notMap(index, input)
      }
      guard members.count <= FunctionInput.elementLimit else { return input.tooLarge(.dynamic) }
    }
    let type = mapType(of: input.arguments)
    if let doubt { return input.unknown(type ?? .dynamic, doubt).bearing(marks) }
    let resource = input.arguments.lazy.compactMap { $0.object?.resource }.first
    let object = TerraformObject(members, resource: resource)
    guard let element = type?.element else { return TerraformValue(.object(object), marks: marks) }
    return TerraformValue(.map(element, object), marks: marks)
  }

  /// The type of maps that are all of one type; null counts where there is nothing else.
  private static func mapType(of arguments: [TerraformValue]) -> TerraformType? {
    let known = arguments.filter { !$0.isNull }
    let types = Set((known.isEmpty ? arguments : known).map(\.type))
    guard types.count == 1, case .map = types.first else { return nil }
    return types.first
  }

  private static func transpose(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard input[0].isKnown else { return input.unknown(.map(.list(.string))) }
    var names: [String: [TerraformValue]] = [:]
    for member in input[0].members ?? [] {
      guard let elements = member.value.elements, elements.allSatisfy({ !$0.isNull }) else {
        throw input.invalid(0, en: "a list or an element is null", ja: "null のリストか要素がある")
      }
      for element in elements { names[element.text ?? "", default: []].append(member.keyValue) }
    }
    let members = names.map { name, keys in
      TerraformObject.Member(name, TerraformValue(.list(.string, keys)))
    }
    return TerraformValue(.map(.list(.string), TerraformObject(members)))
  }

  private static func zipMap(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let (keys, values) = (input[0], input[1])
    let element = values.type.element
    guard let elements = try input.sequence(1) else {
      return input.unknown(element.map { .map($0) } ?? .dynamic).bearing(values.marks)
    }
    guard keys.isKnown, let names = keys.elements else {
      return input.unknown(element.map { .map($0) } ?? .dynamic).bearing(values.marks)
    }
    guard names.count == elements.count else {
      throw input.failed(
        en: "there must be as many keys as values",
        ja: "キーと値の数が同じでなければならない"
      )
    }
    guard names.allSatisfy({ !$0.isNull }) else {
      throw input.invalid(0, en: "a key is null", ja: "null のキーがある")
    }
    let object = TerraformObject(
      zip(names, elements).map { TerraformObject.Member($0.text ?? "", $1, key: $0.origin) }
    )
    guard let element else { return TerraformValue(.object(object), marks: values.marks) }
    return TerraformValue(.map(element, object), marks: values.marks)
  }
}

extension TerraformObject.Member {
  /// The name as a value, owned by the bytes of the key.
  fileprivate var keyValue: TerraformValue {
    let source = key.map { TerraformText.TextSource($0, isVerbatim: false) }
    return TerraformValue(.string(TerraformText(name, from: source)), at: key)
  }
}
