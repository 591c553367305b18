import Foundation
import Testing

@Suite struct ComposeTests {
  @Test func `a Compose project is one input, and its secrets stay hidden`() throws {
    let folder = try Sandbox([
      "docker-compose.yml": """
      services:
        web:
          image: "web:${TAG}"
          environment: { DB_PASSWORD: "${DB_PASSWORD}" }
      """,
      "docker-compose.override.yml": "services: {web: {privileged: true}}\n",
      ".env": "DB_PASSWORD=S3cret-Horse-42\n",
    ])
    let (_, report) = try Program.scan([folder.path])
    let privileged = report.failures.filter { $0.control == "compose.privileged" }
    #expect(privileged.count == 1)
    #expect(privileged.first?.place.contains("docker-compose.override.yml:1") == true)
    for format in ["terminal", "json", "sarif", "markdown"] {
      let output = try Program.run(["scan", folder.path, "--all", "--format", format]).output
      #expect(!output.contains("S3cret-Horse-42"))
    }
  }

  @Test func `a finding in a file of variables shows nothing of its neighbours`() throws {
    let folder = try Sandbox([
      "compose.yaml": "services: {web: {image: a, pid: $PID_MODE}}\n",
      ".env": "# old: Gray-Goose-1\nAPI_KEY=Red-Fox-22\nPID_MODE=host\nNOTE='two\nlines=Bear-3'\n",
    ])
    let arguments = ["scan", folder.path, "--control", "compose.host-pid"]
    for format in ["terminal", "json", "sarif", "markdown"] {
      let output = try Program.run(arguments + ["--format", format]).output
      #expect(output.contains(".env"))
      for secret in ["Gray-Goose", "Red-Fox", "Bear-3"] { #expect(!output.contains(secret)) }
    }
  }

  @Test func `a parameter of the command line gives a variable its value`() throws {
    let folder = try Sandbox(["compose.yaml": "services: {web: {image: a, pid: \"${PID}\"}}\n"])
    let arguments = [folder.path, "--control", "compose.host-pid", "--parameter", "PID=host"]
    let (_, report) = try Program.scan(arguments)
    #expect(report.failures.map(\.control) == ["compose.host-pid"])
    #expect(!report.diagnostics.contains { $0.code == "parameters.unused" })
  }

  @Test func `a chart that no parser reads is no concern of ours, a broken Compose file is`() throws
  {
    let chart = "{{- if .Values.web }}\nservices: [web]\nimage: {{ .Values.image }}\n{{- end }}\n"
    let folder = try Sandbox(["charts/web.yaml": chart])
    #expect(try Program.scan([folder.path]).0 == 0)
    try folder.write("compose.yaml", "services: {web: {image: a\n")
    #expect(try Program.scan([folder.path]).0 == 3)
  }

  @Test func `a manifest of Copilot is judged where it stands, nothing of it masked`() throws {
    let folder = try Sandbox([
      "copilot/api/manifest.yml": """
      name: api
      type: Backend Service
      image: { location: "web:1.4" }
      """
    ])
    let (status, report) = try Program.scan([folder.path, "--control", "ecs.svc.public-ip"])
    #expect(status == 1)
    #expect(report.failures.first?.place.hasSuffix("manifest.yml:2 ecs.svc.public-ip") == true)
    let output = try Program.run(["scan", folder.path, "--control", "ecs.svc.public-ip"]).output
    #expect(output.contains("type: Backend Service"))
  }

  @Test(arguments: ["type: Strange Service", "type: [1]", "image: x", ""])
  func `a manifest of no type that Copilot knows is told`(line: String) throws {
    let folder = try Sandbox(["copilot/api/manifest.yml": "name: api\n\(line)\n"])
    for path in [".", "copilot/api/manifest.yml"] {
      let (status, report) = try Program.scan([path], in: folder)
      #expect(status == 3)
      #expect(report.codes == ["copilot.unknown-type"])
    }
  }
}
