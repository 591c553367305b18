import SourceText
import Syntax
import Testing

/// Ranges are exact enough to edit by: a key inserted at one of them lands where it should.
@Suite struct InsertionTests {
  private static let isAvailable = !Vectors.templates.isEmpty

  @Test(.enabled(if: isAvailable, "skipped: no vectors"), arguments: Vectors.templates)
  func `a key goes in before the first and after the last of a mapping`(
    template: Vectors.Template
  ) throws {
    guard template.isReadable, let root = template.parse().root else { return }
    var mappings: [(path: [String], node: Node)] = []
    collectMappings(of: root, at: [], in: &mappings)
    for (path, node) in mappings.enumerated().filter({ $0.offset.isMultiple(of: 9) }).map(\.element)
    {
      for edit in insertions(into: node) {
        let edited = try template.source.applying([edit])
        let tree =
          template.name.hasSuffix(".json") ? JSONParser.parse(edited) : YAMLParser.parse(edited)
        let (rest, found) = Value(try #require(tree.root)).removing("inserted")
        #expect(found == [path])
        #expect(rest == Value(root))
      }
    }
  }

  private func collectMappings(
    of node: Node,
    at parent: [String],
    in mappings: inout [(path: [String], node: Node)]
  ) {
    let path = node.tag.map { parent + [Value.longForm(of: $0)] } ?? parent
    let isImplicit = node.style == .flow && !node.source.hasPrefix("{")
    if node.kind == .mapping, node.count > 0, !isImplicit { mappings.append((path, node)) }
    for (index, element) in node.elements.enumerated() {
      collectMappings(of: element, at: path + ["\(index)"], in: &mappings)
    }
    for entry in node.entries {
      collectMappings(of: entry.value, at: path + [entry.key.string ?? ""], in: &mappings)
    }
  }

  private func insertions(into node: Node) -> [Edit] {
    let end = Int(node.range.end)
    if node.style == .flow {
      let last = Int(node.entries.last?.range.end ?? 0)
      return [
        Edit(insert: "\"inserted\": 1, ", at: Int(node.range.start) + 1),
        Edit(insert: ", \"inserted\": 1", at: last),
      ]
    }
    let start = Int(node.range.start)
    let indentation = String(repeating: " ", count: node.file.position(at: start).column - 1)
    return [
      Edit(insert: "inserted: 1\n\(indentation)", at: start),
      Edit(insert: "\n\(indentation)inserted: 1", at: end),
    ]
  }
}
