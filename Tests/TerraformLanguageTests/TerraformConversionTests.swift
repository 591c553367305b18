import Inventory
import SourceText
import TerraformLanguage
import Testing

@Suite struct TerraformConversionTests {
  private let place = SourceText.SourceLocation(
    SourceFile(path: "main.tf", text: "[1, true]"),
    SourceRange(1, 2)
  )

  private func text(_ text: String) -> TerraformValue {
    TerraformValue(.string(TerraformText(text)))
  }
  private func number(_ int: Int) -> TerraformValue {
    TerraformValue(.number(TerraformNumber(int)))
  }
  private func object(_ members: (String, TerraformValue)...) -> TerraformValue {
    TerraformValue(.object(TerraformObject(members.map { .init($0.0, $0.1) })))
  }

  @Test func `elements take one type and keep their places`() throws {
    let one = TerraformValue(.number(TerraformNumber(1)), at: place, marks: ["sensitive"])
    let tuple = TerraformValue(.tuple([one, text("x"), TerraformValue(.bool(true))]))
    let list = try tuple.converted(to: .list(.dynamic))
    #expect(list.type == .list(.string))
    #expect(list.elements?.compactMap(\.text) == ["1", "x", "true"])
    #expect(list.elements?.first?.origin == place)
    #expect(list.elements?.first?.marks == ["sensitive"])
  }

  @Test func `an unknown element does not make the list unknown`() throws {
    let unknown = TerraformValue(.unknown(.dynamic, .reason(.variable("x"))))
    let list = try TerraformValue(.tuple([unknown, text("a")])).converted(to: .list(.dynamic))
    #expect(list.type == .list(.string))
    #expect(list.elements?.first?.type == .string)
    #expect(list.elements?.first?.isUnknown == true)
  }

  @Test func `sets are in order and hold each element once`() throws {
    let tuple = TerraformValue(.tuple([text("b"), text("a"), text("b"), text("B")]))
    let set = try tuple.converted(to: .set(.string))
    #expect(set.elements?.compactMap(\.text) == ["B", "a", "b"])
    let numbers = try TerraformValue(.tuple([number(10), number(9), number(10)])).converted(
      to: .set(.dynamic)
    )
    #expect(numbers.elements?.compactMap(\.number?.int) == [9, 10])
  }

  @Test func `an object takes the attributes of its type`() throws {
    let type = TerraformType.object(["a": .string, "b": .list(.string)], optional: ["b"])
    let value = try object(("a", number(1)), ("z", number(2))).converted(to: type)
    #expect(value.object?["a"]?.text == "1")
    #expect(value.object?["b"]?.isNull == true)
    #expect(value.object?["z"] == nil)
    #expect(throws: TerraformError.self) { try object(("b", number(1))).converted(to: type) }
  }

  @Test func `attributes of a resource that are not given are known after deployment`() throws {
    let id = ResourceID("aws_iam_role.task")
    let value = TerraformValue(.object(TerraformObject(resource: id)))
    let converted = try value.converted(to: .object(["arn": .string]))
    let reference = ResourceReference(id, attribute: "arn")
    #expect(converted.object?["arn"]?.content == .unknown(.string, .reference(reference)))
  }

  @Test(arguments: [
    ([TerraformType.number, .string], TerraformType?.some(.string)), ([.number, .bool], nil),
    ([.list(.number), .tuple([.string])], .list(.number)), ([.dynamic, .string], .dynamic),
    ([.object(["a": .number]), .object(["b": .string])], .map(.string)),
    ([.object(["a": .number]), .object(["a": .string])], .object(["a": .string])),
    ([.tuple([.string]), .tuple([])], .list(.string)), ([.object([:]), .tuple([])], nil),
    ([.set(.string), .list(.string)], .list(.string)),
  ])
  func `types unify as Terraform unifies them`(types: [TerraformType], expected: TerraformType?) {
    #expect(TerraformType.unified(types) == expected)
  }

  @Test func `values are equal by type and content, not by place`() {
    #expect(text("1").isEqual(to: number(1)) == false)
    #expect(TerraformValue(.number(TerraformNumber(1)), at: place).isEqual(to: number(1)) == true)
    let unknown = TerraformValue(.unknown(.string, .reason(.variable("x"))))
    #expect(
      TerraformValue(.tuple([unknown, number(1)])).isEqual(
        to: .init(.tuple([text("a"), number(1)]))
      ) == nil
    )
    #expect(
      TerraformValue(.tuple([unknown, number(1)])).isEqual(
        to: .init(.tuple([text("a"), number(2)]))
      ) == false
    )
    let partial = TerraformValue(
      .string(TerraformText([.literal("arn:", nil), .unknown(.reason(.variable("x")), nil)]))
    )
    #expect(partial.isEqual(to: text("vpc-1")) == false)
    #expect(partial.isEqual(to: text("arn:x")) == nil)
  }
}
