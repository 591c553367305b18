/// Takes the messages out of a stream of bytes.
package struct FrameReader: Sendable {
  /// Why a stream cannot be read any further: where a message begins can no longer be told.
  package enum Failure: Error, Hashable, Sendable {
    /// A header has no `Content-Length`, or one that is no number.
    case noLength
    /// A header does not end within 4 KiB.
    case endlessHeader
    /// A message is longer than 256 MiB.
    case tooLong
  }

  private static let headerLimit = 4 << 10
  private static let lengthLimit = 256 << 20

  private var bytes: [UInt8] = []
  private var start = 0

  /// Starts without bytes.
  package init() {}

  /// Adds what the stream has brought.
  package mutating func append(_ more: some Sequence<UInt8>) {
    bytes.removeFirst(start)
    start = 0
    bytes.append(contentsOf: more)
  }

  /// The content of the next message; `nil` where it has not arrived as a whole.
  package mutating func next() throws(Failure) -> [UInt8]? {
    guard let body = headerEnd() else {
      if bytes.count - start > FrameReader.headerLimit { throw .endlessHeader }
      return nil
    }
    guard let length = length(inHeaderBefore: body) else { throw .noLength }
    guard length <= FrameReader.lengthLimit else { throw .tooLong }
    guard bytes.count - body >= length else { return nil }
    start = body + length
    return Array(bytes[body..<start])
  }

  /// The offset behind the empty line that ends a header.
  private func headerEnd() -> Int? {
    let end = Array("\r\n\r\n".utf8)
    let limit = min(bytes.count, start + FrameReader.headerLimit)
    var offset = start
    while offset + end.count <= limit {
      if bytes[offset..<(offset + end.count)].elementsEqual(end) { return offset + end.count }
      offset += 1
    }
    return nil
  }

  private func length(inHeaderBefore body: Int) -> Int? {
    let header = String(decoding: bytes[start..<body], as: UTF8.self)
    for line in header.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      let digits = parts[1].drop { $0 == " " }
      return digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }
    return nil
  }
}
