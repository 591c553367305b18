import SourceText
import Syntax
import Testing

@Suite struct TemplateVectorTests {
  private static let isAvailable = !Vectors.templates.isEmpty
  private static let reason: Comment = "skipped: no vectors"

  /// Keys that stand behind a tag (`! "Ref": …`), which our ranges leave out.
  private static let taggedKeys: Set = [
    Vectors.KeyPosition(
      path: "Resources/rDBPassword/Properties/ServiceToken/Fn::Join/1/2/Ref",
      numbers: [91, 74, 91, 81]
    )
  ]

  @Test(.enabled(if: isAvailable, reason), arguments: Vectors.templates)
  func `a template is readable or not as its vector says`(template: Vectors.Template) {
    let tree = template.parse()
    #expect(tree.hasErrors != template.isReadable, "\(tree.diagnostics)")
    let position = tree.diagnostics.first { $0.severity == .error }?.location?.position
    #expect(position.map { [$0.line, $0.column] } == template.problem)
  }

  @Test(.enabled(if: isAvailable, reason), arguments: Vectors.templates)
  func `a template holds the values of its vector`(template: Vectors.Template) throws {
    guard let expected = template.decoded else { return }
    // The peers take an empty file for an empty template.
    let value = template.parse().root.map { Value($0) } ?? .mapping([:])
    #expect(value.differences(from: expected) == [])
  }

  @Test(.enabled(if: isAvailable, reason), arguments: Vectors.templates)
  func `keys stand where the vector says`(template: Vectors.Template) throws {
    guard !template.keys.isEmpty else { return }
    var found: [String: [Int]] = [:]
    let root = try #require(template.parse().root)
    collectKeys(of: root, at: "", in: &found)
    let misses = template.keys.filter {
      found[$0.path] != $0.numbers && !Self.taggedKeys.contains($0)
    }.map {
      "\($0.path): \(found[$0.path] ?? []) instead of \($0.numbers)"
    }
    #expect(misses == [])
  }

  @Test(.enabled(if: isAvailable, reason), arguments: Vectors.templates)
  func `JSON is read alike by both parsers`(template: Vectors.Template) throws {
    guard template.name.hasSuffix(".json") else { return }
    let json = try #require(JSONParser.parse(template.source).root)
    let yaml = try #require(YAMLParser.parse(template.source).root)
    #expect(json.isEquivalent(to: yaml))
    #expect(json.range == yaml.range)
    #expect(json.entries.map(\.range) == yaml.entries.map(\.range))
  }

  private func collectKeys(of node: Node, at parent: String, in found: inout [String: [Int]]) {
    let path = node.tag.map { "\(parent)\(Value.longForm(of: $0))/" } ?? parent
    for (index, element) in node.elements.enumerated() {
      collectKeys(of: element, at: "\(path)\(index)/", in: &found)
    }
    for entry in node.entries {
      let keyPath = path + (entry.key.string ?? "")
      let start = node.file.position(at: Int(entry.key.range.start))
      let end = node.file.position(at: Int(entry.key.range.end))
      found[keyPath] = [start.line, start.column, end.line, end.column]
      collectKeys(of: entry.value, at: keyPath + "/", in: &found)
    }
  }
}
