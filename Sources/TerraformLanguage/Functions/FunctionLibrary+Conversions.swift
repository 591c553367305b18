import Inventory

extension FunctionLibrary {
  /// Functions that change the type of a value or its marks.
  static let conversions: [String: FunctionDefinition] = [
    "tobool": conversion(to: .bool),
    "tolist": conversion(to: .list(.dynamic)),
    "tomap": conversion(to: .map(.dynamic)),
    "tonumber": conversion(to: .number),
    "toset": conversion(to: .set(.dynamic)),
    "tostring": conversion(to: .string),
    "ephemeralasnull": .init([anything], .type(.dynamic), ephemeralAsNull),
    "issensitive": .init([anything], .type(.bool), isSensitive),
    "nonsensitive": .init([anything], .type(.dynamic), nonsensitive),
    "sensitive": .init([anything], .type(.dynamic), sensitive),
    "assumelistlength": .init([anything, .init(.number), .init(.number)], .type(.dynamic), asList),
    "assumelistlengthmin": .init([anything, .init(.number)], .type(.dynamic), asList),
    "assumelistlengthmax": .init([anything, .init(.number)], .type(.dynamic), asList),
    "assumesetlength": .init([anything, .init(.number), .init(.number)], .type(.dynamic), asSet),
    "assumesetlengthmin": .init([anything, .init(.number)], .type(.dynamic), asSet),
    "assumesetlengthmax": .init([anything, .init(.number)], .type(.dynamic), asSet),
    "flip_sensitive": .init([anything], .type(.dynamic), flipSensitive),
    "list": .init([], rest: anything, .type(.dynamic), list),
    "map": .init([], rest: anything, .type(.dynamic), map),
    "assumenotnull": .init([anything], .type(.dynamic), identity),
  ]

  private static let anything = FunctionDefinition.Parameter(.dynamic, [.null, .unknown, .marks])

  private static func conversion(to type: TerraformType) -> FunctionDefinition {
    FunctionDefinition([anything], .type(type)) { input throws(TerraformError) in
      do throws(TerraformError) {
        return try input[0].converted(to: type)
      } catch {
        throw input.invalid(
          0,
          en: "it cannot be converted to the type \(type.name)",
          ja: "型 \(type.name) に変換できない"
        )
      }
    }
  }

  private static func identity(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    input[0]
  }

  private static func asList(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    try input[0].converted(to: .list(.dynamic))
  }

  private static func asSet(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    try input[0].converted(to: .set(.dynamic))
  }

  private static func sensitive(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    input[0].asSensitive
  }

  private static func nonsensitive(_ input: FunctionInput) throws(TerraformError) -> TerraformValue
  {
    var value = input[0]
    value.marks.remove("sensitive")
    return value
  }

  private static func flipSensitive(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    var value = input[0]
    if value.marks.remove("sensitive") == nil { value.marks.insert("sensitive") }
    return value
  }

  /// What brackets were written as before they could hold any expression.
  private static func list(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    try TerraformValue(.tuple(input.arguments)).converted(to: .list(.dynamic))
  }

  /// What braces were written as before they could hold any expression.
  private static func map(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard input.count.isMultiple(of: 2) else {
      throw input.failed(en: "every key needs a value", ja: "値のないキーがある")
    }
    var members: [TerraformObject.Member] = []
    for index in stride(from: 0, to: input.count, by: 2) {
      guard let name = try input[index].converted(to: .string).text else {
        return input.unknown(.dynamic, input[index].doubt)
      }
      members.append(.init(name, input[index + 1], key: input[index].origin))
    }
    return try TerraformValue(.object(TerraformObject(members))).converted(to: .map(.dynamic))
  }

  private static func isSensitive(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    if input[0].marks.contains("sensitive") { return TerraformValue(.bool(true)) }
    return input[0].isUnknown ? input.unknown(.bool) : TerraformValue(.bool(false))
  }

  private static func ephemeralAsNull(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    withoutEphemeral(input[0])
  }

  /// The value with null for every part that is gone after a run.
  private static func withoutEphemeral(_ value: TerraformValue) -> TerraformValue {
    var value = value
    if value.marks.remove("ephemeral") != nil { return value.with(.null(value.type)) }
    switch value.content {
    case .unknown, .null, .bool, .number, .string: return value
    case .tuple(let elements): return value.with(.tuple(elements.map(withoutEphemeral)))
    case .list(let type, let elements):
      return value.with(.list(type, elements.map(withoutEphemeral)))
    case .set(let type, let elements):
      return value.with(.set(of: elements.map(withoutEphemeral), type))
    case .object(let object): return value.with(.object(object.mapValues(withoutEphemeral)))
    case .map(let type, let object):
      return value.with(.map(type, object.mapValues(withoutEphemeral)))
    }
  }
}
