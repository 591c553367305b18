import CRE2

/// A regular expression with groups, as RE2 reads it: no text can make it hang.
@safe final class CapturingExpression {
  private let pattern: OpaquePointer
  /// The names of the groups; `nil` for those without one.
  let groups: [String?]

  /// Reads a pattern; `nil` where RE2 refuses it.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 100_000,
      let compiled = unsafe cre2_compile_perl(bytes, bytes.count, nil, 0)
    else { return nil }
    unsafe pattern = compiled
    var groups: [String?] = []
    for index in 0..<(unsafe cre2_group_count(compiled)) {
      var name = [CChar](repeating: 0, count: 256)
      let count = unsafe cre2_group_name(compiled, index + 1, &name, name.count)
      let text = String(decoding: name.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      groups.append(count == 0 ? nil : text)
    }
    self.groups = groups
  }

  deinit { unsafe cre2_free(pattern) }

  /// One match: the bytes of the whole and of each group, `nil` for those without part in it.
  typealias Match = [Range<Int>?]

  /// The first match at or behind `start`.
  func firstMatch(in text: [UInt8], from start: Int = 0) -> Match? {
    let count = groups.count + 1
    var bounds = [Int64](repeating: -1, count: count * 2)
    guard unsafe cre2_search(pattern, text, text.count, start, &bounds, count) else { return nil }
    return (0..<count).map { index in
      bounds[2 * index] < 0 ? nil : Int(bounds[2 * index])..<Int(bounds[2 * index + 1])
    }
  }

  /// All matches that do not overlap, up to `limit` of them.
  ///
  /// An empty match right behind another one does not count.
  func matches(in text: [UInt8], limit: Int = .max) -> [Match] {
    var found: [Match] = []
    var start = 0
    var end = -1
    while start <= text.count, found.count < limit, let match = firstMatch(in: text, from: start),
      let whole = match[0]
    {
      if !whole.isEmpty || whole.lowerBound != end { found.append(match) }
      end = whole.upperBound
      start = whole.isEmpty ? Self.next(after: end, in: text) : end
    }
    return found
  }

  /// The offset of the character behind the one at `offset`.
  private static func next(after offset: Int, in text: [UInt8]) -> Int {
    var next = offset + 1
    while next < text.count, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// Puts `template` in place of every match, with `$1` and `${name}` for groups.
  func replacing(_ text: String, with template: String) -> String {
    let bytes = Array(text.utf8)
    let parts = references(in: template)
    var result: [UInt8] = []
    var start = 0
    for match in matches(in: bytes) {
      guard let whole = match[0], result.count <= FunctionInput.textLimit else { break }
      result += bytes[start..<whole.lowerBound]
      for part in parts where result.count <= FunctionInput.textLimit {
        switch part {
        case .text(let text): result += text
        case .group(let index):
          if index < match.count, let group = match[index] { result += bytes[group] }
        }
      }
      start = whole.upperBound
    }
    return String(decoding: result + bytes[start...], as: UTF8.self)
  }

  private enum Part {
    case text([UInt8])
    case group(Int)
  }

  /// The text and the references to groups that a template consists of.
  private func references(in template: String) -> [Part] {
    var parts: [Part] = []
    var rest = Array(template.utf8)[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      parts.append(.text(Array(rest[..<dollar])))
      rest = rest[(dollar + 1)...]
      if rest.first == UInt8(ascii: "$") {
        parts.append(.text([UInt8(ascii: "$")]))
        rest = rest.dropFirst()
        continue
      }
      let isBraced = rest.first == UInt8(ascii: "{")
      let name = (isBraced ? rest.dropFirst() : rest).prefix(while: Self.isNameByte)
      let closes = !isBraced || name.endIndex < rest.endIndex && rest[name.endIndex] == 0x7D
      guard !name.isEmpty, closes else {
        parts.append(.text([UInt8(ascii: "$")]))
        continue
      }
      parts.append(.group(group(named: String(decoding: name, as: UTF8.self))))
      rest = rest[(name.endIndex + (isBraced ? 1 : 0))...]
    }
    return parts + [.text(Array(rest))]
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }

  /// The index of the group of this number or name; one that there is not is beyond all groups.
  private func group(named name: String) -> Int {
    Int(name) ?? groups.firstIndex(of: name).map { $0 + 1 } ?? .max
  }
}
