import Inventory
import Remedy
import SourceText
import Syntax
import Testing

struct JSONEditorTests {
  private static let user = SourceLiteral.Member("user", .string("app"))
  private static let logs = SourceLiteral.Member(
    "log",
    .object([.init("driver", .string("awslogs")), .init("tags", .list([.number("1")]))])
  )

  @Test(arguments: [
    ("{}", "{\n  \"user\": \"app\"\n}"),
    ("{\n}", "{\n  \"user\": \"app\"\n}"),
    ("{ \"a\": 1 }\n", "{ \"a\": 1, \"user\": \"app\" }\n"),
    ("{\"a\":1}", "{\"a\":1,\"user\":\"app\"}"),
    ("{\"a\" : 1}", "{\"a\" : 1, \"user\" : \"app\"}"),
    ("{\n\t\"a\": 1\n}\n", "{\n\t\"a\": 1,\n\t\"user\": \"app\"\n}\n"),
    ("{\r\n    \"a\" : 1\r\n}", "{\r\n    \"a\" : 1,\r\n    \"user\" : \"app\"\r\n}"),
    ("\u{FEFF}{\n  \"a\": 1\n}", "\u{FEFF}{\n  \"a\": 1,\n  \"user\": \"app\"\n}"),
    ("{\n  \"a\": 1, // one\n}", "{\n  \"a\": 1, // one\n  \"user\": \"app\",\n}"),
    ("{\n  \"a\": 1 // one\n}", "{\n  \"a\": 1, // one\n  \"user\": \"app\"\n}"),
    ("{ // none\n}", "{ // none\n  \"user\": \"app\"\n}"),
    (
      "{\n  \"a\": 1,\n\n  \"b\": 2\n}",
      "{\n  \"a\": 1,\n\n  \"b\": 2,\n\n  \"user\": \"app\"\n}"
    ),
    ("{\n  \"a\": 1, \"b\": 2\n}", "{\n  \"a\": 1, \"b\": 2, \"user\": \"app\"\n}"),
  ])
  func `a new member looks like its neighbors`(before: String, after: String) throws {
    #expect(try EditingSample(json: before).insert([Self.user], into: "") == after)
  }

