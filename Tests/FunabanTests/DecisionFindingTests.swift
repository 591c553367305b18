import Testing

/// Decisions that have ended or that nothing needs are findings themselves.
@Suite struct DecisionFindingTests {
  private static let register = """
    acceptances:
      - { control: ECS.4, resource: web, reason: agreed }
      - { control: ECS.4, resource: gone, reason: agreed }
      - control: ECS.5
        reason: agreed
        until: 2020-01-31
        owner: web team

    """

  private func decisions(
    _ arguments: [String],
    files: [String: String] = [:]
  ) throws -> [String] {
    let folder = try Sandbox(
      ["web.json": Sample.taskDefinition, ".funaban/acceptances.yaml": Self.register]
        .merging(files) { $1 }
    )
    let (_, report) = try Program.scan(arguments, in: folder)
    return report.failures.filter { $0.control.hasPrefix("acceptance.") }.map(\.place)
  }

  @Test func `an ended and an unused decision are findings at their entries`() throws {
    #expect(
      try decisions(["."]) == [
        ".funaban/acceptances.yaml:4 acceptance.expired",
        ".funaban/acceptances.yaml:3 acceptance.unused",
      ]
    )
  }

  private static let partial = [
    ["web.json"], [".", "--control", "acceptance.unused"], [".", "--skip", "ECS.4"],
    [".", "--include", "web.json"], [".", "--parameter", "Stage=test"],
  ]

  @Test(arguments: partial)
  func `a scan of a part calls no decision unused`(arguments: [String]) throws {
    #expect(try !decisions(arguments).contains { $0.hasSuffix("acceptance.unused") })
  }

  @Test func `an input that could not be read makes no decision unused`() throws {
    let found = try decisions([".", "missing.json"])
    #expect(!found.contains { $0.hasSuffix("acceptance.unused") })
  }

  @Test func `an unused comment is a finding, one for another program is not`() throws {
    let template = """
      Resources:
        Web:
          # funaban:accept ECS.4 reason=agreed
          # checkov:skip=CKV_AWS_334:agreed
          Type: AWS::ECS::TaskDefinition
          Properties: { ContainerDefinitions: [{ Name: app, Image: nginx }] }

      """
    let found = try decisions(["."], files: ["web.yaml": template])
    #expect(found.contains("web.yaml:3 acceptance.unused"))
    #expect(!found.contains { $0.hasPrefix("web.yaml:4") })
  }

  @Test func `a team judges its decisions by controls of its own`() throws {
    let control = """
      control: own.approved
      resource: acceptance
      severity: high
      passes: acceptance.approver exists
      title: { en: Somebody approves every decision }
      why: { en: Four eyes see more. }
      remedy: { en: Name the approver. }

      """
    let folder = try Sandbox([
      "web.json": Sample.taskDefinition, "rules/own.yaml": control,
      ".funaban/acceptances.yaml": """
      acceptances:
        - { control: ECS.4, reason: agreed }
        - { control: ECS.5, reason: agreed, approver: 花子 }

      """,
    ])
    let (code, report) = try Program.scan(
      [".", "--rules", "rules", "--control", "own.approved"],
      in: folder
    )
    #expect(code == 1 && report.errors.isEmpty)
    #expect(report.failures.map(\.place) == [".funaban/acceptances.yaml:2 own.approved"])
  }

  @Test func `the controls are explained as any other`() throws {
    let outcome = try Program.run(["explain", "acceptance.expired", "--lang", "ja"])
    #expect(outcome.exitCode == 0 && outcome.output.contains("期限"))
  }
}
