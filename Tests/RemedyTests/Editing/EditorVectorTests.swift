import Foundation
import Remedy
import SourceText
import Syntax
import Testing

/// Edits real templates and requires that exactly the intended change comes of it.
@Suite struct EditorVectorTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/vectors").standardized

  private static let largestSize = 20_000
  private static let sampleSize = 2

  private static let files: [SourceFile] = ["cloudformation", "posture"].flatMap {
    (name: String) -> [SourceFile] in
    let folder = folder.appending(path: name)
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).sorted().compactMap { path in
      guard [".json", ".yaml", ".yml"].contains(where: path.hasSuffix),
        let bytes = try? Data(contentsOf: folder.appending(path: path)), bytes.count < largestSize
      else { return nil }
      return SourceFile(path: path, bytes: Array(bytes))
    }
  }

  private static let json = files.filter { $0.path.hasSuffix(".json") }
  private static let yaml = files.filter { !$0.path.hasSuffix(".json") }
  private static let isAvailable = !files.isEmpty
  private static let reason: Comment = "skipped: no vectors"

  private static let probe = SourceLiteral.Member(
    "FunabanProbe",
    .object([
      .init("Flag", .bool(true)),
      .init("List", .list([.string("yes"), .object([.init("A", .number("1"))]), .list([])])),
      .init("Text", .string("it's: #1")),
    ])
  )

  @Test(.enabled(if: isAvailable, reason))
  func `a JSON template changes as intended`() {
    check(Self.json) { file in
      let tree = JSONParser.parse(file)
      return (tree, JSONEditor(tree))
    }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `a YAML template changes as intended`() {
    check(Self.yaml, open: openYAML)
  }

  @Test(.enabled(if: isAvailable, reason))
  func `JSON changes as intended in the hands of the YAML editor`() {
    check(Self.json, open: openYAML)
  }

  private func openYAML(_ file: SourceFile) -> (SyntaxTree, any SourceEditor) {
    let tree = YAMLParser.parse(file)
    return (tree, YAMLEditor(tree))
  }

  private func check(
    _ files: [SourceFile],
    open: @escaping (SourceFile) -> (SyntaxTree, any SourceEditor)
  ) {
    var tally = Tally()
    for (number, file) in files.enumerated() {
      let (tree, editor) = open(file)
      guard !tree.hasErrors, tree.documents.count == 1, let root = tree.root else { continue }
      let trial = Trial(tree: tree, root: root, editor: editor) { open($0).0 }
      let collections = NodeLocator(tree).nodes.filter {
        $0.kind == .mapping || $0.kind == .sequence
      }
      let step = max(1, collections.count / Self.sampleSize)
      for index in stride(from: number % step, to: collections.count, by: step) {
        tally.note(trial.changes(of: collections[index], seed: number + index, Self.probe))
      }
    }
    #expect(tally.made > files.count * 4, "\(tally.made) changes")
    #expect(tally.refused * 50 < tally.made, "\(tally.refused) of \(tally.made) changes refused")
  }

  private struct Tally {
    var made = 0
    var refused = 0

    mutating func note(_ outcomes: [Bool]) {
      made += outcomes.count { $0 }
      refused += outcomes.count { !$0 }
    }
  }
}

/// One document to try changes on.
private struct Trial {
  let tree: SyntaxTree
  let root: Node
  let editor: any SourceEditor
  let parse: (SourceFile) -> SyntaxTree

  /// Tries changes of each sort; returns for each whether it was made or refused.
  func changes(of node: Node, seed: Int, _ probe: SourceLiteral.Member) -> [Bool] {
    let outcomes = [adds(probe, to: node)]
    guard node.count > 0 else { return outcomes }
    return outcomes + removals(from: node, seed: seed)
      + replacements(in: node, seed: seed, by: probe.value)
  }

  /// Requires that an addition takes away nothing but brackets and white space.
  private func adds(_ probe: SourceLiteral.Member, to node: Node) -> Bool {
    let isMapping = node.kind == .mapping
    let elements = [probe.value, .string("a")]
    let edits = Result { () throws(EditRefusal) in
      try isMapping
        ? editor.insert([probe], into: node.range) : editor.append(elements, to: node.range)
    }
    let lost = (try? edits.get())?.map { tree.file.text($0.range) }.joined() ?? ""
    #expect(lost.allSatisfy { "{}[]:- \n\r".contains($0) }, "\(tree.file.path): \(lost)")
    let addition = EditedShape(isMapping ? .object([probe]) : .list(elements))
    return make(edits, at: node) { $0.adding(addition) }
  }

  private func removals(from node: Node, seed: Int) -> [Bool] {
    let keys = node.writtenEntries.map(\.key.writtenRange)
    let elements = node.elements.map(\.writtenRange)
    let count = keys.count + elements.count
    return [1, 2, count].map { number in
      let indices = Set((0..<min(number, count)).map { (seed + $0 * 2) % count })
      let edits = Result { () throws(EditRefusal) in
        try elements.isEmpty
          ? editor.remove(membersKeyedAt: indices.map { keys[$0] }, from: node.range)
          : editor.remove(elementsAt: indices.map { elements[$0] }, from: node.range)
      }
      return make(edits, at: node) { $0.removing(indices) }
    }
  }

  private func replacements(in node: Node, seed: Int, by probe: SourceLiteral) -> [Bool] {
    let values = node.writtenEntries.map(\.value) + node.elements
    let value = values[seed % values.count]
    guard value.aliasRange == nil else { return [] }
    return [probe, .string("new"), .list([.number("1"), probe])].map { literal in
      let edits = Result { () throws(EditRefusal) in
        try editor.replace(value.range, with: literal)
      }
      return make(edits, at: value) { _ in EditedShape(literal) }
    }
  }

  /// Requires that the document with the edits says what it said, but for `change` at `node`.
  private func make(
    _ edits: Result<[Edit], EditRefusal>,
    at node: Node,
    change: (EditedShape) -> EditedShape
  ) -> Bool {
    guard case .success(let edits) = edits else { return false }
    let place = "\(tree.file.path):\(node.location.position.line) \(edits.map(\.text))"
    guard let file = try? tree.file.applying(edits) else {
      Issue.record("\(place): the edits overlap")
      return false
    }
    let edited = parse(file)
    let expected = EditedShape(root, changing: node, by: change)
    #expect(edited.root.map { EditedShape($0) } == expected, "\(place)")
    #expect(edited.diagnostics.count <= tree.diagnostics.count, "\(place)")
    return true
  }
}

extension Edit {
  fileprivate var text: String {
    "\(range.start)..<\(range.end) \(String(decoding: replacement, as: UTF8.self))"
  }
}
