internal import CYAML
import SourceText

/// Turns libyaml's events into a tree with exact byte ranges.
struct YAMLReader {
  var builder: TreeBuilder
  var cursor: ScalarCursor
  var anchors: [String: Anchor] = [:]
  /// The anchors of the collections that are being read, the innermost one's last.
  private var openAnchors: [(name: String, index: UInt32)] = []

  /// Whether aliases have multiplied beyond the limit, which is said once.
  var hasReportedExpansion = false

  /// A node that aliases can name.
  struct Anchor {
    let index: UInt32
    /// The number of nodes below and including it, aliases expanded; `nil` while it is read.
    var size: Int?
    /// The number of levels of collections in it.
    var height = 0
  }

  init(file: SourceFile) {
    self.builder = TreeBuilder(file: file, duplicateCode: "yaml.duplicate-key")
    self.cursor = ScalarCursor(file.bytes, from: file.contentStart)
  }

  var bytes: [UInt8] { builder.file.bytes }

  /// Reads everything; the first error ends the tree.
  mutating func read() {
    if let problem = YAMLProblem.refusal(of: builder.file) {
      return report(problem)
    }
    let start = builder.file.contentStart
    unsafe bytes.withUnsafeBufferPointer { input in
      let content = unsafe UnsafeBufferPointer(rebasing: input[start...])
      guard var source = unsafe YAMLEventSource(content) else {
        preconditionFailure("no memory is left for a YAML parser")
      }
      readEvents(of: &source)
    }
    builder.abandon()
  }

  private mutating func readEvents(of source: inout YAMLEventSource) {
    while true {
      guard let event = unsafe source.next() else {
        let failure = source.failure
        let mark = cursor.offset(of: failure.mark, in: bytes)
        let context = cursor.offset(of: failure.contextMark, in: bytes)
        return report(
          YAMLProblem(failure, at: mark, context: context, in: builder.file)
        )
      }
      guard unsafe read(event.pointee) else { return }
    }
  }

  /// Takes in one event; returns whether there is more to read.
  private mutating func read(_ event: yaml_event_t) -> Bool {
    let start = unsafe cursor.offset(of: event.start_mark.index, in: bytes)
    let end = unsafe cursor.offset(of: event.end_mark.index, in: bytes)
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT:
      return false
    case YAML_DOCUMENT_START_EVENT:
      anchors.removeAll()
    case YAML_SCALAR_EVENT:
      unsafe readScalar(event.data.scalar, start, end)
    case YAML_ALIAS_EVENT:
      unsafe readAlias(of: String(cString: event.data.alias.anchor), start, end)
    case YAML_SEQUENCE_START_EVENT:
      let opening = unsafe event.data.sequence_start
      let properties = unsafe YAMLProperties(tag: opening.tag, anchor: opening.anchor)
      let isFlow = unsafe opening.style == YAML_FLOW_SEQUENCE_STYLE
      return open(.sequence, isFlow: isFlow, properties, start, end)
    case YAML_MAPPING_START_EVENT:
      let opening = unsafe event.data.mapping_start
      let properties = unsafe YAMLProperties(tag: opening.tag, anchor: opening.anchor)
      let isFlow = unsafe opening.style == YAML_FLOW_MAPPING_STYLE
      return open(.mapping, isFlow: isFlow, properties, start, end)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      close(end: end)
    default:
      break
    }
    return true
  }

  private mutating func open(
    _ kind: NodeRecord.Kind,
    isFlow: Bool,
    _ properties: YAMLProperties,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    guard builder.frames.count < TreeBuilder.depthLimit else {
      report(.nesting(at: start))
      return false
    }
    let first = openingOffset(start, end)
    let index = builder.nextIndex
    builder.open(kind, isFlow ? .flow : .block, start: first, end: max(first, end))
    note(properties, at: index)
    if let name = properties.anchor {
      anchors[name] = Anchor(index: index)
      openAnchors.append((name, index))
    }
    return true
  }

  /// Keeps the tag and the anchor of the node at `index`, if it has any to show.
  mutating func note(_ properties: YAMLProperties, at index: UInt32) {
    guard properties.customTag != nil || properties.anchor != nil else { return }
    builder.setProperties(
      NodeProperties(tag: properties.customTag, anchor: properties.anchor),
      at: index
    )
  }

  mutating func report(_ problem: YAMLProblem) {
    builder.report(.error, problem.code, problem.text, at: problem.range)
  }

  /// The first byte of a collection whose event, tag and anchor included, spans `start..<end`.
  ///
  /// The event ends behind a bracket, a dash or a question mark, or right before the first key.
  private func openingOffset(_ start: Int, _ end: Int) -> Int {
    guard end > start else { return start }
    return "[{-?".utf8.contains(bytes[end - 1]) ? end - 1 : end
  }

  private mutating func close(end: Int) {
    guard let frame = builder.frames.last else { return }
    let record = builder.records[Int(frame.index)]
    let opening = bytes[Int(record.start)]
    let hasBrackets =
      record.style == .flow
      && opening == (record.kind == .mapping ? UInt8(ascii: "{") : UInt8(ascii: "["))
    builder.close(end: hasBrackets ? end : nil)
    finishAnchor(of: frame)
  }

  /// Notes how much the aliases of the collection that `frame` was will bring in.
  private mutating func finishAnchor(of frame: TreeBuilder.Frame) {
    guard let open = openAnchors.last, open.index == frame.index else { return }
    openAnchors.removeLast()
    guard anchors[open.name]?.index == frame.index else { return }
    let written = Int(builder.nextIndex - frame.index)
    anchors[open.name] = Anchor(
      index: frame.index,
      size: written + builder.expansion - frame.outerExpansion,
      height: frame.height + 1
    )
  }
}
