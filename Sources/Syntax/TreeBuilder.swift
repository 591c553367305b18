import SourceText

/// Collects the nodes of a file while it is read from front to back.
struct TreeBuilder {
  /// How deep collections may nest; deeper input is refused, as recursive readers would overflow.
  static let depthLimit = 500

  /// A collection that is still being read.
  struct Frame {
    /// The index of the collection's record.
    let index: UInt32
    let isMapping: Bool
    /// The number of keys of outer mappings when this one began.
    let outerKeys: Int
    /// The number of nodes that aliases had brought in when this collection began.
    let outerExpansion: Int
    /// The number of children so far.
    var count: UInt32 = 0
    /// The number of levels below this one, those behind aliases included.
    var height = 0

    /// Whether one of the keys is a plain `<<`.
    var hasMergeKey = false

    /// Whether the next child is a key.
    var expectsKey: Bool { isMapping && count.isMultiple(of: 2) }
  }

  /// A key of a mapping, with the number of bytes of its text.
  struct Key {
    let index: UInt32
    let length: UInt32
  }

  let file: SourceFile
  var diagnostics: [Diagnostic] = []
  private(set) var records: ContiguousArray<NodeRecord> = []
  var decodedBytes: [UInt8] = []
  private(set) var properties: [UInt32: NodeProperties] = [:]
  private(set) var roots: [UInt32] = []
  private(set) var frames: ContiguousArray<Frame> = []
  /// The end of the node that was finished or begun last.
  private var lastEnd: UInt32 = 0
  /// The keys of every open mapping, the innermost one's last.
  private(set) var keys: ContiguousArray<Key> = []
  /// The number of nodes that aliases have brought in so far.
  var expansion = 0

  /// The code under which equal keys are reported.
  let duplicateCode: String

  init(file: SourceFile, duplicateCode: String) {
    self.file = file
    self.duplicateCode = duplicateCode
    records.reserveCapacity(file.bytes.count / 16)
  }

  /// The index that the next node will have.
  var nextIndex: UInt32 { UInt32(records.count) }

  mutating func report(
    _ severity: Diagnostic.Severity,
    _ code: String,
    _ text: LocalizedText,
    at range: SourceRange
  ) {
    diagnostics.append(Diagnostic(severity, code, text, at: SourceLocation(file, range)))
  }

  /// Appends a scalar whose text is a part of the file, or of the pool if `isDecoded`.
  mutating func appendScalar(
    _ kind: NodeRecord.Kind,
    _ style: Node.Style,
    start: Int,
    end: Int,
    text: Range<Int>,
    isDecoded: Bool
  ) {
    append(
      NodeRecord(
        kind: kind,
        style: style,
        flags: isDecoded ? .decoded : [],
        start: UInt32(start),
        end: UInt32(end),
        first: UInt32(text.lowerBound),
        count: UInt32(text.count)
      )
    )
  }

  /// Appends an alias of the finished node at `target`.
  mutating func appendAlias(of target: UInt32, height: Int, start: Int, end: Int) {
    append(
      NodeRecord(
        kind: .alias,
        style: .plain,
        start: UInt32(start),
        end: UInt32(end),
        first: target,
        count: 0
      )
    )
    raiseHeight(to: height)
  }

  /// Begins a collection; `close` ends it.
  mutating func open(_ kind: NodeRecord.Kind, _ style: Node.Style, start: Int, end: Int) {
    let index = nextIndex
    append(
      NodeRecord(
        kind: kind,
        style: style,
        start: UInt32(start),
        end: UInt32(end),
        first: 0,
        count: 0
      )
    )
    frames.append(
      Frame(
        index: index,
        isMapping: kind == .mapping,
        outerKeys: keys.count,
        outerExpansion: expansion
      )
    )
  }

  /// Ends the innermost collection at `end`, or behind its last descendant.
  @discardableResult mutating func close(end: Int?) -> Frame {
    guard let frame = frames.popLast() else {
      preconditionFailure("a collection was closed that was never opened")
    }
    let index = Int(frame.index)
    if let end {
      records[index].end = UInt32(end)
    } else if frame.count > 0 {
      records[index].end = max(records[index].end, lastEnd)
    }
    lastEnd = records[index].end
    records[index].first = nextIndex
    records[index].count = frame.count
    if frame.isMapping {
      if frame.hasMergeKey { settleMerges(from: frame.outerKeys, of: frame.index) }
      if keys.count - frame.outerKeys > 1 {
        settleDuplicates(from: frame.outerKeys, of: frame.index)
      }
      keys.removeSubrange(frame.outerKeys...)
    }
    raiseHeight(to: frame.height + 1)
    return frame
  }

  /// Ends every open collection where the input broke off; a key without a value is dropped.
  mutating func abandon() {
    while let frame = frames.last {
      if frame.isMapping, !frame.expectsKey, let key = keys.popLast() {
        records.removeSubrange(Int(key.index)...)
        frames[frames.count - 1].count -= 1
      }
      close(end: nil)
    }
  }

  /// Notes the tag and the anchor of the node at `index`.
  mutating func setProperties(_ value: NodeProperties, at index: UInt32) {
    properties[index] = value
    records[Int(index)].flags.insert(.hasProperties)
  }

  /// Says that the last node, a key of the innermost mapping, is a merge key.
  mutating func markMergeKey() {
    records[records.count - 1].flags.insert(.merges)
    frames[frames.count - 1].hasMergeKey = true
  }

  mutating func insertFlag(_ flag: NodeRecord.Flags, at index: UInt32) {
    records[Int(index)].flags.insert(flag)
  }

  mutating func removeFlag(_ flag: NodeRecord.Flags, at index: UInt32) {
    records[Int(index)].flags.remove(flag)
  }

  private mutating func append(_ record: NodeRecord) {
    let index = nextIndex
    lastEnd = record.end
    if frames.isEmpty {
      roots.append(index)
      records.append(record)
    } else {
      let expectsKey = frames[frames.count - 1].expectsKey
      frames[frames.count - 1].count += 1
      records.append(record)
      if expectsKey { keys.append(key(at: index)) }
    }
  }

  private mutating func raiseHeight(to height: Int) {
    guard let frame = frames.last, frame.height < height else { return }
    frames[frames.count - 1].height = height
  }

  /// The key that the record at `index` makes; one that is no scalar equals no other key.
  private func key(at index: UInt32) -> Key {
    let record = meaning(of: index)
    return Key(index: index, length: record.isCollection ? .max : record.count)
  }

  /// The record at `index`, or the one that it is an alias of.
  func meaning(of index: UInt32) -> NodeRecord {
    let record = records[Int(index)]
    return record.kind == .alias ? records[Int(record.first)] : record
  }
}
