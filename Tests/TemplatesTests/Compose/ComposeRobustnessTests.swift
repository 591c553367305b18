import Inventory
import SourceText
import Syntax
import Templates
import Testing

@Suite struct ComposeRobustnessTests {
  @Test(arguments: [
    ("services: []", "compose.services-unread"),
    ("services: text", "compose.services-unread"),
    ("services: {web: text}", "compose.wrong-type"),
    ("services: {web: [1]}", "compose.wrong-type"),
    ("services: {web: {image: [a]}}", "compose.wrong-type"),
    ("services: {web: {image: a, privileged: maybe}}", "compose.wrong-type"),
    ("services: {web: {image: a, ports: {a: b}}}", "compose.wrong-type"),
    ("services: {web: {image: a, ports: text}}", "compose.wrong-type"),
    ("services: {web: {image: a, volumes: {a: b}}}", "compose.wrong-type"),
    ("services: {web: {image: a, volumes: [[x]]}}", "compose.wrong-type"),
    ("services: {web: {image: a, cap_add: ALL}}", "compose.wrong-type"),
    ("services: {web: {image: a, cap_add: [[ALL]]}}", "compose.wrong-type"),
    ("services: {web: {image: a, environment: text}}", "compose.wrong-type"),
    ("services: {web: {image: a, environment: [[a]]}}", "compose.wrong-type"),
    ("services: {web: {image: a, healthcheck: no}}", "compose.wrong-type"),
    ("services: {web: {image: a, mem_limit: [1]}}", "compose.wrong-type"),
    ("services: {web: {image: a, mem_limit: 999999999999999p}}", "compose.wrong-type"),
    ("services: {web: {image: a, tmpfs: [{a: b}]}}", "compose.wrong-type"),
    ("services: {web: {image: a, ulimits: []}}", "compose.wrong-type"),
    ("services: {web: {extends: [a]}}", "compose.wrong-type"),
    ("services: {web: {image: a, extends: nope}}", "compose.extends-undefined"),
    ("services: {web: {extends: {file: no.yml, service: a}}}", "compose.file-unread"),
    ("services: {web: {image: a, extends: web}}", "compose.extends-circular"),
    ("services: {a: {extends: b}, b: {extends: a}}", "compose.extends-circular"),
    ("include: [none.yml]\nservices: {web: {image: a}}", "compose.file-unread"),
    ("include: ['${WHERE}']\nservices: {web: {image: a}}", "compose.file-unread"),
    ("include: [compose.yaml]\nservices: {web: {image: a}}", "compose.include-circular"),
    ("services: {web: {image: '${A'}}", "compose.invalid-variable"),
  ])
  func `a mistake is reported where it stands, never fatal`(text: String, code: String) throws {
    let unit = try #require(units(text, path: "compose.yaml").first)
    #expect(unit.codes.contains(code), "\(unit.codes)")
    #expect(unit.diagnostics.allSatisfy { $0.location != nil })
    #expect(unit.diagnostics.allSatisfy { !$0.text.ja.isEmpty && $0.text.ja != $0.text.en })
  }

  @Test func `what a missing file would say is unknown, not absent`() throws {
    let web = try #require(
      service("web", in: "services: {web: {read_only: true, extends: {file: no.yml, service: a}}}")
    )
    #expect(web["readonlyRootFilesystem"]?.brief == "true")
    #expect(web["privileged"]?.unknownReason == .unreadFile("no.yml"))
    #expect(web["linuxParameters"]?.unknownReason == .unreadFile("no.yml"))
  }

  @Test func `files that include each other end`() throws {
    let unit = try #require(
      units(
        "include: [a.yml]\nservices: {web: {image: w}}",
        path: "compose.yaml",
        files: [
          "a.yml": "include: [b.yml]\nservices: {a: {image: a}}",
          "b.yml": "include: [a.yml]\nservices: {b: {image: b}}",
        ]
      ).first
    )
    #expect(unit.resourceNames == ["web", "a", "b"])
    #expect(unit.codes == ["compose.include-circular"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `long chains and many variables end soon`() throws {
    let chain = (0..<500).map { "  s\($0): {extends: s\($0 + 1)}\n" }.joined()
    let long = try #require(units("services:\n\(chain)", path: "compose.yaml").first)
    #expect(long.codes.contains("compose.extends-circular"))
    let many = (0..<5_000).map { "      V\($0): x\n" }.joined()
    let text = "services:\n  web:\n    image: a\n    environment:\n\(many)"
    let web = try #require(service("web", in: text, files: ["compose.override.yml": text]))
    #expect(web["environment"]?.list?.count == 5_000)
    let open = String(repeating: "${A:-", count: 100_000)
    #expect(service("web", in: "services: {web: {image: '\(open)'}}") != nil)
  }

  @Test func `aliases that multiply end with a report`() throws {
    var text = "x-0: &a0 [x, x]\n"
    for level in 1...14 { text += "x-\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "services: {web: {image: a, cap_add: *a13, labels: {a: *a14}}}\n"
    let tree = Templates.parse(SourceFile(path: "compose.yaml", text: text))
    let unit = try #require(
      Templates.read(tree, options: TemplateOptions(maximumValues: 10_000)).first
    )
    #expect(unit.codes.contains("template.too-large"))
    #expect(unit.resourceNames == ["web"])
  }

  @Test func `keys that stand twice count once, and bytes that are no text do no harm`() throws {
    let twice = "services: {web: {image: a, privileged: true, privileged: false}}"
    #expect(try #require(service("web", in: twice))["privileged"]?.brief == "false")
    let bytes = Array("services: {web: {image: \"".utf8) + [0xFF, 0xFE] + Array("\"}}\n".utf8)
    let tree = Templates.parse(SourceFile(path: "compose.yaml", bytes: bytes))
    _ = Templates.read(tree)
    #expect(tree.hasErrors)
  }

  @Test(arguments: [
    ("services: {web: {image: x}}", "stack.yaml", true),
    ("services: {web: {build: .}, db: }", "a/b.json", true),
    ("services: {}", "docker-compose.dev.yml", true),
    ("services: {}", "compose_v2.yaml", true),
    ("services: {}", "composer.yaml", false),
    ("web: {image: nginx}", "docker-compose.yml", true),
    ("web: {image: nginx}", "other.yml", false),
    ("services: [web]", "other.yml", false),
    ("services: {web: {port: 80}}", "other.yml", false),
    ("apiVersion: v1\nservices: {web: text, db: {image: x}}", "other.yml", false),
  ])
  func `a Compose file is known by what is in it, or by its name`(
    text: String,
    path: String,
    expected: Bool
  ) {
    #expect((units(text, path: path).first?.format == .compose) == expected)
    let file = SourceFile(path: path, text: text)
    if expected { #expect(Templates.recognises(file)) }
  }
}
