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
      let step = max(1, all.count / (tree.file.bytes.count > 6000 ? 2 : 6))
      paths = stride(from: 0, to: all.count, by: step).map { [all] in all[$0] }
    }

    /// Applies the edits and compares what the file says then, and how its arguments are aligned
    /// unless values of several lines have come or gone.
    func check(
      _ edits: [Edit],
      _ expected: HCLShapeTree,
      mayGo: Set<String> = [],
      keepsLines: Bool = true
    ) throws {
      let file = try tree.file.applying(edits)
      let edited = HCLParser.parse(file)
      let text = file.text(SourceRange(0, file.bytes.count))
      #expect(edited.diagnostics.isEmpty, "\(text)")
      #expect(HCLShapeTree(edited.body).outline == expected.outline, "\(text)")
      for (comment, count) in tree.comments where !mayGo.contains(comment) {
        #expect(edited.comments[comment] == count, "\(text)")
      }
      #expect(edited.flaws <= tree.flaws, "\(text)")
      if keepsLines, tree.body.isAligned { #expect(edited.body.isAligned, "\(text)") }
    }

    /// Whether the edits take nothing but white space away.
    func expectWhiteSpace(_ edits: some Collection<Edit>) {
      for edit in edits {
        let isSpace = tree.file.bytes[edit.range.bounds].allSatisfy { " \n\r".utf8.contains($0) }
        #expect(isSpace, "\(tree.file.text(edit.range))")
      }
    }
  }

  /// All files, some of them with other line endings.
  private static let subjects = HCLEditVectors.trees.enumerated().map { index, tree in
    guard index.isMultiple(of: 3) else { return Subject(tree) }
    let text = tree.file.text(SourceRange(0, tree.file.bytes.count))
    return Subject(HCLSample(text.replacing("\n", with: "\r\n")).tree)
  }

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
        for (index, child) in subject.shape[path].children.prefix(4).enumerated()
        where child.kind != .body {
          let place = path + [index] + (child.key == nil ? [] : [0])
          let value = subject.shape[place]
          let edits = try subject.editor.replace(value.range, with: .object([Self.member]))
          var expected = subject.shape
          let list = HCLShapeTree("tuple", [HCLShapeTree("\"x\"")])
          expected[place] = HCLShapeTree("object", [HCLShapeTree("inserted", [list])])
          let comments = subject.tree.comments(around: value)
          try subject.check(edits, expected, mayGo: comments, keepsLines: false)
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
            mayGo: Set(picked.flatMap { subject.tree.comments(around: container.children[$0]) }),
            keepsLines: container.kind == .body || picked.count < container.children.count
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
  /// How often each comment occurs.
  fileprivate var comments: [String: Int] {
    commentTokens.reduce(into: [:]) { $0[text(of: $1), default: 0] += 1 }
  }

  private var commentTokens: [HCLToken] {
    tokens.filter { $0.kind == .comment || $0.kind == .lineComment }
  }

  private func text(of comment: HCLToken) -> String {
    String(file.text(comment.range).prefix { !$0.isNewline })
  }

  /// The comments within a member or an element, behind it on its line, and right above it.
  fileprivate func comments(around shape: HCLShapeTree) -> Set<String> {
    let value = shape.kind == .body ? shape.range : shape.children.first?.range ?? shape.range
    let range = (shape.key ?? shape.range).union(shape.key == nil ? shape.range : value)
    var first = file.lines.line(at: Int(range.start))
    let last = file.lines.line(at: Int(range.end))
    for token in commentTokens.reversed() where token.range.start < range.start {
      let lines = [token.range.start, token.range.end - 1].map { file.lines.line(at: Int($0)) }
      if lines[0] < first, lines[1] >= first - 1 { first = lines[0] }
    }
    return Set(
      commentTokens.filter { token in
        (first...last).contains(file.lines.line(at: Int(token.range.start)))
      }.map(text)
    )
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

extension HCLBody {
  /// Whether the equals signs of arguments on consecutive lines stand as the peer puts them.
  fileprivate var isAligned: Bool {
    var runs: [[HCLAttribute]] = []
    for attribute in attributes where attribute.isRow {
      if let last = runs.last?.last, last.lines.upperBound == attribute.lines.lowerBound {
        runs[runs.count - 1].append(attribute)
      } else {
        runs.append([attribute])
      }
    }
    return blocks.allSatisfy { $0.body.isAligned }
      && attributes.allSatisfy { $0.gap.utf8.allSatisfy { $0 == UInt8(ascii: " ") } }
      && attributes.allSatisfy { $0.isRow || $0.gap == " " }
      && runs.allSatisfy { run in
        let ends = run.map { file.position(at: Int($0.nameRange.end)).column }
        let columns = run.map { file.position(at: Int($0.equalsRange.start)).column }
        return columns.allSatisfy { $0 == (ends.max() ?? 0) + 1 }
      }
  }
}

extension HCLAttribute {
  /// What stands before the equals sign.
  fileprivate var gap: String {
    location.file.text(SourceRange(Int(nameRange.end), Int(equalsRange.start)))
  }

  /// Whether the peer takes the argument for one line, as it does with a heredoc.
  fileprivate var isRow: Bool {
    lines.count == 1 || location.file.text(expression.range).hasPrefix("<<")
  }

  /// The lines that the argument stands on.
  fileprivate var lines: Range<Int> {
    let lines = location.file.lines
    return lines.line(at: Int(range.start))..<(lines.line(at: Int(range.end)) + 1)
  }
}
