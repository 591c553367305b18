import Inventory
import SourceText
import Templates
import Testing

@Suite struct ComposeProjectTests {
  @Test func `an override is read over its base, and not by itself`() throws {
    let base = """
      services:
        web:
          image: web:1
          ports: ["8080:80"]
          command: [serve]
          environment: { A: "1", B: "2" }
          volumes: ["./data:/data", "./logs:/logs"]
        db:
          image: postgres:18
      """
    let override = """
      services:
        web:
          privileged: true
          ports: ["22:22"]
          command: [debug]
          environment: ["B=3"]
          volumes: ["/etc:/data"]
      """
    let unit = try #require(
      units(
        base,
        path: "app/docker-compose.yml",
        files: ["app/docker-compose.override.yml": override]
      ).first
    )
    #expect(unit.codes == [])
    #expect(unit.format == .compose)
    #expect(unit.included == ["app/docker-compose.override.yml"])
    #expect(unit.resourceNames == ["web", "db"])
    let web = unit.inventories[0].resources[0].properties
    #expect(web["image"]?.brief == "web:1")
    #expect(web["portMappings"]?.list?.compactMap { $0["hostPort"]?.brief } == ["8080", "22"])
    #expect(web["command"]?.brief == "[debug]")
    #expect(web["environment"]?.brief == "[{name: A, value: 1}, {name: B, value: 3}]")
    #expect(web["volumes"]?.list?.compactMap { $0["name"]?.brief } == ["./logs", "/etc"])
    let privileged = try #require(web["privileged"]?.origin)
    #expect(privileged.file.path == "app/docker-compose.override.yml")
    #expect(privileged.position.line == 3 && privileged.position.column == 17)
  }

  @Test func `tags take values away or replace them`() throws {
    let base = "services: {web: {image: a, privileged: true, ports: ['22:22'], cap_add: [ALL]}}"
    let override = """
      services:
        web:
          privileged: !reset null
          ports: !override ["8080:80"]
          cap_add: !reset []
      """
    let web = try #require(
      service("web", in: base, files: ["compose.override.yaml": override])
    )
    #expect(web["privileged"] == nil)
    #expect(web["portMappings"]?.list?.count == 1)
    #expect(web["linuxParameters"] == nil)
  }

  @Test func `a file that needs a base is read over the one beside it`() throws {
    let unit = try #require(
      units(
        "services: {web: {privileged: true}, extra: {image: x}}",
        path: "docker-compose.prod.yml",
        files: [
          "docker-compose.yml": "services: {web: {image: a, read_only: true}, db: {image: b}}"
        ]
      ).first
    )
    #expect(unit.resourceNames == ["web", "extra"])
    let web = unit.inventories[0].resources[0].properties
    #expect(web["privileged"]?.brief == "true" && web["readonlyRootFilesystem"]?.brief == "true")
  }

  @Test func `a service takes over what it extends, told with the way it came`() throws {
    let text = """
      services:
        web:
          extends: { file: ../common.yml, service: base }
          image: web:2
        worker:
          extends: web
          user: "7"
      """
    let common = """
      services:
        base: { image: base:1, privileged: true, environment: { A: "${A:-x}" } }
      """
    let unit = try #require(
      units(text, path: "app/compose.yaml", files: ["common.yml": common]).first
    )
    #expect(unit.codes == [])
    let worker = try #require(unit.inventories[0][ResourceID("worker")]).properties
    #expect(worker["image"]?.brief == "web:2")
    #expect(worker["user"]?.brief == "7")
    #expect(worker["environment"]?.brief == "[{name: A, value: x}]")
    let privileged = try #require(worker["privileged"])
    #expect(privileged.origin?.file.path == "common.yml")
    #expect(privileged.via.map(\.position.line) == [6])
    #expect(unit.included == [])
  }

  @Test func `an included project brings its services and its own variables`() throws {
    let unit = try #require(
      units(
        "include: [db/compose.yaml, { path: [b.yml, c.yml] }]\nservices: {web: {image: a}}",
        path: "compose.yaml",
        files: [
          "db/compose.yaml":
            "services: {db: {image: 'db:${TAG}', volumes: ['data:/v']}}\nvolumes: {data: {driver_opts: {device: /x}}}",
          "db/.env": "TAG=16\n", "b.yml": "services: {b: {image: b}}",
          "c.yml": "services: {b: {privileged: true}}",
        ]
      ).first
    )
    #expect(unit.codes == [])
    #expect(unit.resourceNames == ["web", "db", "b"])
    #expect(unit.included == ["db/compose.yaml", "b.yml", "c.yml"])
    let db = try #require(unit.inventories[0][ResourceID("db")]).properties
    #expect(db["image"]?.brief == "db:16")
    #expect(db["image"]?.via.map(\.file.path) == ["compose.yaml"])
    #expect(db["volumes"]?.list?.first?["dockerVolumeConfiguration"] != nil)
    let b = try #require(unit.inventories[0][ResourceID("b")]).properties
    #expect(b["privileged"]?.brief == "true")
  }

  @Test func `anchors and merge keys point at what they name`() throws {
    let text = """
      x-base: &base
        privileged: true
        logging: &log { driver: none }
      services:
        web:
          <<: *base
          image: a
        db: { image: b, logging: *log }
      """
    let web = try #require(service("web", in: text, path: "stack.yml"))
    #expect(web["privileged"]?.origin?.position.line == 2)
    #expect(web["privileged"]?.via.first?.position.line == 6)
    let db = try #require(service("db", in: text, path: "stack.yml"))
    #expect(db["logConfiguration"]?["logDriver"]?.brief == "none")
    #expect(db["logConfiguration"]?["logDriver"]?.via.first?.position.line == 8)
  }

  @Test(arguments: [
    ("$A", "1"), ("${A}", "1"), ("x$${A}$A", "x${A}1"), ("${A:-d}", "1"), ("${B-d}", "d"),
    ("${E:-d}", "d"), ("${E-d}", ""), ("${B:-${A}}", "1"), ("${A:+r}", "r"), ("${E:+r}", ""),
    ("${B:?no}", "?parameter(B)"), ("a/$B.c", "a/?parameter(B).c"), ("cost $", "cost $"),
    ("${B", "?malformed(expected: ${NAME})"), ("${}", "?malformed(expected: ${NAME})"),
    ("${A/x/y}", "?malformed(expected: ${NAME})"), ("${C}", "given"),
  ])
  func `variables are filled in as Compose does`(text: String, expected: String) throws {
    let unit = try #require(
      units(
        "services: {web: {image: '\(text)'}}",
        path: "compose.yaml",
        parameters: ["C": "given"],
        files: [".env": "A=1\nE=\nC=file\n"]
      ).first
    )
    #expect(unit.inventories[0].resources[0].properties["image"]?.brief == expected)
    let isBroken = expected.hasPrefix("?malformed")
    #expect(unit.codes == (isBroken ? ["compose.invalid-variable"] : []))
  }

  @Test func `a value of a variable belongs to the file that gives it`() throws {
    let web = try #require(
      service(
        "web",
        in: "services: {web: {image: $IMAGE}}",
        files: [".env": "# c\nIMAGE=\"a:1\"\n"]
      )
    )
    #expect(web["image"]?.brief == "a:1")
    #expect(web["image"]?.origin?.file.path == ".env")
    #expect(web["image"]?.origin?.position.line == 2)
    #expect(web["image"]?.via.first?.file.path == "compose.yaml")
  }

  @Test func `the unit names the variables that its files speak of`() throws {
    let text = "services: {web: {image: 'a:${TAG}', environment: [TOKEN]}}"
    let unit = try #require(units(text, path: "compose.yaml").first)
    #expect(unit.parameters == ["TAG", "TOKEN"])
  }
}
