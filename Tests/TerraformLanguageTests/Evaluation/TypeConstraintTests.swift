import SourceText
import Syntax
import TerraformLanguage
import Testing

@Suite struct TypeConstraintTests {
  private func constraint(_ text: String) throws -> TypeConstraint {
    let tree = HCLParser.parseExpression(SourceFile(path: "variables.tf", text: text))
    return try TypeConstraint.read(#require(tree.expression))
  }

  private func value(_ text: String) throws -> TerraformValue { try TestModule().evaluate(text) }

  @Test(arguments: [
    ("string", TerraformType.string), ("any", .dynamic), ("list", .list(.dynamic)),
    (#""map""#, .map(.dynamic)), (#""string""#, .string), ("set(number)", .set(.number)),
    ("list(any)", .list(.dynamic)), ("tuple([bool, string])", .tuple([.bool, .string])),
    (
      "object({ a = string, b = optional(number) })",
      .object(["a": .string, "b": .number], optional: ["b"])
    ),
    ("map(object({}))", .map(.object([:]))),
  ])
  func `a type is read as it is written`(text: String, type: TerraformType) throws {
    #expect(try constraint(text).type == type)
  }

  @Test(arguments: [
    "strings", "set", "list()", "list(string, string)", "object([])", "optional(string)",
    "tuple(string)", "list(list)", "var.x", "1", #""set""#, "object({ (x) = string })",
  ])
  func `what is no type is an error where it stands`(text: String) {
    #expect(throws: TerraformError.self) { try constraint(text) }
  }

  @Test func `defaults fill absent and null attributes, and are owned by the type`() throws {
    let constraint = try constraint(
      "list(object({ name = string, cpu = optional(number, 256), env = optional(map(string), {}) }))"
    )
    let value = try constraint.apply(to: value(#"[{ name = "a" }, { name = "b", cpu = null }]"#))
    let first = try #require(value.elements?.first?.object)
    #expect(first["cpu"]?.number?.int == 256)
    #expect(first["cpu"]?.place == "variables.tf:1:53 256")
    #expect(first["env"]?.type == .map(.string))
    #expect(value.elements?.last?.object?["cpu"]?.number?.int == 256)
  }

  @Test func `defaults reach into objects that are defaults themselves`() throws {
    let constraint = try constraint(
      "object({ log = optional(object({ level = optional(string, \"info\"), to = string }), { to = \"x\" }) })"
    )
    let value = try constraint.apply(to: value("{}"))
    #expect(value.object?["log"]?.object?["level"]?.text == "info")
    #expect(value.object?["log"]?.object?["to"]?.text == "x")
  }

  @Test func `attributes that may be left out are null, at any depth`() throws {
    for type in ["list", "set", "map"] {
      let constraint = try constraint("\(type)(object({ a = string, b = optional(any) }))")
      let source = type == "map" ? "{ x = { a = 1 } }" : "[{ a = 1 }]"
      let element = try constraint.apply(to: value(source)).elements?.first?.object
      #expect(element?["a"]?.text == "1")
      #expect(element?["b"]?.isNull == true)
    }
  }

  @Test func `a value of another type is refused, an unknown one is typed`() throws {
    let constraint = try constraint("object({ a = string })")
    #expect(throws: TerraformError.self) { try constraint.apply(to: value("[]")) }
    let unknown = try constraint.apply(to: .unknown("x"))
    #expect(unknown.type == .object(["a": .string]))
    #expect(try constraint.apply(to: value("null")).isNull)
  }

  @Test func `a default may not depend on anything`() {
    #expect(throws: TerraformError.self) {
      try constraint("object({ a = optional(string, var.x) })")
    }
    #expect(throws: TerraformError.self) {
      try constraint("object({ a = optional(number, \"x\") })")
    }
  }

  @Test func `a type in JSON syntax is located at its string`() throws {
    let file = SourceFile(path: "variables.tf.json", text: #"{"type": "list(strin)"}"#)
    let node = try #require(JSONParser.parse(file).root?["type"])
    let error = #expect(throws: TerraformError.self) { try TypeConstraint.read(node) }
    #expect(error?.location == node.location)
  }
}
