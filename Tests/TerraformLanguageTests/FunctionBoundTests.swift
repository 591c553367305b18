import Inventory
import SourceText
import TerraformLanguage
import Testing

/// No argument makes a function crash, hang or fill the memory.
@Suite struct FunctionBoundTests {
  private static func text(_ text: String) -> TerraformValue {
    TerraformValue(.string(TerraformText(text)))
  }
  private static func number(_ literal: String) -> TerraformValue {
    TerraformValue(.number(TerraformNumber(literal) ?? TerraformNumber(0)))
  }

  /// Values that functions do not expect.
  private static let oddities: [TerraformValue] = {
    let unknown = TerraformValue(.unknown(.dynamic, .reason(.variable("x"))))
    let partial = TerraformText([
      .literal("%s{\"a\":", nil), .unknown(.reason(.variable("x")), nil),
    ])
    let member = TerraformObject.Member("a", unknown)
    return [
      TerraformValue(.null(.dynamic)), unknown,
      TerraformValue(.unknown(.string, .reason(.variable("x")))),
      TerraformValue(.bool(true)), number("0"), number("-1"), number("1.5"),
      number("9223372036854775807"),
      number("-9223372036854775808"), number("1e40"), number("0.1"), text(""), text("/(/"),
      text("%[9]d %5.3q"),
      text("2001:db8::/32"), text("10.0.0.0/8"), text("2024-02-29T23:59:59.5-23:59"),
      text("-1h2.5m"),
      text("H4sIAAAAAAAA/8tIzcnJBwCGphA2BQAAAA=="), text("a,\"b\n,c"), text("- a: [b\n"),
      text("'YYYY"),
      text("\u{E000}0\u{E001}é\u{301}"), TerraformValue(.string(partial)),
      TerraformValue(.tuple([])),
      TerraformValue(.tuple([text("a"), unknown, TerraformValue(.null(.dynamic))])),
      TerraformValue(.list(.string, [text("b"), text("a")])),
      TerraformValue(.set(of: [number("1")], .number)),
      TerraformValue(.object(TerraformObject([member]))),
      TerraformValue(.map(.dynamic, TerraformObject([member]))),
      TerraformValue(
        .object(TerraformObject(resource: ResourceID("aws_vpc.main"))),
        marks: ["sensitive"]
      ),
    ]
  }()

  @Test(arguments: FunctionLibrary.names.sorted())
  func `a function takes whatever it is called with`(name: String) {
    let odd = Self.oddities
    var calls: [[TerraformValue]] = [[]] + odd.map { [$0] }
    for (index, left) in odd.enumerated() {
      for offset in [0, 4, 15, 22] {
        let middle = odd[(index + offset) % odd.count]
        calls.append([left, middle])
        calls.append([left, middle, odd[(index * 5 + offset) % odd.count]])
      }
      calls.append([left, left, left, left])
    }
    for arguments in calls {
      _ = try? FunctionLibrary.call(FunctionCall(name, arguments), NoFiles())
    }
  }

  private func call(_ name: String, _ arguments: TerraformValue...) throws -> TerraformValue {
    try FunctionLibrary.call(FunctionCall(name, arguments), NoFiles())
  }

  @Test func `results that would be too large are unknown, and say so`() throws {
    let letters = Self.text(String(repeating: "a", count: 100_000))
    let range = try call("range", Self.number("1e9"))
    #expect(range.content == .unknown(.list(.number), .reason(.tooLarge("range"))))
    #expect(try call("replace", letters, Self.text("a"), letters).isUnknown)
    #expect(try call("replace", letters, Self.text("/a/"), letters).isUnknown)
    #expect(
      try call("indent", Self.number("100000"), Self.text(String(repeating: "\n", count: 1000)))
        .isUnknown
    )
    let wide = Self.text(String(repeating: "%99999s", count: 1000))
    #expect(throws: TerraformError.self) { try call("format", wide) }
    let hundreds = try call("range", Self.number("400"))
    #expect(try call("setproduct", hundreds, hundreds).isUnknown)
  }

  @Test func `JSON that is encoded again and again comes to an end`() throws {
    var value = Self.text("\"")
    for _ in 0..<60 { value = try call("jsonencode", value) }
    #expect(try call("sha256", value).content == .unknown(.string, .reason(.tooLarge("sha256"))))
  }
}
