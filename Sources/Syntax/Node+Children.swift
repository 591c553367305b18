package import SourceText

extension Node {
  /// A key of a mapping with its value.
  package struct Entry: Sendable, Hashable {
    /// The key.
    package let key: Node
    /// The value.
    package let value: Node
    /// The bytes from the key to the end of the value, or of the alias that stands for it.
    package let range: SourceRange
  }

  /// The number of elements of a sequence or of entries of a mapping; 0 for scalars.
  package var count: Int {
    let record = record
    switch record.kind {
    case .sequence: return Int(record.count)
    case .mapping where record.flags.contains(.isUneven): return entries.count
    case .mapping: return Int(record.count) / 2
    default: return 0
    }
  }

  /// The elements of a sequence, in order; empty for every other kind.
  package var elements: [Node] {
    let record = record
    guard record.kind == .sequence else { return [] }
    var elements: [Node] = []
    elements.reserveCapacity(Int(record.count))
    var child = index + 1
    while child < record.first {
      elements.append(Node(tree, at: child, alias: alias))
      child = tree.records[Int(child)].next(after: child)
    }
    return elements
  }

  /// The entries of a mapping, in order; empty for every other kind.
  ///
  /// Of two equal keys the last counts. The entries that a merge key (`<<`) brings in come first,
  /// unless the mapping has the key itself.
  package var entries: [Entry] {
    var entries: [Entry] = []
    var merged: [Node] = []
    visitEntries { entry in
      if entry.key.record.flags.contains(.merges) {
        merged += entry.value.mergeSources
      } else {
        entries.append(entry)
      }
      return true
    }
    return merged.isEmpty ? entries : merge(merged, into: entries)
  }

  /// The value of the entry whose key has the text `key`.
  package subscript(_ key: String) -> Node? { entry(key)?.value }

  /// The entry whose key has the text `key`.
  package func entry(_ key: String) -> Entry? {
    var found: Entry?
    var merged: [Node] = []
    visitEntries { entry in
      if entry.key.record.flags.contains(.merges) {
        merged += entry.value.mergeSources
      } else if entry.key.hasText(key.utf8Span.span) {
        found = entry
      }
      return found == nil
    }
    if let found { return found }
    for source in merged {
      if let entry = source.entry(key) { return entry }
    }
    return nil
  }

  /// Hands the entries that are not shadowed to `body`, merge keys included, until it says no.
  private func visitEntries(_ body: (Entry) -> Bool) {
    let record = record
    guard record.kind == .mapping else { return }
    var keyIndex = index + 1
    while keyIndex < record.first {
      let keyRecord = tree.records[Int(keyIndex)]
      let valueIndex = keyRecord.next(after: keyIndex)
      let valueRecord = tree.records[Int(valueIndex)]
      if !keyRecord.flags.contains(.isShadowed) {
        let entry = Entry(
          key: Node(tree, at: keyIndex, alias: alias),
          value: Node(tree, at: valueIndex, alias: alias),
          range: keyRecord.range.union(valueRecord.range)
        )
        guard body(entry) else { return }
      }
      keyIndex = valueRecord.next(after: valueIndex)
    }
  }

  /// The mappings that a merge key with this value merges.
  private var mergeSources: [Node] { kind == .sequence ? elements : [self] }

  private func merge(_ sources: [Node], into own: [Entry]) -> [Entry] {
    var names = Set(own.compactMap(\.key.textBytes))
    var merged: [Entry] = []
    for source in sources {
      for entry in source.entries {
        guard let name = entry.key.textBytes, names.insert(name).inserted else { continue }
        merged.append(entry)
      }
    }
    return merged + own
  }
}

extension NodeRecord {
  /// The index of the next sibling of a record that stands at `index`.
  func next(after index: UInt32) -> UInt32 { isCollection ? first : index + 1 }
}
