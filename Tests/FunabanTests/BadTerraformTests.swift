import Foundation
import Testing

/// What is wrong with Terraform sources is told, and the rest is judged.
@Suite struct BadTerraformTests {
  /// A task definition that fails the control of the tests.
  private static let task = """
    resource "aws_ecs_task_definition" "web" {
      family                = "web"
      container_definitions = jsonencode([{ name = "a", image = "b", privileged = true }])
    }

    """
  private static let control = ["--control", "ecs.td.privileged"]

  /// A fault behind the task definition, which stays judged: what is told, and on which line.
  private static let faults: [(text: String, code: String, line: Int)] = [
    ("locals {\n  a = = 3\n}\n", "hcl.expression", 6),
    ("locals {\n  a = 3\n", "hcl.unclosed-block", 5),
    ("output \"a\" {\n  value = local.a\n}\nlocals {\n  a = [local.b]\n  b = local.a\n}\n", "", 0),
    ("module \"me\" {\n  source = \"./\"\n}\n", "terraform.module-cycle", 6),
    ("module \"m\" {\n  source = \"./none\"\n}\n", "terraform.module-not-analysed", 6),
    ("module \"m\" {\n}\n", "terraform.module-not-analysed", 5),
    (other("count = \"x\""), "terraform.invalid-count", 6),
    (other("for_each = 5"), "terraform.invalid-count", 6),
    (other("for_each = [\"a\"]"), "terraform.invalid-count", 6),
    (other("count = 1\n  for_each = {}"), "terraform.invalid-count", 7),
    (other("tags = { a = tonumber(\"x\") }"), "terraform.invalid-argument", 6),
    (other("tags = { a = try(nothing(), 1) }"), "terraform.unknown-function", 6),
    (other("tags = { a = file(\"none.txt\") }"), "terraform.unread-file", 6),
    (other("tags = { a = file(\"/etc/passwd\") }"), "terraform.file-outside", 6),
    (other("tags = { a = file(\"link\") }"), "terraform.unread-file", 6),
    (other("tags = { a = fileset(\"/\", \"*\") }"), "terraform.file-outside", 6),
    (other("tags = { a = file(\"binary\") }"), "terraform.function-failed", 6),
    (other("tags = { a = file(\"huge\") }"), "terraform.unread-file", 6),
    (other("tags = { a = pow(10, 1000000000) }"), "terraform.number-out-of-range", 6),
    (other("tags = { a = format(\"%1000000000d\", 1) }"), "terraform.invalid-argument", 6),
  ]

  @Test(arguments: faults)
  func `a fault is told where it stands, and the task definition beside it is judged`(
    text: String,
    code: String,
    line: Int
  ) throws {
    let folder = try Sandbox(["main.tf": Self.task + text])
    try folder.write("binary", Data([0xFF, 0xFE, 0x00]))
    try folder.newFile("huge").truncate(atOffset: 300_000_000)
    try FileManager.default.createSymbolicLink(
      at: folder.url("link"),
      withDestinationURL: URL(filePath: "/etc/passwd")
    )
    let (exitCode, report) = try Program.scan(["."] + Self.control, in: folder)
    #expect(report.failures.contains { $0.location.text == "main.tf:3" })
    guard !code.isEmpty else { return }
    let problem = report.diagnostics.first { $0.code == code }
    #expect(problem?.path == "main.tf", "instead: \(report.codes)")
    #expect(problem?.location?.start?.line == line)
    #expect(exitCode == (problem?.severity == "error" ? 3 : 1))
    #expect(!report.diagnostics.contains { $0.message.contains("root:") })
  }

