package import SourceText

extension Node {
  /// The entries of a mapping as they stand in the file, in order; empty for every other kind.
  ///
  /// Unlike in `entries`, equal keys all count, and a merge key (`<<`) is an entry of its own.
  package var writtenEntries: [Entry] {
    let record = record
    guard record.kind == .mapping else { return [] }
    var entries: [Entry] = []
    entries.reserveCapacity(Int(record.count) / 2)
    var keyIndex = index + 1
    while keyIndex < record.first {
      let keyRecord = tree.records[Int(keyIndex)]
      let valueIndex = keyRecord.next(after: keyIndex)
      let valueRecord = tree.records[Int(valueIndex)]
      entries.append(
        Entry(
          key: Node(tree, at: keyIndex, alias: alias),
          value: Node(tree, at: valueIndex, alias: alias),
          range: keyRecord.range.union(valueRecord.range)
        )
      )
      keyIndex = valueRecord.next(after: valueIndex)
    }
    return entries
  }

  /// The bytes that stand for the value where it was reached: its own, or those of an alias.
  package var writtenRange: SourceRange { aliasRange ?? range }
}
