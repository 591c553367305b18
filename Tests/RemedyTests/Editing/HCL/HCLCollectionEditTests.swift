import Inventory
import Remedy
import SourceText
import Syntax
import Testing

struct HCLCollectionEditTests {
  private typealias Member = SourceLiteral.Member
  private static let new = [Member("new", .bool(true))]

  @Test(arguments: [
    ("{}", "{ new = true }"),
    ("{ a = 1 }", "{ a = 1, new = true }"),
    ("{a=1,}", "{a=1, new=true,}"),
    ("{ a : 1 }", "{ a : 1, new : true }"),
    ("{ \"a\" = 1 }", "{ \"a\" = 1, \"new\" = true }"),
    ("{ \"a\": 1 }", "{ \"a\": 1, \"new\": true }"),
    ("{\n  }", "{\n    new = true\n  }"),
    ("{\n    a = 1\n  }", "{\n    a   = 1\n    new = true\n  }"),
    ("{\n    a = 1,\n    b = 2\n  }", "{\n    a   = 1,\n    b   = 2,\n    new = true\n  }"),
    ("{\n    a = 1, # x\n  }", "{\n    a   = 1, # x\n    new = true,\n  }"),
    (
      "{\n    \"a\" : 1,\n    \"b\" : 2\n  }",
      "{\n    \"a\" : 1,\n    \"b\" : 2,\n    \"new\" : true\n  }"
    ),
    (
      "{\n    a = 1,\n    b = <<EOT\nx\nEOT\n  }",
      "{\n    a   = 1,\n    b   = <<EOT\nx\nEOT\n    new = true\n  }"
    ),
    (
      "{\n    name = <<EOT\nx\nEOT\n  }", "{\n    name = <<EOT\nx\nEOT\n    new  = true\n  }"
    ),
    ("{\n    a = 1 }", "{\n    a   = 1\n    new = true }"),
    ("jsonencode({ a = 1 })", "jsonencode({ a = 1, new = true })"),
    ("merge(var.x, { a = 1 })", "merge(var.x, { a = 1, new = true })"),
    ("jsonencode({\n    a = 1\n  })", "jsonencode({\n    a   = 1\n    new = true\n  })"),
  ])
  func `a member goes into an object as its neighbours stand`(
    object: String,
    expected: String
  ) throws {
    try expectEdit("a {\n  x = \(object)\n}\n", "a {\n  x = \(expected)\n}\n") { sample in
      let value = try #require(sample.tree.body.blocks[0].body.attributes.first)
      return try sample.editor.insert(Self.new, into: value.expression.range)
    }
  }

  @Test func `nested values are written as the object is`() throws {
    let nested = [
      Member("n", .object([Member("a", .number("1")), Member("bb", .list([.string("x")]))]))
    ]
    try expectEdit("x = { a = 1 }\n", "x = { a = 1, n = { a = 1, bb = [\"x\"] } }\n") {
      try $0.editor.insert(nested, into: $0.range("{ a = 1 }"))
    }
    try expectEdit(
      "x = {\n  \"a\" : 1\n}\n",
      "x = {\n  \"a\" : 1\n  \"n\" : {\n    \"a\" : 1\n    \"bb\" : [\"x\"]\n  }\n}\n"
    ) { try $0.editor.insert(nested, into: $0.constructor("{")) }
  }

  @Test(arguments: [
    ("[]", "[\"x\"]"), ("[1]", "[1, \"x\"]"), ("[1,]", "[1, \"x\",]"),
    ("[\n    1\n  ]", "[\n    1,\n    \"x\"\n  ]"),
    ("[\n    1, # one\n  ]", "[\n    1, # one\n    \"x\",\n  ]"),
    ("[\n    1 # one\n  ]", "[\n    1, # one\n    \"x\"\n  ]"),
    ("[\n    <<EOT\nx\nEOT\n  ]", "[\n    <<EOT\nx\nEOT\n    ,\n    \"x\"\n  ]"),
    ("concat(var.a, [1])", "concat(var.a, [1, \"x\"])"),
  ])
  func `an element goes into a tuple as its neighbours stand`(
    tuple: String,
    expected: String
  ) throws {
    try expectEdit("a {\n  x = \(tuple)\n}\n", "a {\n  x = \(expected)\n}\n") { sample in
      let value = try #require(sample.tree.body.blocks[0].body.attributes.first)
      return try sample.editor.append([.string("x")], to: value.expression.range)
    }
  }

