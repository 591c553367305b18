import SourceText

extension TerraformError {
  /// A value that stands where another type is required.
  static func wrongType(_ required: TerraformType, at location: SourceLocation?) -> TerraformError {
    let name = required.name
    return TerraformError(
      "terraform.wrong-type",
      LocalizedText(
        en: "A value of another type stands where the type \(name) is required: "
          + "write a value that can be converted to it.",
        ja: "型 \(name) が必要な場所に、別の型の値がある。その型に変換できる値を書く。"
      ),
      at: location
    )
  }

  /// An object without one of the attributes that its type asks for.
  static func missingAttribute(_ name: String, at location: SourceLocation?) -> TerraformError {
    TerraformError(
      "terraform.missing-attribute",
      LocalizedText(
        en: "The object lacks the attribute \(name), which its type requires: add it.",
        ja: "型が必要とする属性 \(name) がオブジェクトにない。追加する。"
      ),
      at: location
    )
  }

  /// A collection whose elements have no type in common.
  static func mixedTypes(at location: SourceLocation?) -> TerraformError {
    TerraformError(
      "terraform.mixed-types",
      LocalizedText(
        en: "The elements have no type in common, as a list, a set or a map requires: "
          + "give them all the same type.",
        ja: "要素に共通の型がない。リスト、セット、マップの要素はすべて同じ型にする。"
      ),
      at: location
    )
  }

  /// A number that leaves the bounds of what is computed.
  static func numberOutOfRange(at location: SourceLocation? = nil) -> TerraformError {
    TerraformError(
      "terraform.number-out-of-range",
      LocalizedText(
        en: "The number is too large, or too close to zero, to be computed: use another one.",
        ja: "数が大きすぎるか 0 に近すぎて計算できない。別の数を使う。"
      ),
      at: location
    )
  }
}
