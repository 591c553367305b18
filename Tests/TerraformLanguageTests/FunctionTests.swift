import Inventory
import SourceText
import TerraformLanguage
import Testing

@Suite struct FunctionTests {
  private let main = SourceFile(path: "main.tf", text: #"image = "nginx:1.27", port = 80"#)
  private let repository = ResourceReference(ResourceID("aws_ecr_repository.web"), attribute: "url")

  private func place(_ start: Int, _ end: Int) -> SourceText.SourceLocation {
    SourceText.SourceLocation(main, SourceRange(start, end))
  }
  private func text(_ text: String) -> TerraformValue {
    TerraformValue(.string(TerraformText(text)))
  }
  private func number(_ literal: String) throws -> TerraformValue {
    TerraformValue(.number(try #require(TerraformNumber(literal))))
  }
  private func call(
    _ name: String,
    _ arguments: TerraformValue...,
    in context: any FunctionContext = NoFiles()
  ) throws -> TerraformValue {
    try FunctionLibrary.call(FunctionCall(name, arguments, at: place(0, 5)), context)
  }

  @Test func `format and join keep what is known of a text`() throws {
    let unknown = TerraformValue(.unknown(.string, .reference(repository)))
    let image = try call("format", text("%s:%s"), unknown, text("v1"))
    #expect(image.inventoryValue().content == .partial([.reference(repository), .literal(":v1")]))
    let joined = try call("join", text(","), TerraformValue(.tuple([image, text("b")])))
    #expect(
      joined.inventoryValue().content == .partial([.reference(repository), .literal(":v1,b")])
    )
  }

  @Test func `containers joined as JSON texts are read one by one`() throws {
    let container = TerraformValue(.object(TerraformObject([.init("cpu", try number("10"))])))
    let list = TerraformValue(
      .tuple([try call("jsonencode", container), try call("jsonencode", container)])
    )
    let text = try call("format", text("[%s]"), try call("join", text(","), list))
    let value = try call("jsondecode", text)
    #expect(value.elements?.compactMap { $0.object?["cpu"]?.number?.int } == [10, 10])
  }

  @Test func `members of merged and joined collections keep their places`() throws {
    let image = TerraformValue(
      .string(TerraformText("nginx:1.27")),
      at: place(8, 20),
      via: [place(0, 5)]
    )
    let key = place(0, 5)
    let left = TerraformValue(.object(TerraformObject([.init("image", text("old"))])))
    let right = TerraformValue(.object(TerraformObject([.init("image", image, key: key)])))
    let merged = try #require(try call("merge", left, right).object)
    #expect(merged.member("image") == .init("image", image, key: key))
    let lists = try call(
      "concat",
      TerraformValue(.tuple([image])),
      TerraformValue(.tuple([text("b")]))
    )
    #expect(lists.elements?.first == image)
    #expect(try call("element", lists, try number("2")) == image)
  }

  @Test func `a file is read byte by byte, and its YAML has places in it`() throws {
    let file = SourceFile(path: "app.yaml", text: "name: web\nports: [80, 443]\n")
    let value = try call(
      "yamldecode",
      try call("file", text("app.yaml"), in: OneFile(contents: file))
    )
    let port = try #require(value.object?["ports"]?.elements?.last)
    #expect(port.number?.int == 443)
    #expect(port.origin.map { file.text($0.range) } == "443")
    #expect(port.origin?.file == file)
  }

  @Test func `YAML is understood as Terraform understands it`() throws {
    let yaml = "Version: 2012-10-17\nports: [22:22, 0x10, 010, 089, 1_000]\nflags: [y, yes, ~]\n"
    let value = try call("yamldecode", text(yaml))
    #expect(
      value.jsonText
        == #"{"Version":"2012-10-17T00:00:00Z","flags":[true,true,null],"ports":["22:22","0x10",10,89,1000]}"#
    )
  }

  @Test func `an unknown part of YAML leaves the rest known`() throws {
    let yaml = try call(
      "format",
      text("image: %s:v1\nrole: %s\nenv: %v\n"),
      TerraformValue(.unknown(.string, .reference(repository))),
      TerraformValue(.unknown(.string, .reference(repository))),
      TerraformValue(.tuple([text("a")]))
    )
    let object = try #require(try call("yamldecode", yaml).object)
    #expect(
      object["image"]?.inventoryValue().content
        == .partial([.reference(repository), .literal(":v1")])
    )
    #expect(object["role"]?.isUnknown == true)
    #expect(object["env"]?.elements?.first?.text == "a")
  }

  @Test func `marks of arguments go over to results`() throws {
    let secret = try call("sensitive", text("a"))
    #expect(try call("upper", secret).marks == ["sensitive"])
    #expect(try call("nonsensitive", try call("upper", secret)).marks.isEmpty)
    #expect(try call("length", TerraformValue(.tuple([secret]))).marks.isEmpty)
  }

