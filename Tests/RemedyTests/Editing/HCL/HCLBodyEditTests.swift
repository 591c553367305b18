import Remedy
import SourceText
import Syntax
import Testing

struct HCLBodyEditTests {
  private typealias Member = SourceLiteral.Member

  @Test func `an argument goes behind the last and keeps the equals signs aligned`() throws {
    try expectEdit(
      """
      resource "aws_ecr_repository" "app" {
        name = "app" # the name
        tags = local.tags

        encryption_configuration {
          kms_key = aws_kms_key.ecr.arn
        }
      }

      """,
      """
      resource "aws_ecr_repository" "app" {
        name                 = "app" # the name
        tags                 = local.tags
        image_tag_mutability = "IMMUTABLE"

        encryption_configuration {
          kms_key = aws_kms_key.ecr.arn
        }
      }

      """
    ) {
      try $0.editor.insert(
        [Member("image_tag_mutability", .string("IMMUTABLE"))],
        into: $0.firstBody
      )
    }
  }

  @Test func `a shorter name leaves the neighbours as they are`() throws {
    try expectEdit(
      "a {\n  launch_type = \"FARGATE\"\n}\n",
      "a {\n  launch_type = \"FARGATE\"\n  cpu         = 256\n}\n"
    ) { try $0.editor.insert([Member("cpu", .number("256"))], into: $0.firstBody) }
  }

  @Test func `unaligned arguments stay unaligned`() throws {
    try expectEdit(
      "a {\n  b = 1\n  long = 2\n}\n",
      "a {\n  b = 1\n  long = 2\n  longest = 3\n}\n"
    ) { try $0.editor.insert([Member("longest", .number("3"))], into: $0.firstBody) }
    try expectEdit("a {\n\tb=1\n\tlong=2\n}\n", "a {\n\tb=1\n\tlong=2\n\tc=3\n}\n") {
      try $0.editor.insert([Member("c", .number("3"))], into: $0.firstBody)
    }
  }

  @Test func `only the run of lines that the argument joins is aligned anew`() throws {
    try expectEdit(
      """
      a {
        x = 1
        y = {
          z = 1
        }
        b = 2
      }

      """,
      """
      a {
        x = 1
        y = {
          z = 1
        }
        b   = 2
        ccc = 3
      }

      """
    ) { try $0.editor.insert([Member("ccc", .number("3"))], into: $0.firstBody) }
  }

  @Test func `an argument behind one of several lines keeps the distance that it has`() throws {
    let source = """
      a {
        b = 1

        tags = {
          c = 2
        }
      }

      """
    try expectEdit(source, source.replacing("  }\n}", with: "  }\n\n  d = 3\n}")) {
      try $0.editor.insert([Member("d", .number("3"))], into: $0.firstBody)
    }
  }

  @Test func `arguments of a body with blocks only go before them`() throws {
    try expectEdit(
      "a {\n  # first\n  b {\n  }\n}\n",
      "a {\n  c  = 1\n  dd = 2\n\n  # first\n  b {\n  }\n}\n"
    ) {
      try $0.editor.insert(
        [Member("c", .number("1")), Member("dd", .number("2"))],
        into: $0.firstBody
      )
    }
  }

  @Test(arguments: ["a {}\n", "a { }\n", "a {\n}\n", "a {\n\n}\n"])
  func `an empty body gets lines`(source: String) throws {
    try expectEdit(source, "a {\n  b = true\n}\n") {
      try $0.editor.insert([Member("b", .bool(true))], into: $0.firstBody)
    }
  }

  @Test func `an empty body keeps its comment`() throws {
    try expectEdit("a {\n  # nothing\n}\n", "a {\n  # nothing\n  b = null\n}\n") {
      try $0.editor.insert([Member("b", .null)], into: $0.firstBody)
    }
  }

  @Test func `a block of one line is broken, since it holds one argument at most`() throws {
    try expectEdit(
      "a {\n  setting { name = \"x\" }\n}\n",
      "a {\n  setting {\n    name  = \"x\"\n    value = \"y\"\n  }\n}\n"
    ) { sample in
      try sample.editor.insert(
        [Member("value", .string("y"))],
        into: sample.range("setting { name = \"x\" }")
      )
    }
  }

  @Test func `a block goes behind the last of its type`() throws {
    try expectEdit(
      """
      a {
        s {
          b = 1
        }
        s {
          b = 2
        } # second

        z {}
      }

      """,
      """
      a {
        s {
          b = 1
        }
        s {
          b = 2
        } # second
        s {
          b   = 3
          ccc = 4
        }

        z {}
      }

      """
    ) { sample in
      let literal = SourceLiteral.object([Member("b", .number("3")), Member("ccc", .number("4"))])
      return try sample.editor.insert([Member("s", literal, isBlock: true)], into: sample.firstBody)
    }
  }

  @Test func `the list of the blocks of one type takes another block`() throws {
    try expectEdit(
      "a {\n  s {\n    b = 1\n  }\n}\n",
      "a {\n  s {\n    b = 1\n  }\n\n  s {\n    b = 2\n  }\n}\n"
    ) { sample in
      try sample.editor.append(
        [.object([Member("b", .number("2"))])],
        to: sample.tree.body.blocks[0].body.blocks[0].range
      )
    }
  }

