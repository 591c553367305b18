internal import CYAML

/// libyaml's parser over bytes that stay where they are.
@safe struct YAMLEventSource: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// Begins to read `input`, which must outlive the source.
  ///
  /// Returns `nil` where no memory is left.
  init?(_ input: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else { return nil }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }

  /// Reads the next event, which is valid until the next call.
  ///
  /// Returns `nil` where the input cannot be read.
  mutating func next() -> UnsafeMutablePointer<yaml_event_t>? {
    unsafe yaml_event_delete(event)
    guard unsafe yaml_parser_parse(parser, event) == 1 else { return nil }
    return unsafe event
  }

  /// Why the last call of `next` returned `nil`.
  var failure: YAMLFailure {
    unsafe YAMLFailure(
      isEncoding: parser.pointee.error == YAML_READER_ERROR,
      problem: Self.text(parser.pointee.problem),
      byteOffset: parser.pointee.problem_offset,
      value: Int(parser.pointee.problem_value),
      mark: parser.pointee.problem_mark.index,
      context: Self.text(parser.pointee.context),
      contextMark: parser.pointee.context_mark.index
    )
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

/// Why libyaml could not read on.
struct YAMLFailure {
  /// Whether the bytes are at fault, at `byteOffset`, rather than the grammar, at `mark`.
  let isEncoding: Bool
  let problem: String
  let byteOffset: Int
  /// The character that is not allowed, or -1.
  let value: Int
  /// The index of a character.
  let mark: Int
  let context: String
  let contextMark: Int
}
