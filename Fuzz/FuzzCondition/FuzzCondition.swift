import RuleLanguage
import SourceText

/// Compiles and evaluates arbitrary conditions; NUL bytes part the input.
///
/// The parts are the condition, a macro `m`, an item of a list `l` and a value; `$` in the value
/// is a hole. A certain answer on a value with holes must hold for every filling that is tried.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    .map(Array.init)
  let condition = parts[0]
  let value = parts.count > 3 ? parts[3] : []
  guard let vocabulary = vocabulary(parts) else { return 0 }
  switch Condition.compile(condition, vocabulary: vocabulary, catalog: Catalog()) {
  case .failure(let error):
    precondition(!error.text.en.isEmpty && !error.text.ja.isEmpty)
    if error.place == .condition { precondition(Int(error.range.end) <= condition.count) }
  case .success(let compiled): judge(compiled, condition, value)
  }
  return 0
}

private func vocabulary(_ parts: [[UInt8]]) -> Vocabulary? {
  var definitions = Definitions()
  if parts.count > 2 {
    definitions.defineList("l", items: [String(decoding: parts[2], as: UTF8.self), "l"])
  }
  if parts.count > 1, !parts[1].isEmpty {
    definitions.defineMacro("m", condition: String(decoding: parts[1], as: UTF8.self))
  }
  return try? Vocabulary.checked(definitions).get()
}

private func judge(_ compiled: Condition, _ condition: [UInt8], _ value: [UInt8]) {
  let pieces = value.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  var fragments: [TextFragment] = []
  for (index, piece) in pieces.enumerated() {
    if index > 0 { fragments.append(.hole) }
    fragments.append(.literal(piece))
  }
  let partial = Reader(value: .partial(fragments))
  let truth = compiled.evaluate(partial)
  for check in compiled.decidingChecks(partial) where check.description.place == .condition {
    precondition(Int(check.description.range.end) <= condition.count)
  }
  precondition(!compiled.decidingChecks(partial).isEmpty)
  for filling in ["", "a", "/", "Ab1", "\u{E9}"]
  where !pieces.contains(where: { $0.contains("\0") }) {
    let whole = Reader(value: .text(pieces.joined(separator: filling)))
    let answer = compiled.evaluate(whole)
    precondition(truth == .unknown || answer == truth, "\(truth) became \(answer)")
  }
  _ = compiled.evaluate(Reader(value: .unknown))
}

private struct Catalog: FieldCatalog {
  private static let fields: [String: (FieldType, Bool)] = [
    "a.d": (.dynamic, false), "a.s": (.string, false), "a.n": (.uint64, false),
    "a.l": (.string, true), "a.b": (.bool, false), "a.i": (.ipaddr, false),
    "a.w": (.ipnet, false), "a.y": (.bytebuf, false),
  ]

  var names: [String] { Self.fields.keys.sorted() }

  func field(named name: String, argument: String?) -> FieldLookup {
    guard let field = Self.fields[name] else { return .unknownName }
    return .found(
      FieldReference(id: 0, name: name, argument: argument, type: field.0, isList: field.1)
    )
  }
}

private struct Reader: FieldReader {
  let value: FieldValue

  func extract(_ field: FieldReference) -> Extraction {
    if field.argument != nil { return .absent }
    return field.isList ? .many([value, value]) : .one(value)
  }
}
