import BigInt
import Glibc

extension FunctionLibrary {
  /// Functions of numbers.
  static let numeric: [String: FunctionDefinition] = [
    "abs": .init([.number], .number, absolute),
    "ceil": .init([.number], .number, ceiling),
    "floor": .init([.number], .number, floor),
    "log": .init([.number, .number], .number, logarithm),
    "max": .init([.init(.number)], rest: .init(.number), .type(.number), greatest),
    "min": .init([.init(.number)], rest: .init(.number), .type(.number), least),
    "parseint": .init([.string, .number], .number, parseInteger),
    "pow": .init([.number, .number], .number, power),
    "signum": .init([.number], .number, sign),
    "range": .init(
      [.init(.number)],
      rest: .init(.number),
      .type(.list(.number)),
      range
    ),
    "sum": .init([.init(.dynamic, .unknown)], .type(.number), sum),
  ]

  private static func absolute(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    let number = input.number(0)
    return try input.number(number.isNegative ? number.negated : number)
  }

  private static func ceiling(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    try input.number(input.number(0).ceiling)
  }

  private static func floor(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    try input.number(input.number(0).floor)
  }

  private static func sign(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    let number = input.number(0)
    return try input.number(
      TerraformNumber(number.isNegative ? -1 : number == TerraformNumber(0) ? 0 : 1)
    )
  }

  private static func greatest(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    try input.number(input.arguments.compactMap(\.number).max())
  }

  private static func least(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    try input.number(input.arguments.compactMap(\.number).min())
  }

  private static func logarithm(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    try input.number(TerraformNumber(log(input.number(0).double) / log(input.number(1).double)))
  }

  private static func power(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    try input.number(TerraformNumber(pow(input.number(0).double, input.number(1).double)))
  }

  private static func parseInteger(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    let base = try input.int(1)
    guard 2...62 ~= base else {
      throw input.invalid(
        1,
        en: "the base must lie between 2 and 62",
        ja: "基数は 2 から 62 まで"
      )
    }
    guard let value = integer(input.text(0), base: base) else {
      throw input.invalid(
        0,
        en: "it is not a whole number in base \(base)",
        ja: "\(base) 進の整数ではない"
      )
    }
    return try input.number(TerraformNumber(significand: value, exponent: 0))
  }

  /// The integer that `text` spells with digits, small letters and, above 36, capital letters.
  private static func integer(_ text: String, base: Int) -> BigInt? {
    var digits = text.utf8[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty, digits.count <= 1000 else { return nil }
    var value = BigInt(0)
    for digit in digits {
      guard let weight = weight(of: digit, base: base), weight < base else { return nil }
      value = value * BigInt(base) + BigInt(weight)
    }
    return isNegative ? -value : value
  }

  private static func weight(of digit: UInt8, base: Int) -> Int? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      Int(digit - UInt8(ascii: "A")) + (base > 36 ? 36 : 10)
    default: nil
    }
  }

  private static func range(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    guard input.count <= 3 else {
      throw input.failed(en: "it takes one to three numbers", ja: "引数は 1 個から 3 個まで")
    }
    let start = input.count > 1 ? input.number(0) : TerraformNumber(0)
    let end = input.number(input.count > 1 ? 1 : 0)
    let down = end < start
    let step = input.count > 2 ? input.number(2) : TerraformNumber(down ? -1 : 1)
    guard step != TerraformNumber(0), start == end || step.isNegative == down else {
      throw input.invalid(
        2,
        en: "the step must lead from the start to the end",
        ja: "刻みは開始から終了へ向かう値にする"
      )
    }
    var elements: [TerraformValue] = []
    var next = start
    while down ? next > end : next < end {
      guard elements.count < FunctionInput.elementLimit else {
        return input.tooLarge(.list(.number))
      }
      elements.append(TerraformValue(.number(next)))
      guard let sum = next.adding(step) else { throw .numberOutOfRange(at: input.location) }
      next = sum
    }
    return TerraformValue(.list(.number, elements))
  }

  private static func sum(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    if input[0].isUnknown { return input.unknown(.number) }
    switch input[0].content {
    case .list, .set, .tuple: break
    default:
      throw input.invalid(
        0,
        en: "a list, a set or a tuple is required",
        ja: "リスト、セット、タプルのいずれかが必要"
      )
    }
    var sum: TerraformNumber?
    var doubt: TerraformValue.Doubt?
    for element in input.elements(0) {
      guard let value = try? element.converted(to: .number), !value.isNull else {
        throw input.invalid(0, en: "its elements must be numbers", ja: "要素はすべて数でなければならない")
      }
      doubt = doubt ?? value.doubt
      sum = (sum ?? TerraformNumber(0)).adding(value.number ?? TerraformNumber(0))
      guard sum != nil else { throw .numberOutOfRange(at: input.location) }
    }
    if let doubt { return input.unknown(.number, doubt) }
    guard let sum else { throw input.invalid(0, en: "it is empty", ja: "空になっている") }
    return try input.number(sum)
  }
}
