import Remedy
import SourceText
import Syntax
import Testing

struct HCLTopLevelTests {
  private typealias Member = SourceLiteral.Member

  private static let policy: [SourceLiteral.Member] = [
    Member("repository", .expression("aws_ecr_repository.app.name")),
    Member(
      "policy",
      .call(
        "jsonencode",
        [
          .object([
            Member(
              "rules",
              .list([
                .object([
                  Member("rulePriority", .number("1")),
                  Member("selection", .object([Member("tagStatus", .string("untagged"))])),
                ])
              ])
            )
          ])
        ]
      )
    ),
  ]

  private static let written = """
    resource "aws_ecr_lifecycle_policy" "app" {
      repository = aws_ecr_repository.app.name
      policy = jsonencode({
        rules = [
          {
            rulePriority = 1
            selection    = { tagStatus = "untagged" }
          },
        ]
      })
    }
    """

  @Test func `a block stands behind another with one blank line around`() throws {
    let first = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n}"
    for (source, expected) in [
      ("\(first)\n", "\(first)\n\n\(Self.written)\n"),
      (first, "\(first)\n\n\(Self.written)"),
      ("\(first)\n\nlocals {}\n", "\(first)\n\n\(Self.written)\n\nlocals {}\n"),
      ("\(first) # x\nlocals {}\n", "\(first) # x\n\n\(Self.written)\n\nlocals {}\n"),
    ] {
      try expectEdit(source, expected) { sample in
        try sample.editor.appendTopLevel(
          "resource",
          labels: ["aws_ecr_lifecycle_policy", "app"],
          Self.policy,
          after: sample.tree.body.blocks[0].range
        )
      }
    }
  }

  @Test(arguments: [
    ("", "a {\n}\n"), ("# x\n", "# x\n\na {\n}\n"), ("b {}\n\n", "b {}\n\na {\n}\n"),
    ("b {}", "b {}\n\na {\n}"),
  ])
  func `a block stands at the end of the file`(source: String, expected: String) throws {
    try expectEdit(source, expected) { try $0.editor.appendTopLevel("a", []) }
  }

  @Test func `a byte-order mark stays where it is`() throws {
    try expectEdit("\u{FEFF}a = 1\n", "\u{FEFF}a   = 1\nbbb = 2\n") {
      try $0.editor.insert([Member("bbb", .number("2"))], into: $0.tree.body.range)
    }
    try expectEdit("\u{FEFF}a {}\n", "\u{FEFF}a {\n  b = 2\n}\n") {
      try $0.editor.insert([Member("b", .number("2"))], into: $0.tree.body.blocks[0].range)
    }
    try expectEdit("\u{FEFF}", "\u{FEFF}b = 2\n") {
      try $0.editor.insert([Member("b", .number("2"))], into: $0.tree.body.range)
    }
  }
}
