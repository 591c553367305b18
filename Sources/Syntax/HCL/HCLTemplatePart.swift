package import SourceText

/// A part of a string, a heredoc or a template file.
package enum HCLTemplatePart: Sendable {
  case literal(HCLLiteral)
  /// `${x}` with its bytes.
  case interpolation(HCLExpression, SourceRange)
  /// `%{ if }` with both branches and the bytes up to `%{ endif }`.
  indirect case conditional(
    HCLExpression,
    then: [HCLTemplatePart],
    otherwise: [HCLTemplatePart],
    SourceRange
  )
  case loop(HCLTemplateLoop)
}

/// A piece of text of a template.
///
/// The white space that `~` and `<<-` take away is no part of it.
package struct HCLLiteral: Sendable {
  private let tree: HCLTree
  /// The bytes of the piece.
  package let range: SourceRange
  /// Whether the text is the bytes as they stand in the file.
  package let isVerbatim: Bool
  private let isQuoted: Bool

  init(_ tree: HCLTree, _ range: SourceRange, isVerbatim: Bool, isQuoted: Bool) {
    self.tree = tree
    self.range = range
    self.isVerbatim = isVerbatim
    self.isQuoted = isQuoted
  }

  /// The text without escape sequences.
  package var text: String {
    guard !isVerbatim else { return tree.file.text(range) }
    return HCLEscapes.decode(range.bounds, of: tree.file.bytes, isQuoted: isQuoted)
  }

  /// The file and the bytes of the piece, or where the text stands that was made up.
  package var location: SourceLocation { tree.location(range) }

  /// Whether `next` goes on where this piece ends, in one string or as verbatim.
  fileprivate func joins(_ next: HCLLiteral) -> Bool {
    range.end == next.range.start && (isQuoted || isVerbatim && next.isVerbatim)
  }

  fileprivate func joined(to next: HCLLiteral) -> HCLLiteral {
    HCLLiteral(
      tree,
      range.union(next.range),
      isVerbatim: isVerbatim && next.isVerbatim,
      isQuoted: isQuoted
    )
  }
}

/// `%{ for }` with what is repeated.
package struct HCLTemplateLoop: Sendable {
  /// The name of the key or index, where one is declared.
  package let keyName: String?
  /// The name of the element.
  package let valueName: String
  /// What the directive goes through.
  package let collection: HCLExpression
  /// The parts that are repeated.
  package let body: [HCLTemplatePart]
  /// The bytes from the directive to its `%{ endfor }`.
  package let range: SourceRange

  init(_ tree: HCLTree, _ record: HCLRecord) {
    let parts = Array(tree.children(of: record))
    let key = parts[0] == HCLRecord.none ? nil : tree.records[Int(parts[0])].range
    self.keyName = key.map { tree.file.text($0) }
    self.valueName = tree.file.text(tree.records[Int(parts[1])].range)
    self.collection = HCLExpression(tree, parts[2])
    self.body = tree.parts(of: tree.records[Int(parts[3])])
    self.range = record.range
  }
}

extension HCLTree {
  /// The parts of a template or of a branch, empty texts left out and neighbours joined.
  func parts(of record: HCLRecord) -> [HCLTemplatePart] {
    var parts: [HCLTemplatePart] = []
    for child in children(of: record) {
      let record = records[Int(child)]
      guard record.kind == .literal else {
        parts.append(part(record))
        continue
      }
      guard record.end > record.start else { continue }
      let literal = HCLLiteral(
        self,
        record.range,
        isVerbatim: !record.flags.contains(.isEscaped),
        isQuoted: record.flags.contains(.isQuoted)
      )
      if case .literal(let last) = parts.last, last.joins(literal) {
        parts[parts.count - 1] = .literal(last.joined(to: literal))
      } else {
        parts.append(.literal(literal))
      }
    }
    return parts
  }

  private func part(_ record: HCLRecord) -> HCLTemplatePart {
    switch record.kind {
    case .templateConditional:
      .conditional(
        HCLExpression(self, record.first),
        then: branch(record.second),
        otherwise: branch(record.third),
        record.range
      )
    case .templateLoop: .loop(HCLTemplateLoop(self, record))
    default: .interpolation(HCLExpression(self, record.first), record.range)
    }
  }

  private func branch(_ index: UInt32) -> [HCLTemplatePart] {
    index == HCLRecord.none ? [] : parts(of: records[Int(index)])
  }
}
