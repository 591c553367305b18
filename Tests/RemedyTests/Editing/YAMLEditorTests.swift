import Remedy
import SourceText
import Syntax
import Testing

struct YAMLEditorTests {
  private static let user = SourceLiteral.Member("User", .string("app"))
  private static let logs = SourceLiteral.Member(
    "Log",
    .object([
      .init("Driver", .string("awslogs")),
      .init("Tags", .list([.number("1"), .object([.init("K", .null), .init("V", .bool(true))])])),
    ])
  )

  @Test(arguments: [
    ("A: 1", "A: 1\nUser: app"),
    ("A: 1\n", "A: 1\nUser: app\n"),
    ("A: 1 # one\n# end\n", "A: 1 # one\nUser: app\n# end\n"),
    ("\u{FEFF}A: 1\r\n", "\u{FEFF}A: 1\r\nUser: app\r\n"),
    ("'A': 1\n", "'A': 1\n'User': 'app'\n"),
    ("A: |\n  text\n\n", "A: |\n  text\nUser: app\n\n"),
    ("A: |+\n  text\n\n", "A: |+\n  text\n\nUser: app\n"),
    ("A: >-\n  text", "A: >-\n  text\nUser: app"),
    ("A:\n", "A:\nUser: app\n"),
    ("A: # none\n", "A: # none\nUser: app\n"),
    ("A:\n- 1\n- 2\n", "A:\n- 1\n- 2\nUser: app\n"),
    ("A: 1\n\nB: 2\n", "A: 1\n\nB: 2\n\nUser: app\n"),
    ("---\nA: 1\n...\n", "---\nA: 1\nUser: app\n...\n"),
    ("A: [1,\n  2]\n", "A: [1,\n  2]\nUser: app\n"),
    ("{A: 1}\n", "{A: 1, User: app}\n"),
    ("{ A: 1 }\n", "{ A: 1, User: app }\n"),
    ("{\"A\": 1}\n", "{\"A\": 1, \"User\": \"app\"}\n"),
    ("{\n  A: 1, # one\n}\n", "{\n  A: 1, # one\n  User: app,\n}\n"),
  ])
  func `a new member looks like its neighbors`(before: String, after: String) throws {
    #expect(try EditingSample(yaml: before).insert([Self.user], into: "") == after)
  }