  /// Expressions that come to nothing, or to very much; none takes long.
  private static let explosions = [
    "range(0, 1000000000)",
    "setproduct(local.big, local.big, local.big, local.big)",
    "[for a in local.big : [for b in local.big : [for c in local.big : \"${a}${b}${c}\"]]]",
    "regex(\"(a+)+$\", join(\"\", [for i in local.big : \"a\"]))",
    "replace(join(\"\", [for i in local.big : \"a\"]), \"/(a*)*b/\", \"x\")",
    "templatefile(\"self.tpl\", {})",
    "indent(1000000000, \"a\\nb\")",
    "join(join(\"\", local.big), [for i in local.big : join(\"\", local.big)])",
    "merge([for i in local.big : { for j in local.big : \"${i}-${j}\" => j }]...)",
    String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000),
    String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000),
    String(repeating: "!", count: 50_000) + "true",
    String(repeating: "1+", count: 50_000) + "1",
    "a" + String(repeating: ".b", count: 50_000),
  ]

  @Test(arguments: explosions)
  func `an expression that grows beyond measure comes to an end`(expression: String) throws {
    let text = """
      locals {
        big = range(0, 1000)
        v   = \(expression)
      }
      resource "aws_ecs_cluster" "c" {
        name = "c"
        tags = { a = try(length(local.v), 1) }
      }

      """
    let call = "${templatefile(\"self.tpl\", {})}"
    let folder = try Sandbox(["main.tf": Self.task + text, "self.tpl": call + call])
    let (exitCode, report) = try Program.scan(["."] + Self.control, in: folder)
    #expect(exitCode == 1 || exitCode == 3)
    #expect(report.findings.contains { $0.location.path == "main.tf" })
  }

  @Test func `modules that call each other are judged, and the circle is told`() throws {
    let folder = try Sandbox([
      "main.tf": Self.task + "module \"m\" {\n  source = \"./m\"\n}\n",
      "m/main.tf": "module \"n\" {\n  source = \"../\"\n}\n",
    ])
    let (exitCode, report) = try Program.scan(["."] + Self.control, in: folder)
    #expect(exitCode == 3)
    #expect(report.failures.map(\.location.text) == ["main.tf:3"])
    #expect(report.codes == ["terraform.module-cycle"])
  }

  @Test func `files outside of the repository are neither read nor listed`() throws {
    let text = """
      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = jsonencode([
          { name = file("../secret.txt"), image = "b", privileged = true },
          { name = join(",", fileset("..", "*.txt")), image = "b", privileged = true },
        ])
      }
      module "m" {
        source = "../module"
      }

      """
    let folder = try Sandbox([
      "secret.txt": "s3cr3t-value", "module/main.tf": Self.task, "project/.git/HEAD": "",
      "project/main.tf": text,
    ])
    let outcome = try Program.run(["scan", "project", "--all"], in: folder)
    #expect(outcome.exitCode == 3)
    #expect(!outcome.everything.contains("s3cr3t-value"))
    #expect(!outcome.everything.contains("container secret.txt"))
    let (_, report) = try Program.scan(["project"] + Self.control, in: folder)
    #expect(report.failures.map(\.location.text) == ["project/main.tf:4", "project/main.tf:5"])
    #expect(report.diagnostics.map(\.code).contains("terraform.module-not-analysed"))
  }

  @Test func `of thousands of problems the first are told`() throws {
    let blocks = String(repeating: "a {\n", count: 5_000)
    let folder = try Sandbox(["main.tf": Self.task + blocks])
    let (exitCode, report) = try Program.scan(["."] + Self.control, in: folder)
    #expect(exitCode == 3)
    #expect(report.failures.map(\.location.text) == ["main.tf:3"])
    #expect(report.diagnostics.count == 1_001)
    #expect(report.diagnostics.last?.code == "template.too-many-problems")
  }

  @Test func `modules a hundred levels deep end, and the root is judged`() throws {
    var files = ["main.tf": Self.task + "module \"m\" {\n  source = \"./m0\"\n}\n"]
    for level in 0..<100 {
      files["m\(level)/main.tf"] = "module \"m\" {\n  source = \"../m\(level + 1)\"\n}\n"
    }
    let (exitCode, report) = try Program.scan(["."] + Self.control, in: try Sandbox(files))
    #expect(exitCode == 3)
    #expect(report.failures.map(\.location.text) == ["main.tf:3"])
    #expect(report.codes == ["terraform.module-cycle"])
  }

  private static let spellings: [(name: String, data: Data)] = [
    ("main.tf", Data(("\u{FEFF}" + task).utf8)),
    ("main.tf", Data(task.replacing("\n", with: "\r\n").utf8)),
    (
      "main.tf.json",
      Data(
        ("\u{FEFF}" + #"{"resource":{"aws_ecs_task_definition":{"web":{"family":"f","#
          + #""container_definitions":"[{\"name\":\"a\",\"image\":\"b\",\"privileged\":true}]"}}}}"#)
          .utf8
      )
    ),
  ]

  @Test(arguments: spellings)
  func `a byte order mark and other line ends change nothing`(name: String, data: Data) throws {
    let folder = try Sandbox()
    try folder.write(name, data)
    let (exitCode, report) = try Program.scan(["."] + Self.control, in: folder)
    #expect(exitCode == 1)
    #expect(report.failures.map(\.location.path) == [name])
  }

  private static let encodings: [(name: String, data: Data, code: String)] = [
    ("b.tf", Data("locals {\n  a = \"".utf8) + Data([0xFF, 0x22, 0x0A, 0x7D]), "hcl.encoding"),
    ("b.tf", task.data(using: .utf16) ?? Data(), "hcl.utf-16"),
    ("b.tf", Data("locals {\n}\n\u{0}".utf8), "hcl.character"),
    ("b.tf.json", Data(), "json.empty"),
    ("b.tf.json", Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]), "json.encoding"),
    ("terraform.tfvars", Data("a = \"".utf8) + Data([0xFF, 0x22, 0x0A]), "hcl.encoding"),
  ]

  @Test(arguments: encodings)
  func `a file that is no text is told, and the files beside it are judged`(
    name: String,
    data: Data,
    code: String
  ) throws {
    let folder = try Sandbox(["main.tf": Self.task, "x.tf/keep": "", "empty.tf": ""])
    try folder.write(name, data)
    let (exitCode, report) = try Program.scan(["."] + Self.control, in: folder)
    #expect(exitCode == 3)
    #expect(report.failures.map(\.location.text) == ["main.tf:3"])
    #expect(report.diagnostics.contains { $0.code == code && $0.path == name }, "\(report.codes)")
  }

  private static func other(_ argument: String) -> String {
    "resource \"aws_ecs_cluster\" \"c\" {\n  \(argument)\n}\n"
  }
}
