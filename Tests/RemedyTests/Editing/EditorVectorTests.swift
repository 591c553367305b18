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

  private static let largestSize = 40_000
  private static let sampleSize = 5

  private static let files: [SourceFile] = ["cloudformation", "posture"].flatMap { (name: String) -> [SourceFile] in
    let folder = folder.appending(path: name)
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).sorted().compactMap { path in
      guard [".json", ".yaml", ".yml"].contains(where: path.hasSuffix),
        let bytes = try? Data(contentsOf: folder.appending(path: path)), bytes.count < largestSize
      else { return nil }
      return SourceFile(path: path, bytes: Array(bytes))
    }
  }

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
    check(Self.files.filter { $0.path.hasSuffix(".json") }, { JSONParser.parse($0) }) {
      JSONEditor($0)
    }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `a YAML template changes as intended`() {
    check(Self.files.filter { !$0.path.hasSuffix(".json") }, YAMLParser.parse) { YAMLEditor($0) }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `JSON changes as intended in the hands of the YAML editor`() {
    check(Self.files.filter { $0.path.hasSuffix(".json") }, YAMLParser.parse) { YAMLEditor($0) }
  }

  private func check(
    _ files: [SourceFile],
    _ parse: @escaping (SourceFile) -> SyntaxTree,
    _ makeEditor: (SyntaxTree) -> any SourceEditor
  ) {
    var tally = Tally()
    for (number, file) in files.enumerated() {
      let tree = parse(file)
      guard !tree.hasErrors, tree.documents.count == 1, let root = tree.root else { continue }
      let trial = Trial(tree: tree, root: root, editor: makeEditor(tree), parse: parse)
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

  /// Tries one change of each sort; returns for each whether it was made or refused.
  func changes(of node: Node, seed: Int, _ probe: SourceLiteral.Member) -> [Bool] {
    let isMapping = node.kind == .mapping
    let values = isMapping ? node.writtenEntries.map(\.value) : node.elements
    let places =
      isMapping ? node.writtenEntries.map(\.key.writtenRange) : values.map(\.writtenRange)
    let addition: SourceLiteral = isMapping ? .object([probe]) : .list([probe.value, .string("a")])
    var outcomes = [
      addsOnly(node, { $0.adding(EditedShape(addition)) }) { () throws(EditRefusal) in
        guard case .list(let elements) = addition else {
          return try editor.insert([probe], into: node.range)
        }
        return try editor.append(elements, to: node.range)
      }
    ]
    guard !values.isEmpty else { return outcomes }
    for count in [1, 2, values.count] {
      let indices = Set((0..<min(count, values.count)).map { (seed + $0 * 2) % values.count })
      let ranges = indices.map { places[$0] }
      outcomes.append(
        makes({ $0.removing(indices) }, at: node) { () throws(EditRefusal) in
          try isMapping
            ? editor.remove(membersKeyedAt: ranges, from: node.range)
            : editor.remove(elementsAt: ranges, from: node.range)
        } != nil
      )
    }
    let value = values[seed % values.count]
    guard value.aliasRange == nil else { return outcomes }
    for literal in [probe.value, .string("new"), .list([.number("1"), probe.value])] {
      outcomes.append(
        makes({ _ in EditedShape(literal) }, at: value) { () throws(EditRefusal) in
          try editor.replace(value.range, with: literal)
        } != nil
      )
    }
    return outcomes
  }

  /// Requires that a change takes away nothing but brackets and white space.
  private func addsOnly(
    _ node: Node,
    _ change: (EditedShape) -> EditedShape,
    _ edit: () throws(EditRefusal) -> [Edit]
  ) -> Bool {
    guard let edits = makes(change, at: node, edit) else { return false }
    let lost = edits.map { tree.file.text($0.range) }.joined()
    #expect(lost.allSatisfy { "{}[]:- \n\r".contains($0) }, "\(tree.file.path): \(lost)")
    return true
  }

  /// Requires that the document with the edits says what it said, but for `change` at `node`.
  private func makes(
    _ change: (EditedShape) -> EditedShape,
    at node: Node,
    _ edit: () throws(EditRefusal) -> [Edit]
  ) -> [Edit]? {
    do {
      let edits = try edit()
      let file = try tree.file.applying(edits)
      let edited = parse(file)
      let expected = EditedShape(root, changing: node, by: change)
      let position = node.location.position
      let place = "\(file.path):\(position.line):\(position.column) \(edits.map(\.text))"
      #expect(edited.root.map { EditedShape($0) } == expected, "\(place)")
      #expect(edited.diagnostics.count <= tree.diagnostics.count, "\(place)")
      return edits
    } catch is EditRefusal {
      return nil
    } catch {
      Issue.record(error, "\(tree.file.path)")
      return nil
    }
  }
}

extension Edit {
  fileprivate var text: String {
    "\(range.start)..<\(range.end) \(String(decoding: replacement, as: UTF8.self))"
  }
}
