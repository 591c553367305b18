import Inventory
import SourceText
import TerraformLanguage
import Testing

/// What is not known in one place leaves everything around it known.
@Suite struct PartialValueTests {
  private let roots: [String: TerraformValue] = [
    "u": .unknown("u"),
    "repo": TerraformValue(.object(TerraformObject(resource: ResourceID("aws_ecr_repository.a")))),
  ]

  private func value(_ expression: String) throws -> TerraformValue {
    try TestModule(roots: roots).evaluate(expression)
  }

  private func attribute(_ name: String) -> TerraformValue.Doubt {
    .reference(ResourceReference(ResourceID("aws_ecr_repository.a"), attribute: name))
  }

  @Test func `an unknown member leaves its siblings known`() throws {
    let object = try #require(
      value("{ image = repo.repository_url, cpu = 1, tags = [u, \"b\"] }").object
    )
    #expect(object["image"]?.doubt == attribute("repository_url"))
    #expect(object["cpu"]?.number?.int == 1)
    #expect(object["tags"]?.elements?.last?.text == "b")
  }

  @Test func `parts of an attribute of a resource are named`() throws {
    #expect(try value("repo.network[0].id").doubt == attribute("network[0].id"))
    #expect(try value("repo.tags[\"Name\"]").doubt == attribute("tags[Name]"))
  }

  @Test func `a template has holes`() throws {
    let rope = try #require(value("\"${repo.url}:${u ? \"a\" : \"b\"}-v1\"").rope)
    #expect(rope.pieces.count == 4)
    guard case .unknown(attribute("url"), _) = rope.pieces[0] else {
      Issue.record("\(rope.pieces[0])")
      return
    }
    guard case .unknown(.reason(.variable("u")), _) = rope.pieces[2] else {
      Issue.record("\(rope.pieces[2])")
      return
    }
    #expect(rope.pieces[3].text == "-v1")
  }

  @Test func `an undecided condition leaves known what both results agree on`() throws {
    let object = try #require(
      value(
        """
        u ? { name = "web", cpu = 1, ports = [80, 443], only = 1 }
          : { name = "web", cpu = 2, ports = [80, 8443] }
        """
      ).object
    )
    #expect(object["name"]?.text == "web")
    #expect(object["cpu"]?.type == .number)
    #expect(object["cpu"]?.doubt == .reason(.variable("u")))
    #expect(object["ports"]?.elements?.first?.number?.int == 80)
    #expect(object["ports"]?.elements?.last?.isUnknown == true)
    #expect(object["only"]?.isUnknown == true)
  }

  @Test(arguments: ["u ? [] : [1]", "u ? 1 : null", "u ? { a = 1 } : [1]", "u ? \"a\" : \"b\""])
  func `results without a common shape are unknown for the condition's reason`(
    text: String
  ) throws {
    let value = TestModule("result = \(text)", roots: roots).value("result")
    #expect(value?.isUnknown == true)
    #expect(value?.doubt == .reason(.variable("u")))
  }

  @Test func `an error in a result that may not be taken comes to nothing`() throws {
    let module = TestModule(
      "result = length == 0 ? null : { a = [1][3], b = 2 }\nother = u ? { a = [][0], b = 2 } : { b = 2 }",
      roots: roots.merging(["length": TerraformValue(.number(TerraformNumber(0)))]) { $1 }
    )
    #expect(module.value("result")?.isNull == true)
    #expect(module.value("other")?.object?["b"]?.number?.int == 2)
    #expect(module.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("[for x in u : x]", true), ("u[*].name", true),
    ("{ for k in [\"a\"] : \"${u}${k}\" => 1 }", true),
    ("[for x in [1, 2] : x if u]", true), ("null[*]", false), ("{ (u) = 1 }", true),
    ("u && false", false), ("false && u", false), ("u || true", false), ("u && true", true),
    ("u == u", true), ("u.a.b[0]", true), ("[1, 2][u]", true), ("try(u.a, 1)", true),
    ("can(u.a)", true), ("can([u][1])", false), ("try([u][1], 1)", false),
  ])
  func `some values are unknown as a whole`(text: String, isUnknown: Bool) throws {
    let value = try value(text)
    #expect(value.isUnknown == isUnknown)
    if isUnknown { #expect(value.doubt == .reason(.variable("u"))) }
  }

  @Test func `loops keep unknown elements apart`() throws {
    let value = try value(
      "[for x in [{ n = u, c = 1 }, { n = \"b\", c = 2 }] : { n = x.n, c = x.c }]"
    )
    #expect(value.elements?.count == 2)
    #expect(value.elements?.first?.object?["n"]?.isUnknown == true)
    #expect(value.elements?.first?.object?["c"]?.number?.int == 1)
    #expect(try self.value("[{ n = u }, { n = 2 }][*].n").elements?.last?.number?.int == 2)
  }

  @Test func `a member that may be left out is unknown, the others are not`() throws {
    let object = try #require(
      value("{ for k, v in { a = 1, b = 2, c = 3 } : k => v if k == \"a\" || k == \"b\" && u }")
        .object
    )
    #expect(object.members.map(\.name) == ["a", "b"])
    #expect(object["a"]?.number?.int == 1)
    #expect(object["b"]?.doubt == .reason(.variable("u")))
  }

  @Test func `an error takes nothing with it but its own element`() throws {
    let module = TestModule(
      """
      locals { list = [1] }
      result = { a = [local.list[5], 2], b = local.list.name, c = local.none, d = "x${null}y" }
      """
    )
    let object = try #require(module.value("result")?.object)
    #expect(object["a"]?.elements?.first?.isUnknown == true)
    #expect(object["a"]?.elements?.last?.number?.int == 2)
    #expect(object["b"]?.isUnknown == true)
    #expect(object["c"]?.doubt == .reason(.undefined("local.none")))
    #expect(object["d"]?.rope?.pieces.count == 3)
    #expect(
      module.diagnostics.map { "\($0.code) \($0.location?.described ?? "")" } == [
        "terraform.invalid-index main.tf:2:28 5",
        "terraform.unsupported-attribute main.tf:2:51 name",
        "terraform.undeclared main.tf:2:61 local",
        "terraform.null-in-template main.tf:2:81 null",
      ]
    )
  }

  @Test func `marks spread to all that is made of a value`() throws {
    let secret = TerraformValue(
      .object(TerraformObject([.init("key", TerraformValue(.string(TerraformText("k"))))])),
      marks: ["sensitive"]
    )
    let module = TestModule(roots: ["secret": secret])
    for text in [
      "secret.key", "secret[\"key\"]", "\"a${secret.key}\"", "secret.key == \"k\"",
      "true ? \"a\" : secret.key", "[for k, v in secret : v]", "{ (secret.key) = 1 }",
    ] {
      #expect(try module.evaluate(text).marks == ["sensitive"], "\(text)")
    }
    #expect(try module.evaluate("[secret.key]").marks == [])
    #expect(try module.evaluate("[secret.key]").allMarks == ["sensitive"])
  }
}
