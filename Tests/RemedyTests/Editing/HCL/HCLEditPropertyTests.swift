import Remedy
import SourceText
import Syntax
import Testing

/// Whatever is edited, nothing else changes.
struct HCLEditPropertyTests {
  private static let isAvailable = HCLEditVectors.isAvailable
  private static let reason: Comment = "skipped: no vectors"
  private typealias Member = SourceLiteral.Member

  /// A file with an editor, what it says, and some of the containers in it.
  private struct Subject {
    let tree: HCLTree
    let editor: HCLEditor
    let shape: HCLShapeTree
    let all: [[Int]]
    let paths: [[Int]]

    init(_ tree: HCLTree) {
      self.tree = tree
      editor = HCLEditor(tree)
      shape = HCLShapeTree(tree.body)
      // The bytes of a file that is one block mean the block.
      let isBlock = tree.body.blocks.first?.range == tree.body.range
      all = shape.containers.filter { !isBlock || !$0.isEmpty }
      let step = max(1, all.count / 5)
      paths = stride(from: 0, to: all.count, by: step).map { [all] in all[$0] }
    }

    /// Applies the edits and compares what the file says then.
    func check(_ edits: [Edit], _ expected: HCLShapeTree, keepsComments: Bool = true) throws {
      let file = try tree.file.applying(edits)
      let edited = HCLParser.parse(file)
      let text = file.text(SourceRange(0, file.bytes.count))
      #expect(edited.diagnostics.isEmpty, "\(text)")
      #expect(HCLShapeTree(edited.body).outline == expected.outline, "\(text)")
      if keepsComments { #expect(edited.comments == tree.comments, "\(text)") }
      #expect(edited.flaws <= tree.flaws, "\(text)")
    }

    /// Whether the edits take nothing but white space away.
    func expectWhiteSpace(_ edits: some Collection<Edit>) {
      for edit in edits {
        let isSpace = tree.file.bytes[edit.range.bounds].allSatisfy { " \n\r".utf8.contains($0) }
        #expect(isSpace, "\(tree.file.text(edit.range))")
      }
    }
  }

  private static let subjects = HCLEditVectors.trees.map(Subject.init)

  @Test(.enabled(if: isAvailable, reason))
  func `an inserted member is all that comes`() throws {
    for subject in Self.subjects {
      for path in subject.paths {
        let container = subject.shape[path]
        guard container.kind != .tuple else { continue }
        let edits = try subject.editor.insert([Self.member], into: container.range)
        try subject.check(edits, inserting(into: subject.shape, at: path))
        subject.expectWhiteSpace(edits)
      }
    }
  }

  private static let member = Member("inserted", .list([.string("x")]))

  private func inserting(into shape: HCLShapeTree, at path: [Int]) -> HCLShapeTree {
    var shape = shape
    var container = shape[path]
    let value = HCLShapeTree("tuple", [HCLShapeTree("\"x\"")])
    if container.kind == .body {
      container.children.insert(HCLShapeTree("inserted =", [value]), at: container.argumentCount)
    } else {
      let isQuoted = container.children.last?.text.hasPrefix("\"") == true
      container.children.append(HCLShapeTree(isQuoted ? "\"inserted\"" : "inserted", [value]))
    }
    shape[path] = container
    return shape
  }

