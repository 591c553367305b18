/// A set of byte strings, laid out for look-up without allocation.
struct ByteSet: Sendable {
  private var blob: [UInt8] = []
  private var bounds: [Range<Int>] = []
  /// Indices into `bounds`, found by hash and then by stepping on; -1 is free.
  private var buckets: [Int32]

  init(_ elements: [[UInt8]]) {
    var capacity = 4
    while capacity < elements.count * 2 { capacity *= 2 }
    buckets = [Int32](repeating: -1, count: capacity)
    for element in elements where !contains(element.span) { insert(element) }
  }

  /// The elements without repetition, in the order they were given.
  var elements: [[UInt8]] { bounds.map { Array(blob[$0]) } }

  func contains(_ text: Span<UInt8>) -> Bool {
    var bucket = Self.hash(text) & (buckets.count - 1)
    let bytes = blob.span
    while buckets[bucket] >= 0 {
      if bytes.extracting(bounds[Int(buckets[bucket])]).equals(text) { return true }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
    return false
  }

  private mutating func insert(_ element: [UInt8]) {
    var bucket = Self.hash(element.span) & (buckets.count - 1)
    while buckets[bucket] >= 0 { bucket = (bucket + 1) & (buckets.count - 1) }
    buckets[bucket] = Int32(bounds.count)
    bounds.append(blob.count..<blob.count + element.count)
    blob += element
  }

  /// FNV-1a; the elements are a rule author's, so nobody gains by making them collide.
  private static func hash(_ text: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