  @Test func `an object in an empty list stands on lines of its own`() throws {
    try expectEdit(
      "x = jsonencode([])\n",
      "x = jsonencode([\n  {\n    a   = 1\n    bbb = 2\n  },\n])\n"
    ) { sample in
      try sample.editor.append(
        [.object([Member("a", .number("1")), Member("bbb", .number("2"))])],
        to: sample.range("[]")
      )
    }
  }

  @Test func `objects that share lines with their brackets take another in kind`() throws {
    try expectEdit(
      "a {\n  x = jsonencode([{\n    b = 1\n  }])\n}\n",
      """
      a {
        x = jsonencode([{
          b = 1
          }, {
          b = 2
          c = 3
          }, {
          b = 4
          c = 5
        }])
      }

      """
    ) { sample in
      let value = sample.tree.body.blocks[0].body.attributes[0].expression.range
      let objects = [["2", "3"], ["4", "5"]].map { numbers in
        SourceLiteral.object([
          Member("b", .number(numbers[0])), Member("c", .number(numbers[1])),
        ])
      }
      return try sample.editor.append(objects, to: value)
    }
  }

  @Test func `what a function makes takes nothing`() {
    let sample = HCLSample("x = keys(var.x)\ny = { for a in b : a => a }\n")
    for text in ["keys(var.x)", "{ for a in b : a => a }"] {
      #expect(throws: EditRefusal.self) {
        try sample.editor.insert(Self.new, into: sample.range(text))
      }
    }
    #expect(throws: EditRefusal.self) {
      try sample.editor.insert(Self.new, into: SourceRange(1, 3))
    }
  }

  @Test(arguments: [
    ("{ a = 1, b = 2, c = 3 }", ["a"], "{ b = 2, c = 3 }"),
    ("{ a = 1, b = 2, c = 3 }", ["b"], "{ a = 1, c = 3 }"),
    ("{ a = 1, b = 2, c = 3 }", ["b", "c"], "{ a = 1 }"),
    ("{ a = 1, b = 2, c = 3 }", ["a", "c"], "{ b = 2 }"),
    ("{ a = 1, b = 2, }", ["b"], "{ a = 1, }"),
    ("{ a = 1 }", ["a"], "{}"),
    ("{\n  a = 1\n}", ["a"], "{}"),
    ("{\n  # x\n\n  a = 1\n}", ["a"], "{\n  # x\n}"),
    ("{\n  a = 1,\n  # two\n  b = 2 # x\n}", ["b"], "{\n  a = 1\n}"),
    ("{ a = 1 # x\n  b = 2 }", ["b"], "{ a = 1 # x\n   }"),
    ("{\n  a = 1, b = 2\n  c = 3\n}", ["b"], "{\n  a = 1\n  c = 3\n}"),
    ("{\n  a = 1, b = 2\n  c = 3\n}", ["a"], "{\n  b = 2\n  c = 3\n}"),
    ("{\n  a = 1\n  bb = 2\n  c = 3\n}", ["a", "bb"], "{\n  c = 3\n}"),
  ])
  func `members go with their separators`(
    object: String,
    keys: [String],
    expected: String
  ) throws {
    try expectEdit("x = \(object)\n", "x = \(expected)\n") { sample in
      let keys = keys.map { key in
        let found = sample.range("\(key) = ")
        return SourceRange(Int(found.start), Int(found.end) - 3)
      }
      return try sample.editor.remove(membersKeyedAt: keys, from: sample.constructor("{"))
    }
  }

  @Test(arguments: [
    ("[1, 2, 3]", ["1"], "[2, 3]"), ("[1, 2, 3]", ["2"], "[1, 3]"),
    ("[1, 2, 3]", ["3"], "[1, 2]"), ("[1, 2, 3,]", ["3"], "[1, 2,]"),
    ("[1, 2, 3]", ["1", "2", "3"], "[]"), ("[ 1 ]", ["1"], "[]"),
    ("[\n  1,\n  2\n]", ["2"], "[\n  1\n]"), ("[\n  1,\n  2,\n]", ["2"], "[\n  1,\n]"),
    ("[\n  1\n  , 2\n]", ["1"], "[\n  2\n]"), ("[1, 2,\n  3]", ["2"], "[1,\n  3]"),
  ])
  func `elements go with their commas`(
    tuple: String,
    elements: [String],
    expected: String
  ) throws {
    try expectEdit("x = \(tuple)\n", "x = \(expected)\n") { sample in
      try sample.editor.remove(
        elementsAt: elements.map(sample.range),
        from: sample.constructor("[")
      )
    }
  }

  @Test(arguments: [
    ("1", SourceLiteral.bool(false), "false"),
    ("\"a\"", .string("b ${c} %{d} \"e\" \\ \n\t"), #""b $${c} %%{d} \"e\" \\ \n\t""#),
    ("var.a", .expression("aws_kms_key.a.arn"), "aws_kms_key.a.arn"),
    ("<<-EOT\n  x\n  EOT", .string("y"), "\"y\""),
    ("[1]", .list([]), "[]"),
    ("null", .call("toset", [.list([.string("a")])]), "toset([\"a\"])"),
    (
      "1", .object([.init("a", .number("1")), .init("b c", .null)]),
      "{\n  a     = 1\n  \"b c\" = null\n}"
    ),
  ])
  func `a value is put in the place of another`(
    value: String,
    literal: SourceLiteral,
    expected: String
  ) throws {
    try expectEdit("x = \(value)\n", "x = \(expected)\n") { sample in
      try sample.editor.replace(sample.tree.body.attributes[0].expression.range, with: literal)
    }
  }

  @Test func `a written string means the text that it was made of`() throws {
    for text in ["$${a}", "$$$", "%%{", "${", "\u{1}\u{7F}", "日本\"語", "\\${a}"] {
      let sample = HCLSample("x = 1\n")
      let edits = try sample.editor.replace(sample.range("1"), with: .string(text))
      let written = HCLSample(try sample.applying(edits)).tree.body.attributes[0].expression
      guard case .template(let parts) = written.form, parts.count == 1,
        case .literal(let literal) = parts[0]
      else {
        Issue.record("\(text)")
        continue
      }
      #expect(literal.text == text)
    }
  }

  @Test func `aligned comments stay where they are`() throws {
    try expectEdit("a = false # x\nb = 2     # y\n", "a = true  # x\nb = 2     # y\n") {
      try $0.editor.replace($0.range("false"), with: .bool(true))
    }
    try expectEdit("a = false # x\nb = 2 # y\n", "a = true # x\nb = 2 # y\n") {
      try $0.editor.replace($0.range("false"), with: .bool(true))
    }
  }

  @Test func `a value on a line with others stays on it`() throws {
    let literal = SourceLiteral.object([Member("a", .number("1")), Member("b", .number("2"))])
    try expectEdit("x = { y = 0, z = 1 }\n", "x = { y = { a = 1, b = 2 }, z = 1 }\n") {
      try $0.editor.replace($0.range("0"), with: literal)
    }
  }

  @Test func `a name that no argument can have is refused`() {
    let sample = HCLSample("x = 1\n")
    #expect(throws: EditRefusal.self) {
      try sample.editor.insert([Member("not a name", .null)], into: sample.tree.body.range)
    }
  }

  @Test func `a reference that has no words yet is refused`() {
    let sample = HCLSample("x = 1\n")
    let reference = ResourceReference(ResourceID("aws_kms_key.a"), attribute: "arn")
    #expect(throws: EditRefusal.self) {
      try sample.editor.replace(sample.range("1"), with: .reference(reference))
    }
  }

  @Test func `a key that would be read as something else stands in quotes`() throws {
    try expectEdit("x = {}\n", "x = { \"for\" = 1 }\n") {
      try $0.editor.insert([Member("for", .number("1"))], into: $0.range("{}"))
    }
    try expectEdit("x = {}\n", "x = { \"a.b\" = 1 }\n") {
      try $0.editor.insert([Member("a.b", .number("1"))], into: $0.range("{}"))
    }
  }
}