  @Test(.enabled(if: isAvailable, reason))
  func `an inserted block is all that comes`() throws {
    let members = [Member("a", .number("1")), Member("b", .object([]), isBlock: true)]
    let block = Member("inserted", .object(members), isBlock: true)
    for subject in Self.subjects {
      for path in subject.paths where subject.shape[path].kind == .body {
        let edits = try subject.editor.insert([block], into: subject.shape[path].range)
        var expected = subject.shape
        let inner = [HCLShapeTree("a =", [HCLShapeTree("1")]), HCLShapeTree("b")]
        expected[path].children.append(HCLShapeTree("inserted", inner))
        try subject.check(edits, expected)
        subject.expectWhiteSpace(edits)
      }
    }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `an appended element is all that comes`() throws {
    for subject in Self.subjects {
      for path in subject.paths where subject.shape[path].kind == .tuple {
        let edits = try subject.editor.append([.number("4711")], to: subject.shape[path].range)
        var expected = subject.shape
        expected[path].children.append(HCLShapeTree("4711"))
        try subject.check(edits, expected)
        subject.expectWhiteSpace(edits)
      }
    }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `members of all objects of a file come at once`() throws {
    for subject in Self.subjects {
      var (edits, expected): ([Edit], HCLShapeTree) = ([], subject.shape)
      for path in subject.all.reversed() where subject.shape[path].kind != .tuple {
        edits += try subject.editor.insert([Self.member], into: subject.shape[path].range)
        expected = inserting(into: expected, at: path)
      }
      try subject.check(edits, expected)
    }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `a replaced value is all that changes`() throws {
    for subject in Self.subjects {
      for path in subject.paths {
        for (index, child) in subject.shape[path].children.enumerated() where child.kind != .body {
          let place = path + [index] + (child.key == nil ? [] : [0])
          let value = subject.shape[place]
          let edits = try subject.editor.replace(value.range, with: .object([Self.member]))
          var expected = subject.shape
          let list = HCLShapeTree("tuple", [HCLShapeTree("\"x\"")])
          expected[place] = HCLShapeTree("object", [HCLShapeTree("inserted", [list])])
          try subject.check(edits, expected, keepsComments: false)
          #expect(edits.first?.range == value.range)
          subject.expectWhiteSpace(edits.dropFirst())
        }
      }
    }
  }

  @Test(.enabled(if: isAvailable, reason))
  func `a removed member or element is all that goes`() throws {
    for subject in Self.subjects {
      for path in subject.paths {
        let container = subject.shape[path]
        for picked in picks(of: container) {
          var expected = subject.shape
          expected[path].children = container.children.indices.filter { !picked.contains($0) }
            .map { container.children[$0] }
          try subject.check(
            try removing(picked, from: container, subject.editor),
            expected,
            keepsComments: false
          )
        }
      }
    }
  }

  /// Some sets of children: each alone, pairs of neighbours, every other, all; blocks by their type.
  private func picks(of container: HCLShapeTree) -> [Set<Int>] {
    let count = container.children.count
    guard count > 0 else { return [] }
    let single = (0..<min(count, 3)).map { Set([$0]) }
    let pairs = (1..<max(count, 1)).prefix(2).map { Set([$0 - 1, $0]) }
    let others = [Set(0..<count), Set(stride(from: 0, to: count, by: 2))]
    return (single + pairs + others).map { picked in
      let types = Set(picked.compactMap { container.children[$0].blockType })
      return picked.union(
        container.children.indices.filter { index in
          container.children[index].blockType.map(types.contains) ?? false
        }
      )
    }
  }

  private func removing(
    _ picked: Set<Int>,
    from container: HCLShapeTree,
    _ editor: HCLEditor
  ) throws -> [Edit] {
    let children = picked.sorted().map { container.children[$0] }
    if container.kind == .tuple {
      return try editor.remove(elementsAt: children.map(\.range), from: container.range)
    }
    return try editor.remove(membersKeyedAt: children.compactMap(\.key), from: container.range)
  }
}

extension HCLShapeTree {
  /// The type of a block, that of the generated ones if it is `dynamic`.
  fileprivate var blockType: String? {
    guard kind == .body else { return nil }
    let words = text.split(separator: " ")
    return String(words.first == "dynamic" && words.count > 1 ? words[1] : words.first ?? "")
  }
}

extension HCLTree {
  /// The comments, sorted.
  fileprivate var comments: [String] {
    tokens.filter { $0.kind == .comment || $0.kind == .lineComment }
      .map { token in
        String(file.text(token.range).prefix { !$0.isNewline })
      }.sorted()
  }

  /// How many lines there are of spaces alone, or blank ones more than one in a row.
  fileprivate var flaws: Int {
    var (count, wasBlank) = (0, false)
    for line in file.lines.starts.indices {
      let text = file.text(file.lineRange(line))
      if text.last == " " { count += 1 }
      if text.isEmpty, wasBlank { count += 1 }
      wasBlank = text.isEmpty
    }
    return count
  }
}
