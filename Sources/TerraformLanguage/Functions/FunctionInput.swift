import BigInt
import Inventory
import SourceText

/// The arguments of a call, of the types that the function asks for.
struct FunctionInput {
  /// The most elements that a function makes.
  static let elementLimit = 100_000
  /// The most bytes of text that a function makes.
  static let textLimit = 10_000_000

  /// The name of the function.
  let name: String
  /// The arguments in order.
  let arguments: [TerraformValue]
  /// The bytes of the call.
  let location: SourceLocation?
  /// The module that calls.
  let context: any FunctionContext

  /// The number of arguments.
  var count: Int { arguments.count }

  /// The argument at `index`, which must be there.
  subscript(_ index: Int) -> TerraformValue { arguments[index] }

  /// The known text at `index`.
  func text(_ index: Int) -> String { arguments[index].text ?? "" }

  /// The known number at `index`.
  func number(_ index: Int) -> TerraformNumber { arguments[index].number ?? TerraformNumber(0) }

  /// The whole number at `index`.
  func int(_ index: Int) throws(TerraformError) -> Int {
    guard let int = number(index).int else {
      throw invalid(
        index,
        en: "a whole number is required",
        ja: "整数が必要"
      )
    }
    return int
  }

  /// The elements of the collection at `index`.
  func elements(_ index: Int) -> [TerraformValue] { arguments[index].elements ?? [] }

  /// A result that is not known because of `doubt`, or of the first argument that is not known.
  func unknown(
    _ type: TerraformType,
    _ doubt: TerraformValue.Doubt? = nil
  ) -> TerraformValue {
    let known = doubt ?? arguments.lazy.compactMap(\.doubt).first
    return TerraformValue(.unknown(type, known ?? .reason(.function(name))))
  }

  /// A result that would be larger than is computed.
  func tooLarge(_ type: TerraformType) -> TerraformValue {
    TerraformValue(.unknown(type, .reason(.tooLarge(name))))
  }

  /// A text as the result, unless it is too long.
  func string(_ text: String) -> TerraformValue {
    guard text.utf8.count <= Self.textLimit else { return tooLarge(.string) }
    return TerraformValue(.string(TerraformText(text)))
  }

  /// A text of pieces as the result, unless it is too long.
  func string(_ rope: TerraformText) -> TerraformValue {
    var size = 0
    for piece in rope.pieces {
      if case .literal(let text, _) = piece { size += text.utf8.count }
    }
    guard size <= Self.textLimit, rope.pieces.count <= Self.elementLimit else {
      return tooLarge(.string)
    }
    return TerraformValue(.string(rope))
  }

  /// A number as the result.
  func number(_ value: TerraformNumber?) throws(TerraformError) -> TerraformValue {
    guard let value else { throw .numberOutOfRange(at: location) }
    return TerraformValue(.number(value))
  }

  /// An error about the argument at `index`: the reason is the end of a sentence.
  func invalid(_ index: Int, en: String, ja: String) -> TerraformError {
    .invalidArgument(index, of: name, en: en, ja: ja, at: location)
  }

  /// An error about the call as a whole: the reason is the end of a sentence.
  func failed(en: String, ja: String) -> TerraformError {
    TerraformError(
      "terraform.function-failed",
      LocalizedText(
        en: "\(name)() fails: \(en).",
        ja: "\(name)() が失敗する。\(ja)。"
      ),
      at: location
    )
  }
}
