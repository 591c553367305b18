import Inventory
import SourceText
import TerraformLanguage
import Testing

@Suite struct TerraformTextJSONTests {
  /// A template as it stands in a file, with `${name}` for what `holes` says.
  private struct Template {
    let file: SourceFile
    let rope: TerraformText

    init(_ text: String, holes: [String: TerraformText.Piece] = [:]) {
      file = SourceFile(path: "main.tf", text: text)
      var pieces: [TerraformText.Piece] = []
      var offset = 0
      for (index, part) in text.split(separator: "${", omittingEmptySubsequences: false)
        .enumerated()
      {
        var literal = part
        if index > 0, let end = part.firstIndex(of: "}") {
          pieces.append(holes[String(part[..<end])] ?? .unknown(.reason(.variable("x")), nil))
          literal = part[part.index(after: end)...]
          offset += 2 + part[...end].utf8.count
        }
        let range = SourceRange(offset, offset + literal.utf8.count)
        if !literal.isEmpty {
          pieces.append(
            .literal(
              String(literal),
              .init(SourceText.SourceLocation(file, range), isVerbatim: true)
            )
          )
        }
        offset += literal.utf8.count
      }
      rope = TerraformText(pieces)
    }

    func bytes(of location: SourceText.SourceLocation?) -> String? {
      location.flatMap { $0.file == file ? file.text($0.range) : nil }
    }
  }

  private let image = ResourceReference(
    ResourceID("aws_ecr_repository.web"),
    attribute: "repository_url"
  )

  @Test func `parts of a JSON text have the bytes that they are written with`() throws {
    let template = Template(
      #"[{"name": "web", "image": "${image}:v1", "cpu": 256}]"#,
      holes: ["image": .unknown(.reference(image), nil)]
    )
    let value = try template.rope.jsonValue()
    let container = try #require(value.elements?.first?.object)
    #expect(template.bytes(of: container["name"]?.origin) == #""web""#)
    #expect(template.bytes(of: container.member("cpu")?.key) == #""cpu""#)
    #expect(template.bytes(of: container["cpu"]?.origin) == "256")
    #expect(template.bytes(of: container["image"]?.origin) == #""${image}:v1""#)
    #expect(
      value.inventoryValue().list?.first?["image"]?.content
        == .partial([.reference(image), .literal(":v1")])
    )
  }

  @Test func `an unknown piece may stand for a value, and the rest stays known`() throws {
    let template = Template(#"{"cpu": ${cpu}, "list": [${a}, ${b}], "name": "web"}"#)
    let object = try #require(try template.rope.jsonValue().object)
    #expect(object["cpu"]?.isUnknown == true)
    #expect(object["list"]?.elements?.count == 2)
    #expect(object["name"]?.text == "web")
  }

  @Test func `a known piece is read where it belongs and owned where it is written`() throws {
    let variables = SourceFile(path: "variables.tf", text: "default = 512")
    let source = TerraformText.TextSource(
      SourceText.SourceLocation(variables, SourceRange(10, 13)),
      isVerbatim: true
    )
    let template = Template(
      #"{"memory": ${memory}, "tag": "${memory}"}"#,
      holes: ["memory": .literal("512", source)]
    )
    let object = try #require(try template.rope.jsonValue().object)
    #expect(object["memory"]?.number == TerraformNumber(512))
    #expect(object["memory"]?.origin == source.location)
    #expect(object["tag"]?.origin == source.location)
    #expect(template.bytes(of: object["tag"]?.via.first) == #""${memory}""#)
  }

  @Test func `an encoded value within a text keeps its structure`() throws {
    let inner = TerraformValue(
      .object(
        TerraformObject([
          .init("image", TerraformValue(.unknown(.string, .reference(image)))),
          .init("cpu", TerraformValue(.number(TerraformNumber(1)))),
        ])
      )
    )
    let template = Template("[${x}, ${x}]", holes: ["x": .json(inner)])
    let elements = try #require(try template.rope.jsonValue().elements)
    #expect(elements.count == 2)
    #expect(elements[1].object?["image"]?.isUnknown == true)
    #expect(elements[1].object?["cpu"]?.number == TerraformNumber(1))
  }

  @Test func `a fault is reported where it stands in the user's file`() {
    let template = Template("# a comment before\n[1, 2")
    let source = SourceText.SourceLocation(template.file, SourceRange(19, 24))
    let rope = TerraformText([.literal("[1, x]", .init(source, isVerbatim: true))])
    let error = #expect(throws: TerraformError.self) { try rope.jsonValue() }
    #expect(error?.code == "terraform.invalid-json")
    #expect(template.bytes(of: error?.location)?.first == "2")
  }

  @Test func `a decoded encoding is the value that was encoded`() throws {
    let value = TerraformValue(.list(.string, [TerraformValue(.string(TerraformText("a")))]))
    let text = try #require(value.jsonEncoded.rope)
    #expect(text.text == #"["a"]"#)
    #expect(try text.jsonValue().type == .tuple([.string]))
  }

  @Test func `text is escaped as Terraform escapes it`() {
    let value = TerraformValue(.string(TerraformText("<a & \"b\">\u{2028}\u{1}\n\\é/")))
    #expect(value.jsonText == #""\u003ca \u0026 \"b\"\u003e\u2028\u0001\n\\é/""#)
  }

  @Test func `secrets stay secrets in the inventory, with all that is within`() {
    let list = TerraformValue(
      .tuple([TerraformValue(.string(TerraformText("x")))]),
      marks: ["sensitive"]
    )
    let value = list.inventoryValue()
    #expect(value.isSensitive)
    #expect(value.list?.first?.isSensitive == true)
  }
}