  @Test func `a nested literal is indented as the document is`() throws {
    let sample = EditingSample(json: "{\n    \"a\": {\n        \"b\": 1\n    }\n}\n")
    #expect(
      try sample.insert([Self.user, Self.logs], into: "a") == """
        {
            "a": {
                "b": 1,
                "user": "app",
                "log": {
                    "driver": "awslogs",
                    "tags": [
                        1
                    ]
                }
            }
        }

        """
    )
  }

  @Test func `a nested literal stays on the line of an object on one line`() throws {
    let sample = EditingSample(json: "{\"a\": {\"b\": 1}}")
    #expect(
      try sample.insert([Self.logs], into: "a")
        == #"{"a": {"b": 1, "log": {"driver": "awslogs", "tags": [1]}}}"#
    )
  }

  @Test func `lists of scalars stay on one line where the document writes them so`() throws {
    let sample = EditingSample(json: "{\n  \"a\": [\"x\", \"y\"],\n  \"b\": []\n}")
    let added = try sample.append([.string("z"), .number("1")], to: "b")
    #expect(added == "{\n  \"a\": [\"x\", \"y\"],\n  \"b\": [\"z\", 1]\n}")
  }

  @Test func `an object goes behind one that begins on the line of the bracket`() throws {
    let sample = EditingSample(json: "{\n  \"a\": [{\n    \"b\": 1\n  }]\n}")
    let added = try sample.append([.object([.init("b", .number("2"))])], to: "a")
    #expect(added == "{\n  \"a\": [{\n    \"b\": 1\n  }, {\n    \"b\": 2\n  }]\n}")
  }

  @Test func `strings are escaped`() throws {
    let text = "\"\\\u{1}\n\t/é😀"
    let edited = try EditingSample(json: "[0]").replace("0", with: .string(text))
    #expect(edited == #"["\"\\\u0001\n\t/é😀"]"#)
  }

  @Test func `a scalar becomes an object with the indentation of its place`() throws {
    let sample = EditingSample(json: "{\n  \"a\": null // why\n}")
    let edited = try sample.replace("a", with: .object([.init("b", .bool(true))]))
    #expect(edited == "{\n  \"a\": {\n    \"b\": true\n  } // why\n}")
  }

  @Test(arguments: [
    (["a"], "{\n  // two\n  \"b\": 2, // zwei\n  \"c\": 3\n}"),
    (["b"], "{\n  \"a\": 1,\n  \"c\": 3\n}"),
    (["c"], "{\n  \"a\": 1,\n  // two\n  \"b\": 2 // zwei\n}"),
    (["a", "b"], "{\n  \"c\": 3\n}"),
    (["a", "c"], "{\n  // two\n  \"b\": 2 // zwei\n}"),
    (["b", "c"], "{\n  \"a\": 1\n}"),
    (["a", "b", "c"], "{}"),
  ])
  func `members go with their comments and their commas`(names: [String], after: String) throws {
    let text = "{\n  \"a\": 1,\n  // two\n  \"b\": 2, // zwei\n  \"c\": 3\n}"
    #expect(try EditingSample(json: text).remove(names, from: "") == after)
  }

  @Test(arguments: [
    ([0], "[2, 3]"), ([1], "[1, 3]"), ([2], "[1, 2]"), ([0, 1], "[3]"), ([0, 2], "[2]"),
    ([1, 2], "[1]"), ([0, 1, 2], "[]"),
  ])
  func `elements of a line go with one comma each`(indices: [Int], after: String) throws {
    #expect(try EditingSample(json: "[1, 2, 3]").remove(elements: indices, from: "") == after)
  }

  @Test func `a comment of an element that stays is kept`() throws {
    let sample = EditingSample(json: "[1, // one\n  2]")
    #expect(try sample.remove(elements: [1], from: "") == "[1 // one\n  ]")
    #expect(try sample.remove(elements: [0], from: "") == "[2]")
  }

  @Test func `a trailing comma stays the habit of the list`() throws {
    let sample = EditingSample(json: "[\n  1,\n  2,\n]")
    #expect(try sample.remove(elements: [1], from: "") == "[\n  1,\n]")
    #expect(try sample.append([.number("3")], to: "") == "[\n  1,\n  2,\n  3,\n]")
  }

  @Test func `edits of nested objects can be applied at once`() throws {
    let sample = EditingSample(json: "{\n  \"a\": {\n    \"b\": {}\n  }\n}")
    let edits = try ["", "a", "a/b"].flatMap {
      try sample.editor.insert([Self.user], into: sample.range($0))
    }
    #expect(
      try sample.apply(edits) == """
        {
          "a": {
            "b": {
              "user": "app"
            },
            "user": "app"
          },
          "user": "app"
        }
        """
    )
  }

  @Test func `a template of Terraform is laid out as its file is`() throws {
    let text = "  a = <<EOF\r\n    {\"b\": \"${x}\"}\r\n  EOF\r\n"
    let masked = text.replacing("  a = <<EOF", with: "           ").replacing("EOF", with: "   ")
    let original = SourceFile(path: "main.tf", text: text)
    let tree = JSONParser.parse(SourceFile(path: "main.tf", text: masked))
    let editor = DocumentEditor.make(for: tree, original: original, isTemplate: true)
    let root = try #require(tree.root)
    let edits = try editor.insert(
      [.init("c", .expression("var.c")), .init("d", .string("${d}"))],
      into: root.range
    )
    let after = "{\"b\": \"${x}\", \"c\": \"${var.c}\", \"d\": \"$${d}\"}"
    let file = try original.applying(edits)
    #expect(String(decoding: file.bytes, as: UTF8.self).contains(after))
  }

  @Test func `what cannot be written is refused`() throws {
    let sample = EditingSample(json: "{\"a\": 1}")
    #expect(throws: EditRefusal.self) { try sample.replace("a", with: .expression("x")) }
    #expect(throws: EditRefusal.self) { try sample.insert([.init("a", .null)], into: "") }
    #expect(throws: EditRefusal.self) { try sample.editor.append([.null], to: sample.range("")) }
    #expect(throws: EditRefusal.self) { try sample.editor.replace(SourceRange(0, 1), with: .null) }
    let reference = SourceLiteral.reference(.init(.init("Logs"), attribute: "Arn"))
    #expect(throws: EditRefusal.self) { try sample.replace("a", with: reference) }
    let broken = EditingSample(json: "{\"a\": 1")
    #expect(throws: EditRefusal.self) { try broken.replace("a", with: .null) }
  }
}
