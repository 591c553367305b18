import Remedy
import SourceText
import Syntax
import Testing

/// A document to edit, whose nodes are named by paths such as `a/0/b`.
struct EditingSample {
  let tree: SyntaxTree
  let editor: any SourceEditor

  init(json text: String) {
    tree = JSONParser.parse(SourceFile(path: "sample.json", text: text))
    editor = JSONEditor(tree)
  }

  init(yaml text: String, isTemplate: Bool = false) {
    tree = YAMLParser.parse(SourceFile(path: "sample.yaml", text: text))
    editor = YAMLEditor(tree, isTemplate: isTemplate)
  }

  /// Where the value at `path` stands.
  func range(_ path: String) throws -> SourceRange {
    var node = try #require(tree.root)
    for step in path.split(separator: "/") {
      let child = Int(step).flatMap { node.elements.indices.contains($0) ? node.elements[$0] : nil }
      node = try #require(child ?? node[String(step)], "\(path) is not in the sample")
    }
    return node.range
  }

  /// Where the keys of the members `names` of the object at `path` stand.
  func keys(_ names: [String], of path: String) throws -> [SourceRange] {
    let range = try range(path)
    let node = try #require(NodeLocator(tree).node(at: range, .mapping))
    return try names.map { try #require(node.entry($0)).key.writtenRange }
  }

  func insert(_ members: [SourceLiteral.Member], into path: String) throws -> String {
    try apply(editor.insert(members, into: range(path)))
  }

  func replace(_ path: String, with literal: SourceLiteral) throws -> String {
    try apply(editor.replace(range(path), with: literal))
  }

  func append(_ elements: [SourceLiteral], to path: String) throws -> String {
    try apply(editor.append(elements, to: range(path)))
  }

  func remove(_ names: [String], from path: String) throws -> String {
    try apply(editor.remove(membersKeyedAt: keys(names, of: path), from: range(path)))
  }

  func remove(elements: [Int], from path: String) throws -> String {
    let ranges = try elements.map { try range("\(path)/\($0)") }
    return try apply(editor.remove(elementsAt: ranges, from: range(path)))
  }

  /// The document with `edits`, which must still be readable.
  func apply(_ edits: [Edit]) throws -> String {
    let file = try tree.file.applying(edits)
    let isJSON = editor is JSONEditor
    let edited = isJSON ? JSONParser.parse(file) : YAMLParser.parse(file)
    #expect(
      !edited.hasErrors,
      "\(edited.diagnostics) in \(file.text(SourceRange(0, file.bytes.count)))"
    )
    return String(decoding: file.bytes, as: UTF8.self)
  }
}