  @Test func `the first block stands apart from the arguments`() throws {
    try expectEdit(
      "a {\n  b = 1\n}",
      "a {\n  b = 1\n  c = 2\n\n  s {\n    d = 1\n\n    e {\n    }\n  }\n}"
    ) { sample in
      let block = SourceLiteral.object([
        Member("d", .number("1")), Member("e", .object([]), isBlock: true),
      ])
      return try sample.editor.insert(
        [Member("s", block, isBlock: true), Member("c", .number("2"))],
        into: sample.tree.body.blocks[0].headerLocation.range
      )
    }
  }

  @Test func `an argument that is there is not added once more`() {
    let sample = HCLSample("a {\n  b = 1\n}\n")
    #expect(throws: EditRefusal.self) {
      try sample.editor.insert([Member("b", .number("2"))], into: sample.firstBody)
    }
  }

  @Test func `an argument is set where it is, or added`() throws {
    try expectEdit("a {\n  b = 1\n}\n", "a {\n  b = 2\n}\n") {
      try $0.editor.set("b", to: .number("2"), in: $0.firstBody)
    }
    try expectEdit("a {\n  b = 1\n}\n", "a {\n  b   = 1\n  ccc = 2\n}\n") {
      try $0.editor.set("ccc", to: .number("2"), in: $0.firstBody)
    }
  }

  @Test func `an argument goes with its comments, and the others close up`() throws {
    try expectEdit(
      """
      a {
        b = 1

        # why
        // and how
        longest = 2 # really

        c = 3
      }

      """,
      "a {\n  b = 1\n\n  c = 3\n}\n"
    ) { try $0.editor.remove("longest", from: $0.firstBody) }
    try expectEdit(
      "a {\n  b       = 1\n  longest = 2\n  cc      = 3\n}\n",
      "a {\n  b  = 1\n  cc = 3\n}\n"
    ) { try $0.editor.remove("longest", from: $0.firstBody) }
    try expectEdit("a {\n  b = 1\n\n  c = 2\n}\n", "a {\n  b = 1\n}\n") {
      try $0.editor.remove("c", from: $0.firstBody)
    }
    try expectEdit("a {\n  b = 1\n\n  c = 2\n}\n", "a {\n  c = 2\n}\n") {
      try $0.editor.remove("b", from: $0.firstBody)
    }
    try expectEdit("a = 1\nb = 2", "a = 1") { try $0.editor.remove("b", from: $0.tree.body.range) }
  }

  @Test func `lines that a removal brings together are aligned`() throws {
    try expectEdit(
      "a {\n  b = 1\n  c = {\n    d = 1\n  }\n  long = 2\n}\n",
      "a {\n  b    = 1\n  long = 2\n}\n"
    ) { try $0.editor.remove("c", from: $0.firstBody) }
  }

  @Test func `all blocks of a type are one member, each of them an element`() throws {
    let source = "a {\n  b = 1\n\n  s {\n    c = 1\n  }\n\n  s {\n    c = 2\n  }\n}\n"
    try expectEdit(source, "a {\n  b = 1\n}\n") { sample in
      let block = sample.tree.body.blocks[0].body.blocks[0]
      return try sample.editor.remove(
        membersKeyedAt: [block.headerLocation.range],
        from: sample.firstBody
      )
    }
    try expectEdit(source, "a {\n  b = 1\n\n  s {\n    c = 1\n  }\n}\n") { sample in
      let blocks = sample.tree.body.blocks[0].body.blocks
      return try sample.editor.remove(elementsAt: [blocks[1].range], from: blocks[0].range)
    }
  }

  @Test func `a block gets other arguments`() throws {
    try expectEdit(
      "a {\n  s { b = 1 }\n}\n",
      "a {\n  s {\n    b = 2\n    c = 3\n  }\n}\n"
    ) { sample in
      try sample.editor.replace(
        sample.range("s { b = 1 }"),
        with: .object([Member("b", .number("2")), Member("c", .number("3"))])
      )
    }
  }

  @Test func `edits of nested bodies are made at once`() throws {
    try expectEdit(
      "a {\n  b = {}\n\n  s { c = [1] }\n}\n",
      "a {\n  b   = { x = 1 }\n  new = 1\n\n  s {\n    c = [2, 3]\n    d = 2\n  }\n}\n"
    ) { sample in
      let inner = sample.tree.body.blocks[0].body.blocks[0].body.range
      var edits = try sample.editor.insert([Member("new", .number("1"))], into: sample.firstBody)
      edits += try sample.editor.insert([Member("d", .number("2"))], into: inner)
      edits += try sample.editor.insert([Member("x", .number("1"))], into: sample.range("{}"))
      edits += try sample.editor.append([.number("3")], to: sample.range("[1]"))
      return try edits + sample.editor.replace(sample.range("1"), with: .number("2"))
    }
  }

  @Test func `blocks that are generated take no other`() {
    let sample = HCLSample("a {\n  dynamic \"s\" {\n    for_each = []\n    content {}\n  }\n}\n")
    let dynamic = sample.tree.body.blocks[0].body.blocks[0]
    for block in [dynamic, dynamic.body.blocks[0]] {
      #expect(throws: EditRefusal.self) {
        try sample.editor.append([.object([])], to: block.range)
      }
    }
  }
}
