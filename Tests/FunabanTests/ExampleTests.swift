import Testing

@Suite struct ExampleTests {
  /// The mistakes that the examples were written to show, where they stand.
  private static let mistakes = [
    "shop.yaml:24 ecr.scan", "shop.yaml:28 ecr.tag-immutable", "shop.yaml:34 ecr.public-policy",
    "shop.yaml:37 ecr.public-repository", "shop.yaml:49 ecs.cluster.exec-logging",
    "shop.yaml:49 ecs.cluster.exec-kms", "shop.yaml:73 iam.full-privileges",
    "shop.yaml:118 ecs.td.efs-transit-encryption", "shop.yaml:121 ecs.td.image-pinned",
    "shop.yaml:122 ecs.td.readonly-root", "shop.yaml:128 ecs.td.env-secrets",
    "shop.yaml:145 ecs.td.readonly-root", "shop.yaml:145 ecs.td.logging",
    "shop.yaml:156 ecs.svc.exec-enabled", "shop.yaml:159 ecs.svc.public-ip",
    "shop.yaml:172 ecs.svc.security-group", "worker.taskdef.json:5 ecs.td.host-pid",
    "worker.taskdef.json:8 ecs.td.host-mounts", "worker.taskdef.json:12 ecs.td.readonly-root",
    "worker.taskdef.json:12 ecs.td.logging", "worker.taskdef.json:12 ecs.td.image-pinned",
    "worker.taskdef.json:16 ecs.td.privileged", "worker.taskdef.json:20 ecs.td.env-secrets",
  ]

  @Test(arguments: mistakes)
  func `a mistake of the examples is found where it stands`(mistake: String) throws {
    #expect(ExampleTests.places.contains("Examples/\(mistake)"))
  }

  private static let places: Set<String> = {
    guard let outcome = try? Program.scan(["Examples"]), outcome.exitCode == 1 else { return [] }
    return Set(outcome.report.failures.map(\.place))
  }()

  @Test func `the condition under which a failure holds is told`() throws {
    let (_, report) = try Program.scan(["Examples", "--control", "ECS.5"])
    let web = try #require(report.failures.first { $0.part?.name == "web" })
    #expect(web.condition?.contains("not IsProduction") == true)
    let terminal = try Program.run(["scan", "Examples", "--control", "ECS.5"]).output
    #expect(terminal.contains("Examples/shop.yaml:122:60"))
    #expect(terminal.contains("only when not IsProduction (Environment ≠ production)"))
  }

  @Test func `the parameters of production change the outcome`() throws {
    let arguments = ["Examples", "--parameters", "Examples/production.json"]
    let places = Set(try Program.scan(arguments).report.failures.map(\.place))
    let gone = ExampleTests.places.subtracting(places)
    #expect(gone.contains("Examples/shop.yaml:122 ecs.td.readonly-root"))
    #expect(gone.contains("Examples/shop.yaml:121 ecs.td.image-pinned"))
    #expect(places.contains("Examples/shop.yaml:145 ecs.td.readonly-root"))
  }

  @Test func `two runs write the same bytes`() throws {
    let first = try Program.run(["scan", "Examples", "--format", "sarif"]).output
    let second = try Program.run(["scan", "Examples", "--format", "sarif"]).output
    #expect(first.utf8.elementsEqual(second.utf8))
  }
}