  @Test func `a name that is no function is corrected`() {
    let error = #expect(throws: TerraformError.self) { try call("jsonencod", text("")) }
    #expect(error?.isStatic == true)
    #expect(error?.text.en.contains("jsonencode()") == true)
    #expect(error?.location == place(0, 5))
  }

  @Test func `what depends on the clock or on chance is unknown`() throws {
    #expect(try call("timestamp").content == .unknown(.string, .reason(.function("timestamp"))))
    #expect(try call("provider::aws::arn_parse", text("x")).isUnknown)
  }

  @Test(arguments: [
    ("EEE, DD MMM YYYY hh:mm:ss ZZZ", "Thu, 29 Feb 2024 23:59:58 UTC"), ("H'h' aa", "11h pm"),
    ("YY''MM Z", "24'02 Z"),
  ])
  func `dates are written by their format`(format: String, expected: String) throws {
    #expect(try call("formatdate", text(format), text("2024-02-29T23:59:58Z")).text == expected)
  }

  @Test func `times are added up across the ends of months`() throws {
    let time = try call("timeadd", text("2024-02-28T23:30:00+09:00"), text("24h45m30s"))
    #expect(time.text == "2024-03-01T00:15:30+09:00")
    #expect(
      try call("timeadd", text("1970-01-01T00:00:00Z"), text("-1.5s")).text
        == "1969-12-31T23:59:58Z"
    )
  }

  @Test func `YAML is written as Terraform writes it`() throws {
    let inner = TerraformValue(
      .object(TerraformObject([.init("c", text("d")), .init("a", text("x\ny\n"))]))
    )
    let list = TerraformValue(.tuple([try number("1"), inner, TerraformValue(.tuple([]))]))
    let value = TerraformValue(
      .object(TerraformObject([.init("foo", list), .init("bar", .init(.null(.dynamic)))]))
    )
    #expect(
      try call("yamlencode", value).text == """
        "bar": null
        "foo":
        - 1
        - "a": |
            x
            y
          "c": "d"
        - []

        """
    )
  }

  @Test func `compressed text is read, whichever way it is compressed`() throws {
    let repeated = text("H4sIAAAAAAACA/NIzcnJV/BAJwFSzybmFwAAAA==")
    #expect(try call("base64gunzip", repeated).text == "Hello Hello Hello Hello")
    let short = text("H4sIAAAAAAAEAyvOyC8qAQCikCiPBQAAAA==")
    #expect(try call("base64gunzip", short).text == "short")
    let squares = text(
      """
      H4sIAAAAAAACAxWOwQHAMAgCF+Ihao3uv1jhRaKAFyAaBw7yQw36MI0lGAGmtFtbOU4WefKT7qGy5Vda\
      vm7pNr48fG8w8o306f80X+1Pvhv3KshQA6kqupOpcpavtM99vjsGGJM8EXHbDCLMMAVNnHHIikZ2UGRK\
      5Pj1PFtvT75yotRvaJGX+qqXPyC5Wy39AAAA
      """
    )
    let expected = (0..<60).map { String($0 * $0) }.joined(separator: ",")
    #expect(try call("base64gunzip", squares).text == expected)
    var bytes = Array((squares.text ?? "").utf8)
    for index in stride(from: 20, to: bytes.count - 4, by: 3) {
      bytes[index] = bytes[index] == 0x41 ? 0x7A : 0x41
      _ = try? call("base64gunzip", text(String(decoding: bytes, as: UTF8.self)))
    }
  }

  @Test func `networks are divided and hosts counted from both ends`() throws {
    let network = text("10.0.0.0/16")
    #expect(try call("cidrhost", network, try number("-1")).text == "10.0.255.255")
    #expect(
      try call("cidrsubnet", text("fd00:1::/48"), try number("16"), try number("10")).text
        == "fd00:1:0:a::/64"
    )
    #expect(throws: TerraformError.self) {
      try call("cidrsubnet", network, try number("2"), try number("4"))
    }
  }

  @Test func `tables of text become objects`() throws {
    let rows = try call("csvdecode", text("a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n2,\n"))
    #expect(rows.elements?.compactMap { $0.object?["b"]?.text } == ["x, \"y\"", ""])
    #expect(rows.type == .list(.object(["a": .string, "b": .string])))
  }

  @Test func `named groups of a pattern become attributes`() throws {
    let match = try call("regex", text("(?P<repo>[^:]+):(?P<tag>.+)"), text("nginx:1.27"))
    #expect(match.object?["tag"]?.text == "1.27")
    #expect(
      try call("replace", text("a1b22"), text("/(\\d+)/"), text("<${1}>$$")).text == "a<1>$b<22>$"
    )
  }
}

/// A module with one file, whatever it is asked for.
private struct OneFile: FunctionContext {
  let contents: SourceFile

  func file(at path: String) throws(TerraformError) -> SourceFile { contents }

  func files(in folder: String, matching pattern: String) throws(TerraformError) -> [String] { [] }

  func render(
    _ template: SourceFile,
    variables: TerraformObject
  ) throws(TerraformError) -> TerraformValue { TerraformValue(.null(.string)) }
}
