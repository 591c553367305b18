import SourceText

extension TerraformError {
  /// A function is called that there is not.
  static func unknownFunction(_ call: FunctionCall) -> TerraformError {
    let similar = NearestName.of(call.name, in: FunctionLibrary.names.sorted())
    return TerraformError(
      "terraform.unknown-function",
      LocalizedText(
        en: "There is no function \(call.name)()."
          + (similar.map { " Did you mean \($0)()?" } ?? " Correct the name."),
        ja: "関数 \(call.name)() はない。" + (similar.map { "候補: \($0)()。" } ?? "名前を直す。")
      ),
      at: call.location,
      isStatic: true
    )
  }

  /// A call has fewer arguments than the function takes, or more.
  static func argumentCount(of call: FunctionCall, isTooSmall: Bool) -> TerraformError {
    let count = call.arguments.count
    return TerraformError(
      "terraform.argument-count",
      LocalizedText(
        en: "\(call.name)() has too \(isTooSmall ? "few" : "many") arguments: \(count). "
          + "Correct the call.",
        ja: "\(call.name)() の引数が\(isTooSmall ? "足りない" : "多すぎる")(\(count) 個)。"
          + "呼び出しを直す。"
      ),
      at: call.location
    )
  }

  /// An argument does not fit: the reason is the end of a sentence.
  static func invalidArgument(
    _ index: Int,
    of function: String,
    en: String,
    ja: String,
    at location: SourceLocation?
  ) -> TerraformError {
    TerraformError(
      "terraform.invalid-argument",
      LocalizedText(
        en: "Argument \(index + 1) of \(function)() does not fit: \(en).",
        ja: "\(function)() の第 \(index + 1) 引数が不正。\(ja)。"
      ),
      at: location
    )
  }
}
