import TerraformLanguage
import Testing

@Suite struct TerraformNumberTests {
  private func number(_ text: String) throws -> TerraformNumber {
    try #require(TerraformNumber(text))
  }

  @Test(arguments: [
    ("01", "1"), ("1e3", "1000"), ("-1.50", "-1.5"), ("0.1", "0.1"), ("-0", "0"), (".5", "0.5"),
    ("9223372036854775808", "9223372036854775808"), ("1e-7", "0.0000001"),
    ("1e30", "1" + String(repeating: "0", count: 30)),
    ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
  ])
  func `a number is written as Terraform writes it`(literal: String, text: String) throws {
    #expect(try number(literal).text == text)
  }

  @Test(arguments: ["", "-", "0x10", "1e", "1 ", "a", "1e99999999", "--1", "1_000", "１"])
  func `what is no number is refused`(literal: String) {
    #expect(TerraformNumber(literal) == nil)
  }

  @Test func `equal numbers are one value, however they are written`() throws {
    #expect(try number("1.0") == number("1"))
    #expect(try number("2.50") == number("25e-1"))
    #expect(try number("1.5").adding(number("0.5")) == TerraformNumber(2))
  }

  @Test func `division rounds at 512 binary digits`() throws {
    let third = try #require(TerraformNumber(1).divided(by: TerraformNumber(3)))
    #expect(third.text == "0." + String(repeating: "3", count: 154) + "5")
    #expect(try #require(TerraformNumber(10).divided(by: TerraformNumber(4))).text == "2.5")
  }

  @Test func `integers grow beyond the machine's`() throws {
    let big = try #require(TerraformNumber(Int.max).multiplied(by: TerraformNumber(Int.max)))
    #expect(big.text == "85070591730234615847396907784232501249")
    #expect(big.subtracting(big) == TerraformNumber(0))
  }

  @Test func `a remainder has the sign of the dividend`() throws {
    #expect(TerraformNumber(-7).remainder(dividingBy: TerraformNumber(3)) == TerraformNumber(-1))
    #expect(try number("5.5").remainder(dividingBy: TerraformNumber(2))?.text == "1.5")
  }

  @Test func `floor and ceiling go down and up`() throws {
    #expect(try number("-1.2").floor == TerraformNumber(-2))
    #expect(try number("-1.2").ceiling == TerraformNumber(-1))
    #expect(try number("1.8").floor == TerraformNumber(1))
    #expect(try number("1.2") < number("1.25"))
  }
}
