/// Bytes to put in the place of a range of a file.
package struct Edit: Hashable, Sendable {
  /// The bytes that go; an empty range inserts.
  package let range: SourceRange
  /// The bytes that come; none deletes.
  package let replacement: [UInt8]
  /// How deep the text is nested; of several insertions at one place the deepest comes first.
  package let depth: Int

  /// Replaces the bytes in `range` by `replacement`.
  package init(_ range: SourceRange, _ replacement: [UInt8], depth: Int = 0) {
    self.range = range
    self.replacement = replacement
    self.depth = depth
  }

  /// Replaces the bytes in `range` by the UTF-8 bytes of `text`.
  package init(_ range: SourceRange, text: String) {
    self.init(range, Array(text.utf8))
  }

  /// Inserts the UTF-8 bytes of `text` before the byte at `offset`.
  package init(insert text: String, at offset: Int, depth: Int = 0) {
    self.init(SourceRange(offset, offset), Array(text.utf8), depth: depth)
  }
}

extension Edit {
  /// The edits in the order of their places; those at one place stay in order, the deepest first.
  package static func inOrder(_ edits: [Edit]) -> [Edit] {
    edits.enumerated().sorted { left, right in
      (left.element.range.start, left.element.range.end, right.element.depth, left.offset)
        < (right.element.range.start, right.element.range.end, left.element.depth, right.offset)
    }.map(\.element)
  }
}

/// Why a set of edits cannot be applied to a file.
package enum EditError: Error, Hashable {
  /// Both edits change the same bytes.
  case overlap(Edit, Edit)
  /// The edit reaches behind the end of the file.
  case outOfBounds(Edit)
}

extension SourceFile {
  /// The file with all of `edits` made at once; their ranges are those of this file.
  ///
  /// The order of the edits does not count, but insertions of one depth at one place stay in order.
  package func applying(_ edits: [Edit]) throws(EditError) -> SourceFile {
    let sorted = Edit.inOrder(edits)
    try check(sorted)
    var result: [UInt8] = []
    var copied = 0
    for edit in sorted {
      result += bytes[copied..<edit.range.bounds.lowerBound]
      result += edit.replacement
      copied = edit.range.bounds.upperBound
    }
    result += bytes[copied...]
    return SourceFile(path: path, bytes: result)
  }

  private func check(_ sorted: [Edit]) throws(EditError) {
    for (earlier, later) in zip(sorted, sorted.dropFirst())
    where later.range.start < earlier.range.end {
      throw .overlap(earlier, later)
    }
    for edit in sorted where Int(edit.range.end) > bytes.count {
      throw .outOfBounds(edit)
    }
  }
}
