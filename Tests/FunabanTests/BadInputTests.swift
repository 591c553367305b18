import Foundation
import Testing

@Suite struct BadInputTests {
  private static let tail = #""containerDefinitions":[{"name":"a","image":"b","privileged":true}]}"#
  private static let yamlTail = "containerDefinitions:\n- name: a\n  image: b\n  privileged: true\n"

  /// Inputs with a fault that must be told, and where.
  private static let faults: [(name: String, text: String, code: String, line: Int, column: Int)] =
    [
      ("nul.json", "{\"family\":\"f\u{0}\"," + tail, "json.control-character", 1, 13),
      ("nul.yaml", "family: f\u{0}\n" + yamlTail, "yaml.control-character", 1, 10),
      ("deep.json", "{\"containerDefinitions\":" + nested("[", "]") + "}", "json.nesting", 1, 524),
      (
        "deep-map.json", "{\"containerDefinitions\":" + nested("{\"a\":", "}"), "json.nesting", 1,
        2520
      ),
      ("deep.yaml", "containerDefinitions: " + nested("[", "]"), "yaml.nesting", 1, 522),
      ("deep-list.yaml", "containerDefinitions:\n" + nested("- ", ""), "yaml.nesting", 2, 999),
      ("open.json", "{\"containerDefinitions\":" + nested("[", ""), "json.nesting", 1, 524),
      ("bomb.yaml", bomb, "yaml.alias-expansion", 6, 29),
      ("twice.json", #"{"family":"a","family":"b",\#(tail)"#, "json.duplicate-key", 1, 15),
      ("twice.yaml", "family: a\nfamily: b\n" + yamlTail, "yaml.duplicate-key", 2, 1),
      ("empty.json", "", "json.empty", 1, 1),
      ("blank.json", " \n\n", "json.empty", 3, 1),
      ("text.json", "just a text", "input.not-recognised", 0, 0),
      ("empty.yaml", "", "input.not-recognised", 0, 0),
      ("comments.yaml", "# only\n# comments\n", "input.not-recognised", 0, 0),
      ("pod.yaml", "kind: Pod\nspec: { containers: [] }\n", "input.not-recognised", 0, 0),
      ("comma.json", "{\"family\":\"f\",," + tail, "json.key", 1, 15),
      ("indent.yaml", yamlTail + " - name: b\n", "yaml.syntax", 5, 2),
      ("tab.yaml", "family: f\n\tcpu: 1\n" + yamlTail, "yaml.tab", 2, 1),
      ("function.yaml", stack("Family: !Foo x"), "cloudformation.unknown-function", 6, 20),
      (
        "types.json", #"{"family":1,"containerDefinitions":"x"}"#, "task-definition.wrong-type", 1,
        36
      ),
    ]

  @Test(arguments: faults)
  func `a fault is told where it stands, and the rest of the run is finished`(
    name: String,
    text: String,
    code: String,
    line: Int,
    column: Int
  ) throws {
    let folder = try Sandbox([name: text, "web.json": Sample.taskDefinition])
    let (exitCode, report) = try Program.scan([name, "web.json"] + Sample.control, in: folder)
    #expect([1, 3].contains(exitCode))
    #expect(report.failures.contains { $0.location.text == "web.json:4" })
    let problem = report.diagnostics.first { $0.code == code }
    #expect(problem != nil, "instead: \(report.codes)")
    #expect(problem?.path == name)
    #expect((problem?.location?.start?.line ?? 0) == line)
    #expect((problem?.location?.start?.column ?? 0) == column)
    if problem?.severity == "error" { #expect(exitCode == 3) }
  }

  /// Spellings of the sample that all tools should read alike.
  private static let spellings: [(name: String, text: String)] = [
    ("bom.json", "\u{FEFF}{" + tail),
    ("bom.yaml", "\u{FEFF}" + yamlTail),
    ("lines.yaml", yamlTail.replacing("\n", with: "\r\n")),
    ("lines.json", "{\r\n" + tail.replacing(",", with: ",\r\n")),
    ("yaml-inside.json", yamlTail),
    ("yaml-document.json", "---\n" + yamlTail),
    ("yaml-comment.json", "# a comment\n" + yamlTail),
    ("json-inside.yaml", "{" + tail),
    ("json-with-tabs.yml", "{\n\t" + tail.replacing("[", with: "[\n\t\t") + "\n"),
    ("json.template", "{" + tail),
    ("yaml.template", yamlTail),
    ("comment.json", "// a comment\n{" + tail),
    ("several.yaml", "other: 1\n---\n" + yamlTail),
  ]

  @Test(arguments: spellings)
  func `a file is judged however it is spelt or called`(name: String, text: String) throws {
    let folder = try Sandbox([name: text])
    for path in [name, "."] {
      let (code, report) = try Program.scan([path] + Sample.control, in: folder)
      #expect(code == 1)
      #expect(report.failures.map(\.location.path) == [name])
    }
  }

  private static let encodings: [(name: String, data: Data, code: String)] = [
    ("utf8.json", Data([0x7B, 0x22, 0xFF, 0x22, 0x3A]) + Data("1,\(tail)".utf8), "json.encoding"),
    (
      "utf8.yaml", Data("family: f".utf8) + Data([0xFF, 0x0A]) + Data(yamlTail.utf8),
      "yaml.encoding"
    ),
    ("utf16.json", ("{" + tail).data(using: .utf16) ?? Data(), "json.utf-16"),
    ("utf16.yaml", ("\u{FEFF}" + yamlTail).data(using: .utf16BigEndian) ?? Data(), "yaml.utf-16"),
  ]

  @Test(arguments: encodings)
  func `a file in another encoding is told`(name: String, data: Data, code: String) throws {
    let folder = try Sandbox()
    try folder.write(name, data)
    for path in [name, "."] {
      let (exitCode, report) = try Program.scan([path], in: folder)
      #expect(exitCode == 3 && report.codes.contains(code))
    }
  }

  private static func nested(_ open: String, _ close: String) -> String {
    String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 100_000)
  }

  private static let bomb: String = {
    let names = Array("abcdefghijklm").map(String.init)
    let lines = zip(names, names.dropFirst()).map { previous, name in
      "\(name): &\(name) [\(Array(repeating: "*" + previous, count: 10).joined(separator: ","))]\n"
    }
    return "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + lines.joined() + "containerDefinitions: *m\n"
  }()

  private static func stack(_ property: String) -> String {
    """
    AWSTemplateFormatVersion: "2010-09-09"
    Resources:
      Task:
        Type: AWS::ECS::TaskDefinition
        Properties:
          \(property)
          ContainerDefinitions: [{ Name: a, Image: b }]

    """
  }
}
