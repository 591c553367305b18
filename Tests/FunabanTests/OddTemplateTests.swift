import Testing

@Suite struct OddTemplateTests {
  private static let head = "AWSTemplateFormatVersion: '2010-09-09'\n"

  private static let task = """
      A:
        Type: AWS::ECS::TaskDefinition
        Properties: { Family: x, ContainerDefinitions: [{ Name: a, Image: b, Privileged: true }] }

    """

  /// Templates that mean nothing, the code that tells, and its line.
  private static let faults: [(text: String, code: String, line: Int)] = [
    (head, "cloudformation.wrong-type", 1),
    (head + "Resources:\n", "cloudformation.wrong-type", 2),
    (head + "Resources: [a]\n", "cloudformation.wrong-type", 2),
    (head + "Resources: { A: x }\n", "cloudformation.wrong-type", 2),
    (head + "Resources: { A: { Type: 7 } }\n", "cloudformation.wrong-type", 2),
    (
      head + "Resources: { A: { Type: 'AWS::ECS::TaskDefinition', Properties: x } }\n",
      "cloudformation.wrong-type", 2
    ),
    ("Mappings: [a]\nResources:\n" + task, "cloudformation.wrong-type", 1),
    ("Conditions: x\nResources:\n" + task, "cloudformation.wrong-type", 1),
    ("Parameters: 7\nResources:\n" + task, "cloudformation.wrong-type", 1),
    (
      "Conditions: { A: !Not [!Condition B], B: !Not [!Condition A] }\nResources:\n" + task
        + "    Condition: A\n", "cloudformation.circular", 1
    ),
    (
      "Conditions: { A: !Not [{ Condition: A }] }\nResources:\n" + task + "    Condition: A\n",
      "cloudformation.circular", 1
    ),
    ("Resources:\n" + task + "    Condition: Nowhere\n", "cloudformation.undefined-condition", 5),
    (
      "Resources:\n" + task.replacing("Family: x", with: "Family: !Ref A"),
      "cloudformation.circular", 2
    ),
    (
      "Resources:\n" + task.replacing("Family: x", with: "Family: !Ref Nowhere"),
      "cloudformation.undefined-reference", 4
    ),
    (
      "Resources:\n" + task.replacing("Family: x", with: "Family: !FindInMap [M, a, b]"),
      "cloudformation.undefined-reference", 4
    ),
    (
      "Resources:\n" + task.replacing("Family: x", with: "Family: !Select [a, b]"),
      "cloudformation.malformed-function", 4
    ),
    (
      "Resources:\n" + task.replacing("Family: x", with: "Family: !Join x"),
      "cloudformation.malformed-function", 4
    ),
    (
      "Resources: { A: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: t.yaml } } }\n",
      "cloudformation.circular", 1
    ),
    ("Resources: &r { A: { Type: 'AWS::X::Y', Properties: *r } }\n", "yaml.recursive-alias", 1),
    ("containerDefinitions: { a: { name: a } }\n", "task-definition.wrong-type", 1),
    ("containerDefinitions:\n- 1\n", "task-definition.wrong-type", 2),
    ("containerDefinitions:\n- name: a\n  image: [b]\n", "task-definition.wrong-type", 3),
    (
      "containerDefinitions:\n- name: a\n  environment: { a: b }\n", "task-definition.wrong-type", 3
    ),
    ("containerDefinitions: []\nfamily: { a: b }\n", "task-definition.wrong-type", 2),
    ("containerDefinitions: []\nvolumes: x\n", "task-definition.wrong-type", 2),
  ]

  @Test(arguments: faults)
  func `what a template gets wrong is told where it stands`(
    text: String,
    code: String,
    line: Int
  ) throws {
    let folder = try Sandbox(["t.yaml": text, "web.json": Sample.taskDefinition])
    let (_, report) = try Program.scan(["--control", "ECS.4"], in: folder)
    let lines = report.diagnostics.filter { $0.code == code }.map { $0.location?.start?.line ?? 0 }
    #expect(lines.contains(line), "codes: \(report.codes) lines: \(lines)")
    #expect(report.failures.contains { $0.location.path == "web.json" })
  }

  private static let unreadable = [
    "containerDefinitions: { a: { name: a } }\n", "containerDefinitions:\n- 1\n", head,
    head + "Resources:\n", head + "Resources: [a]\n",
  ]

  @Test(arguments: unreadable)
  func `a template of which nothing can be judged fails the run`(text: String) throws {
    #expect(try Program.scan(["-"], input: text).exitCode == 3)
  }

  @Test func `forty independent conditions are judged in seconds`() throws {
    let numbers = 0..<40
    let text =
      "Parameters:\n" + numbers.map { "  P\($0): { Type: String }\n" }.joined()
      + "Conditions:\n" + numbers.map { "  C\($0): !Equals [!Ref P\($0), a]\n" }.joined()
      + "Resources:\n"
      + numbers.map { number in
        OddTemplateTests.task.replacing("A:\n", with: "A\(number):\n")
          .replacing("Privileged: true", with: "Privileged: !If [C\(number), true, false]")
      }.joined()
    let (code, report) = try Program.scan(["-", "--control", "ECS.4"], input: text)
    #expect(code == 1 && report.failures.count == 40)
  }
}
