import Inventory
import SourceText
import TerraformLanguage
import Testing

@Suite struct FunctionVectorTests {
  private static let isAvailable = !FunctionVectors.calls.isEmpty
  private static let reason: Comment = "skipped: no vectors"

  /// The functions of the library behind Terraform's that go by other names in Terraform.
  private static let names = [
    "absolute": "abs", "strlen": "length", "reverselist": "reverse", "reverse": "strrev",
  ]

  typealias Operator =
    @Sendable (TerraformValue, TerraformValue) throws -> TerraformValue

  /// The functions of that library that are operators in Terraform.
  private static let operators: [String: Operator] = [
    "add": { try TerraformOperators.add($0, $1) },
    "subtract": { try TerraformOperators.subtract($0, $1) },
    "multiply": { try TerraformOperators.multiply($0, $1) },
    "modulo": { try TerraformOperators.remainder($0, $1) },
    "negate": { left, _ in try TerraformOperators.negate(left) },
    "not": { left, _ in try TerraformOperators.not(left) },
    "and": { try TerraformOperators.and($0, $1) },
    "or": { try TerraformOperators.or($0, $1) },
    "equal": { TerraformOperators.isEqual($0, $1) },
    "lessthan": { try TerraformOperators.isLess($0, $1) },
    "lessthanorequalto": { try TerraformOperators.isLessOrEqual($0, $1) },
    "greaterthan": { try TerraformOperators.isGreater($0, $1) },
    "greaterthanorequalto": { try TerraformOperators.isGreaterOrEqual($0, $1) },
  ]

  /// Functions of that library that Terraform does not have; `index` is another one there.
  private static let foreign: Set = ["hasindex", "index", "int", "setsymmetricdifference"]

  /// Rows that are right in their library, but not in the language, or that we answer better.
  private static let exceptions = [
    "opentofu-funcs:TestBase64Gzip:0": "what a compressor makes is not computed",
    "opentofu-funcs:TestURLEncodeDecode:3": "the row belongs to urldecode",
    "opentofu-funcs:TestStrContains:4": "the language converts the argument to a string",
    "cty-stdlib:TestCSVDecode:7": "the language converts the argument to a string",
    "cty-stdlib:TestFormat:77": "the language converts the argument to a string",
    "cty-stdlib:TestOr:6": "true or anything is true",
    "cty-stdlib:TestLookup:3": "the element is known, though its neighbour is not",
  ]

  @Test(.enabled(if: isAvailable, reason))
  func `functions do what their vectors say`() {
    let calls = FunctionVectors.calls.filter { call in
      !(call.library == "cty-stdlib" && Self.foreign.contains(call.function))
    }
    let misses = calls.compactMap { call in
      difference(call).map { "\(call): \($0)" }
    }
    let unexplained = misses.filter { miss in
      !Self.exceptions.keys.contains { miss.hasPrefix($0 + " ") }
    }
    #expect(unexplained == [])
    #expect(misses.count <= calls.count / 50)
  }

  private func difference(_ call: FunctionVectors.Call) -> String? {
    let result: TerraformValue
    do {
      if call.library == "cty-stdlib", let body = Self.operators[call.function] {
        result = try body(call.arguments[0], call.arguments.last ?? call.arguments[0])
      } else {
        let isForeign = call.library == "cty-stdlib"
        let name = isForeign ? Self.names[call.function] ?? call.function : call.function
        result = try FunctionLibrary.call(FunctionCall(name, call.arguments), NoFiles())
      }
    } catch {
      return call.expected == nil ? nil : "error \((error as? TerraformError)?.text.en ?? "")"
    }
    if call.isRefined, result.isUnknown { return nil }
    guard let expected = call.expected else { return "no error but \(result.content)" }
    return result.difference(from: expected)
  }
}

/// A module without files.
struct NoFiles: FunctionContext {
  func file(at path: String) throws(TerraformError) -> SourceFile {
    throw TerraformError("test.no-file", LocalizedText(en: "", ja: ""))
  }

  func files(in folder: String, matching pattern: String) throws(TerraformError) -> [String] { [] }

  func render(
    _ template: SourceFile,
    variables: TerraformObject
  ) throws(TerraformError) -> TerraformValue {
    TerraformValue(.string(TerraformText(template.text(SourceRange(0, template.bytes.count)))))
  }
}

extension TerraformValue {
  /// What a vector says otherwise; `nil` where it agrees.
  ///
  /// A row says `other` where it does not spell the marks out. Within a marked collection its
  /// members may keep their own marks.
  func difference(from expected: TerraformValue, within outer: Set<String> = []) -> String? {
    let fits =
      expected.marks.contains("other")
      ? !allMarks.isEmpty : marks.subtracting(outer) == expected.marks.subtracting(outer)
    if !fits { return "marks \(marks), not \(expected.marks)" }
    let inner = outer.union(expected.marks.contains("other") ? allMarks : expected.marks)
    if case .unknown(let type, _) = expected.content {
      let isUnknown = self.isUnknown || rope?.isKnown == false
      if !isUnknown { return "known: \(content)" }
      return self.type == type || self.type == .dynamic || type == .dynamic
        ? nil : "\(self.type.name), not \(type.name)"
    }
    if type != expected.type { return "the type \(type), not \(expected.type)" }
    switch (content, expected.content) {
    case (.null, .null): return nil
    case (.object(let left), .object(let right)), (.map(_, let left), .map(_, let right)):
      if left.members.map(\.name) != right.members.map(\.name) { return "other names" }
      return zip(left.members, right.members).lazy
        .compactMap { $0.value.difference(from: $1.value, within: inner) }.first
    case (.tuple(let left), .tuple(let right)), (.list(_, let left), .list(_, let right)),
      (.set(_, let left), .set(_, let right)):
      if left.count != right.count { return "\(left.count) elements, not \(right.count)" }
      return zip(left, right).lazy.compactMap { $0.difference(from: $1, within: inner) }.first
    default:
      return isEqual(to: expected) == true ? nil : "\(content), not \(expected.content)"
    }
  }
}