  @Test func `a member is inserted before what belongs to the next key`() throws {
    let sample = EditingSample(yaml: "A:\n  X: 1\n\n# about B\nB: 2\n")
    #expect(
      try sample.insert([Self.user], into: "A") == "A:\n  X: 1\n  User: app\n\n# about B\nB: 2\n"
    )
  }

  @Test func `a member of a list item starts below the first one`() throws {
    let sample = EditingSample(yaml: "A:\n  -   Name: web\n  -   Name: log\n")
    #expect(
      try sample.insert([Self.user], into: "A/0")
        == "A:\n  -   Name: web\n      User: app\n  -   Name: log\n"
    )
  }

  @Test func `a nested literal is indented as the document is`() throws {
    let sample = EditingSample(yaml: "A:\n    B:\n    - 1\n    C:\n        D: 1\n")
    #expect(
      try sample.insert([Self.logs], into: "A") == """
        A:
            B:
            - 1
            C:
                D: 1
            Log:
                Driver: awslogs
                Tags:
                - 1
                - K: null
                  V: true

        """
    )
  }

  @Test(arguments: ["", " ~", " null", " x", " 'x'", " !Foo x", " {a: 1}", "\n    B: 2"])
  func `any value becomes an object`(before: String) throws {
    let sample = EditingSample(yaml: "X:\n  A:\(before)\n  C: 1\n")
    let literal = SourceLiteral.object([.init("B", .list([.string("c")]))])
    let edited = try sample.replace("X/A", with: literal)
    #expect(edited == "X:\n  A:\n    B:\n      - c\n  C: 1\n")
  }

  @Test(arguments: [
    ("A: {}\n", "A:\n  User: app\n"), ("A: {} # none\n", "A: {User: app} # none\n"),
    ("L:\n  - {}\n", "L:\n  - User: app\n"),
  ])
  func `empty braces give way to lines`(before: String, after: String) throws {
    let path = before.hasPrefix("L") ? "L/0" : "A"
    #expect(try EditingSample(yaml: before).insert([Self.user], into: path) == after)
  }

  @Test(arguments: [
    ("A: []\n", "A:\n  - x\n  - v\n"),
    ("A: []\nB: [1, 2]\n", "A: [x, v]\nB: [1, 2]\n"),
    ("A:\n- z # last\nB: 1\n", "A:\n- z # last\n- x\n- v\nB: 1\n"),
    ("A:\n  -  z", "A:\n  -  z\n  -  x\n  -  v"),
    ("A: [z]\n", "A: [z, x, v]\n"),
    ("A: [\n  z\n]\n", "A: [\n  z,\n  x,\n  v\n]\n"),
    ("A:\n  - 'z'\n\n  - 'w'\n", "A:\n  - 'z'\n\n  - 'w'\n\n  - x\n\n  - v\n"),
  ])
  func `elements go behind the last one`(before: String, after: String) throws {
    #expect(try EditingSample(yaml: before).append([.string("x"), .string("v")], to: "A") == after)
  }

  @Test(arguments: [
    "yes", "No", "on", "y", "null", "~", "", "1", "0o17", "1_000", "1e3", "0x1F", "12:30:45",
    "2001-01-01", ".5", ".inf", "-1", "- a", "a: b", "a #b", "{{resolve}}", "[a", "a:", " a", "a ",
    "@a", "`a", "%a", "&a", "*a", "!a", "|", ">", "'", "\"", "#a", "=", "<<", "a\nb", "a\tb",
    "5432:5432", "---", "...", "?", "true", "é\u{85}", "\u{FEFF}", "a\\nb", "it's",
  ])
  func `a string that reads as something else is quoted`(string: String) throws {
    for text in ["A: 'x'\n", "A: \"x\"\n", "A: [x]\n", "A: x\n"] {
      let sample = EditingSample(yaml: text)
      let path = text.contains("[") ? "A/0" : "A"
      let edited = EditingSample(yaml: try sample.replace(path, with: .string(string)))
      let node = try #require(edited.tree.root?["A"])
      let value = node.elements.first ?? node
      #expect(value.kind == .string)
      #expect(value.string == string)
      #expect(value.style != .plain || string == "a\\nb" || string == "it's")
    }
  }

  @Test(arguments: [
    "arn:aws:iam::1:role/x", "AWS::ECS::Service", "/bin/sh", "10.0.0.0/16", "80/tcp", "a b", "é",
    "nginx:1.27",
    "$x", "a,b",
  ])
  func `a harmless string stays plain`(string: String) throws {
    #expect(
      try EditingSample(yaml: "A: 1\n").replace("A", with: .string(string)) == "A: \(string)\n"
    )
  }

  @Test func `quotes are those of the neighbors`() throws {
    #expect(
      try EditingSample(yaml: "A: 'x'\nB: 1\n").replace("B", with: .string("yes"))
        == "A: 'x'\nB: 'yes'\n"
    )
    #expect(
      try EditingSample(yaml: "A: \"x\"\nB: 1\n").replace("B", with: .string("yes"))
        == "A: \"x\"\nB: \"yes\"\n"
    )
  }

  @Test(arguments: [
    ("A: !Ref X # c\n", "A: new # c\n"), ("A: !Sub 'a'\n", "A: new\n"),
    ("A: !Join\n  - ','\n  - [a]\nB: 1\n", "A: new\nB: 1\n"),
    ("A: # c\n  x: 1\nB: 1\n", "A: new # c\nB: 1\n"), ("A: # c\nB: 1\n", "A: new # c\nB: 1\n"),
    ("A: |\n  text\n\nB: 1\n", "A: new\n\nB: 1\n"), ("A: &a old\n", "A: &a new\n"),
    ("A:\n- 1\nB: 1\n", "A: new\nB: 1\n"), ("A: \nB: 1\n", "A: new\nB: 1\n"),
    ("A: {a: !Ref x}\n", "A: new\n"),
    ("{A: &a !Ref x, B: *a}\n", "{A: &a new, B: *a}\n"),
    ("A: 'old' # c\n", "A: 'new' # c\n"), ("{A: \"old\"}\n", "{A: \"new\"}\n"),
  ])
  func `any value becomes a string`(before: String, after: String) throws {
    #expect(try EditingSample(yaml: before).replace("A", with: .string("new")) == after)
  }

  @Test func `an element becomes an object behind its dash`() throws {
    let literal = SourceLiteral.object([.init("K", .string("a")), .init("V", .string("b"))])
    for before in ["x", "!Ref x", "{}", "Z: 1\n    Y: 2", ""] {
      let sample = EditingSample(yaml: "A:\n  - \(before)\n  - y\n")
      #expect(try sample.replace("A/0", with: literal) == "A:\n  - K: a\n    V: b\n  - y\n")
    }
  }

  @Test func `intrinsic functions take the form that the template uses`() throws {
    let functions: [SourceLiteral.Member] = [
      .init("R", .object([.init("Ref", .string("X"))])),
      .init("G", .object([.init("Fn::GetAtt", .list([.string("X"), .string("Arn")]))])),
      .init("S", .object([.init("Fn::Sub", .string("a: ${X}"))])),
      .init(
        "J",
        .object([
          .init(
            "Fn::Join",
            .list([.string(","), .list([.object([.init("Ref", .string("X"))])])])
          )
        ])
      ),
    ]
    #expect(
      try EditingSample(yaml: "A: !Ref B\n").insert(functions, into: "")
        == "A: !Ref B\nR: !Ref X\nG: !GetAtt X.Arn\nS: !Sub \"a: ${X}\"\nJ: !Join [\",\", [!Ref X]]\n"
    )
    #expect(
      try EditingSample(yaml: "A: 1\n").insert(Array(functions.prefix(2)), into: "")
        == "A: 1\nR:\n  Ref: X\nG:\n  Fn::GetAtt:\n    - X\n    - Arn\n"
    )
  }

  @Test(arguments: [
    (["A"], "# two\nB:\n  X: 1 # x\n  # rest\nC: 3\n"),
    (["B"], "A: 1\nC: 3\n"),
    (["C"], "A: 1\n# two\nB:\n  X: 1 # x\n  # rest\n"),
    (["A", "B"], "C: 3\n"), (["B", "C"], "A: 1\n"),
    (["A", "C"], "# two\nB:\n  X: 1 # x\n  # rest\n"), (["A", "B", "C"], "{}\n"),
  ])
  func `members go with their comments`(names: [String], after: String) throws {
    let text = "A: 1\n# two\nB:\n  X: 1 # x\n  # rest\nC: 3\n"
    #expect(try EditingSample(yaml: text).remove(names, from: "") == after)
  }

  @Test func `the dash stays when the first member of an item goes`() throws {
    let sample = EditingSample(
      yaml: "L:\n  - Name: x # name\n    # port\n    Port: 1\n    User: a\n"
    )
    #expect(
      try sample.remove(["Name"], from: "L/0") == "L:\n  - # port\n    Port: 1\n    User: a\n"
    )
    #expect(try sample.remove(["Name", "Port"], from: "L/0") == "L:\n  - User: a\n")
    #expect(try sample.remove(["Name", "Port", "User"], from: "L/0") == "L:\n  - {}\n")
  }

  @Test(arguments: [
    ("A:\n  B: 1\nC: 2\n", "A: {}\nC: 2\n"), ("A: # c\n  B: 1\n", "A: {} # c\n"),
    ("A: {B: 1}\n", "A: {}\n"), ("A: &a\n  B: 1\nC: *a\n", "A: &a {}\nC: *a\n"),
    ("A: !T\n  B: 1\n", "A: !T {}\n"),
  ])
  func `an object without members is a pair of braces`(before: String, after: String) throws {
    #expect(try EditingSample(yaml: before).remove(["B"], from: "A") == after)
  }

  @Test(arguments: [
    ([0], "A:\n- b\n- c\nB: 1\n"), ([1], "A:\n- a # x\n- c\nB: 1\n"),
    ([1, 2], "A:\n- a # x\nB: 1\n"), ([0, 1, 2], "A: []\nB: 1\n"),
  ])
  func `elements go with their dashes`(indices: [Int], after: String) throws {
    let text = "A:\n- a # x\n- b\n- c\nB: 1\n"
    #expect(try EditingSample(yaml: text).remove(elements: indices, from: "A") == after)
  }

  @Test func `blank lines do not pile up where a member goes`() throws {
    let sample = EditingSample(yaml: "R:\n  A: 1\n\n  B: 2\n\n  C: 3\n\nO: 1\n")
    #expect(try sample.remove(["B"], from: "R") == "R:\n  A: 1\n\n  C: 3\n\nO: 1\n")
    #expect(try sample.remove(["C"], from: "R") == "R:\n  A: 1\n\n  B: 2\n\nO: 1\n")
  }

  @Test func `a comment left behind does not become text`() throws {
    let sample = EditingSample(yaml: "A: |\n  text\nB:\n  X: 1\n\n  # rest\nC: 3\n")
    #expect(try sample.remove(["B"], from: "") == "A: |\n  text\nC: 3\n")
  }

  @Test func `edits of nested objects can be applied at once`() throws {
    for end in ["\n", ""] {
      let sample = EditingSample(yaml: "A:\n  B:\n    - C: 1\(end)")
      let edits = try ["", "A", "A/B/0"].flatMap {
        try sample.editor.insert([Self.user], into: sample.range($0))
      }
      let list = try sample.editor.append([.string("x")], to: sample.range("A/B"))
      #expect(
        try sample.apply(list + edits)
          == "A:\n  B:\n    - C: 1\n      User: app\n    - x\n  User: app\nUser: app\(end)"
      )
    }
  }

  @Test func `an inner removal and an outer insertion can be applied at once`() throws {
    let sample = EditingSample(yaml: "A:\n  B: 1\n  C: 2\n")
    let edits =
      try sample.editor.insert([Self.user], into: sample.range(""))
      + sample.editor.remove(membersKeyedAt: sample.keys(["C"], of: "A"), from: sample.range("A"))
    #expect(try sample.apply(edits) == "A:\n  B: 1\nUser: app\n")
  }

  @Test func `what cannot be edited safely is refused`() throws {
    let merged = EditingSample(yaml: "A: &a\n  X: 1\nB:\n  <<: *a\n  Y: 2\n")
    #expect(throws: EditRefusal.self) { try merged.remove(["X"], from: "B") }
    let documents = EditingSample(yaml: "A: 1\n---\nB: 1\n")
    #expect(throws: EditRefusal.self) { try documents.insert([Self.user], into: "") }
    let tabs = EditingSample(yaml: "A:\n  B: 1\n\tC: 1\n")
    #expect(throws: EditRefusal.self) { try tabs.insert([Self.user], into: "A") }
    let text = EditingSample(yaml: "A: |\n  text")
    #expect(throws: EditRefusal.self) { try text.insert([Self.user], into: "") }
    let pair = EditingSample(yaml: "A: [B: 1]\n")
    #expect(throws: EditRefusal.self) { try pair.insert([Self.user], into: "A/0") }
    let alias = EditingSample(yaml: "A: &a 1\nB: *a\n")
    let place = try #require(alias.tree.root?["B"]?.aliasRange)
    #expect(throws: EditRefusal.self) { try alias.editor.replace(place, with: .null) }
  }

  @Test func `a template of Terraform is laid out as its file is`() throws {
    let text = "a = <<EOF\r\n  b: ${x}\r\n  c:\r\n    - d\r\nEOF\r\n"
    let masked = text.replacing("a = <<EOF", with: "         ").replacing("EOF", with: "   ")
      .replacing("${x}", with: "xxxx")
    let original = SourceFile(path: "main.tf", text: text)
    let tree = YAMLParser.parse(SourceFile(path: "main.tf", text: masked))
    let editor = DocumentEditor.make(for: tree, original: original, isTemplate: true)
    let root = try #require(tree.root)
    let edits = try editor.insert(
      [.init("e", .expression("var.e")), .init("f", .string("${f}"))],
      into: root.range
    )
    let edited = try original.applying(edits)
    #expect(
      String(decoding: edited.bytes, as: UTF8.self)
        == text.replacing("- d\r\n", with: "- d\r\n  e: \"${var.e}\"\r\n  f: $${f}\r\n")
    )
  }

  @Test func `hundreds of edits of a large file take a moment`() throws {
    let resource = { (number: Int) in
      "  R\(number):\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Family: f\n"
    }
    let text = "Resources:\n" + (0..<10_000).map(resource).joined()
    let sample = EditingSample(yaml: text)
    let entries = try #require(sample.tree.root?["Resources"]).entries
    var edits: [Edit] = []
    let time = try ContinuousClock().measure {
      for entry in entries.prefix(500) {
        let properties = try #require(entry.value["Properties"])
        edits += try sample.editor.insert([Self.user], into: properties.range)
        edits += try sample.editor.replace(#require(properties["Family"]).range, with: .bool(true))
      }
    }
    #expect(time < .seconds(5))
    let edited = try sample.tree.file.applying(edits)
    #expect(YAMLParser.parse(edited).root?["Resources"]?["R499"]?["Properties"]?.count == 2)
  }

  @Test func `JSON in a YAML file is edited as JSON`() throws {
    let tree = YAMLParser.parse(SourceFile(path: "a.yaml", text: "{\"a\":1}"))
    let editor = DocumentEditor.make(for: tree)
    let edits = try editor.insert([Self.user], into: #require(tree.root).range)
    let file = try tree.file.applying(edits)
    #expect(String(decoding: file.bytes, as: UTF8.self) == "{\"a\":1,\"User\":\"app\"}")
  }
}
