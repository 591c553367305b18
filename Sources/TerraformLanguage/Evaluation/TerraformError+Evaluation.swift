import Inventory
package import SourceText
import Syntax

extension TerraformError {
  /// A bound was reached; no `try` may take that for an answer.
  static let tooLarge = TerraformError(
    "terraform.too-large",
    LocalizedText(
      en: "The expressions come to more values or levels than are followed; the rest is unknown.",
      ja: "式の値の数または深さが上限を超える。残りは不明として扱う。"
    ),
    isStatic: true
  )

  /// No attribute has the name `name`.
  static func unsupportedAttribute(_ name: String) -> TerraformError {
    TerraformError(
      "terraform.unsupported-attribute",
      LocalizedText(
        en: "This object has no attribute \(name); correct the name or add the attribute.",
        ja: "このオブジェクトに属性 \(name) はない。名前を直すか、属性を追加する。"
      )
    )
  }

  /// The value is of a type that has no attributes.
  static let noAttributes = TerraformError(
    "terraform.unsupported-attribute",
    LocalizedText(
      en: "This value has no attributes; for the elements of a list write [*] or an index first.",
      ja: "この値に属性はない。リストの要素なら、先に [*] かインデックスを書く。"
    )
  )

  /// The value is null and is asked for a part.
  static let partOfNull = TerraformError(
    "terraform.null-access",
    LocalizedText(
      en: "This value is null, so it has no attributes and no elements.",
      ja: "この値は null なので、属性も要素もない。"
    )
  )

  /// The key names no element.
  static let invalidIndex = TerraformError(
    "terraform.invalid-index",
    LocalizedText(
      en: "The key in brackets identifies no element of this value.",
      ja: "角括弧内のキーに当たる要素が、この値にない。"
    )
  )

  /// Elements of sets have no index.
  static let indexOfSet = TerraformError(
    "terraform.invalid-index",
    LocalizedText(
      en: "The elements of a set have no index; convert it with tolist() first.",
      ja: "セットの要素にインデックスはない。先に tolist() で変換する。"
    )
  )

  /// The key of an object is null.
  static let nullKey = TerraformError(
    "terraform.invalid-key",
    LocalizedText(
      en: "The key is null; the key of an object must be a string.",
      ja: "キーが null になっている。オブジェクトのキーは文字列でなければならない。"
    )
  )

  /// The key of an object is of a type that is no text.
  static let invalidKey = TerraformError(
    "terraform.invalid-key",
    LocalizedText(
      en: "The key of an object must be a string.",
      ja: "オブジェクトのキーは文字列でなければならない。"
    )
  )

  /// The key of an object reads like a reference.
  static let ambiguousKey = TerraformError(
    "terraform.ambiguous-key",
    LocalizedText(
      en: "Put a key that is a reference into parentheses, or a key with stops into quotes.",
      ja: "参照をキーにするなら括弧で囲み、ピリオドを含む名前なら引用符で囲む。"
    )
  )

  /// Two elements of a `for` gave one key.
  static func duplicateKey(_ key: String) -> TerraformError {
    TerraformError(
      "terraform.duplicate-key",
      LocalizedText(
        en: """
          Two elements of this for expression have the key \(key); write ... after the value to \
          group them.
          """,
        ja: "この for 式では 2 つの要素のキーがどちらも \(key) になる。まとめるには値の後に ... を書く。"
      )
    )
  }

  /// What a `for` or a splat runs over is null.
  static let iterationOverNull = TerraformError(
    "terraform.null-iteration",
    LocalizedText(
      en: "The collection is null; for expressions need a list, a set, a map or an object.",
      ja: "コレクションが null になっている。for 式にはリスト、セット、マップ、オブジェクトが必要。"
    )
  )

  /// What a `for` runs over has no elements by its type.
  static let iterationOverScalar = TerraformError(
    "terraform.not-iterable",
    LocalizedText(
      en: "For expressions need a list, a set, a map or an object; this value is none of them.",
      ja: "for 式にはリスト、セット、マップ、オブジェクトが必要。この値はどれでもない。"
    )
  )

  /// A condition is null.
  static let nullCondition = TerraformError(
    "terraform.null-condition",
    LocalizedText(
      en: "The condition is null; it must be true or false.",
      ja: "条件が null になっている。true か false でなければならない。"
    )
  )

  /// A condition is not a Boolean.
  static let invalidCondition = TerraformError(
    "terraform.invalid-condition",
    LocalizedText(
      en: "The condition must be of type bool.",
      ja: "条件は bool 型でなければならない。"
    )
  )

  /// The branches of a conditional have no type in common.
  static let inconsistentBranches = TerraformError(
    "terraform.inconsistent-conditional",
    LocalizedText(
      en: "The two results of the conditional must have one type in common.",
      ja: "条件式の 2 つの結果は、共通の型に変換できなければならない。"
    )
  )

  /// A template interpolates null.
  static let nullInTemplate = TerraformError(
    "terraform.null-in-template",
    LocalizedText(
      en: "The value is null; a template can hold strings, numbers and Booleans only.",
      ja: "値が null になっている。テンプレートに入れられるのは文字列、数値、真偽値だけである。"
    )
  )

  /// A template interpolates a collection.
  static let collectionInTemplate = TerraformError(
    "terraform.collection-in-template",
    LocalizedText(
      en:
        "A template can hold strings, numbers and Booleans only; encode others with jsonencode().",
      ja: "テンプレートに入れられるのは文字列、数値、真偽値だけである。ほかは jsonencode() で変換する。"
    )
  )

  /// The last argument of a call is to be spread and is no list.
  static let invalidExpansion = TerraformError(
    "terraform.invalid-expansion",
    LocalizedText(
      en: "The argument before ... must be a list, a tuple or a set, and not null.",
      ja: "... の前の引数は null でないリスト、タプル、セットでなければならない。"
    )
  )

  /// None of the arguments of `try` has a value.
  static let nothingSucceeded = TerraformError(
    "terraform.try-failed",
    LocalizedText(
      en: "Every argument of try() fails; add one that always has a value.",
      ja: "try() のどの引数も失敗する。必ず値を持つ引数を追加する。"
    )
  )

  /// `can` takes one argument.
  static let argumentsOfCan = TerraformError(
    "terraform.wrong-arguments",
    LocalizedText(
      en: "can() takes exactly one argument.",
      ja: "can() の引数はちょうど 1 つである。"
    )
  )

  /// A template refers to a variable that it was not given.
  static func missingTemplateVariable(_ name: String) -> TerraformError {
    TerraformError(
      "terraform.missing-template-variable",
      LocalizedText(
        en:
          "The template refers to \(name), which is not among its variables; pass it in the call.",
        ja: "テンプレートが参照する \(name) は変数として渡されていない。呼び出しで渡す。"
      )
    )
  }

  /// A template with an error of syntax, by the first of them.
  static func invalid(_ template: HCLTree, at location: SourceLocation?) -> TerraformError {
    let text = LocalizedText(
      en: "The template has a syntax error; correct it where it is reported.",
      ja: "テンプレートに構文エラーがある。報告された箇所を修正する。"
    )
    guard let first = template.diagnostics.first(where: { $0.severity == .error }) else {
      return TerraformError("terraform.invalid-template", text, at: location)
    }
    return TerraformError(first.code, first.text, at: first.location ?? location)
  }

  /// The error with a place, where it has none yet.
  func located(at place: SourceLocation) -> TerraformError {
    guard location == nil else { return self }
    var error = self
    error.location = place
    return error
  }

  /// The error as it is shown, at `place` unless it knows better.
  package func diagnostic(at place: SourceLocation) -> Diagnostic {
    Diagnostic(.error, code, text, at: location ?? place)
  }

  /// Why the value of `expression` is not known where it fails with this error.
  func reason(for expression: HCLExpression) -> UnknownReason {
    if let cause { return cause }
    return switch expression.form {
    case _ where code == Self.tooLarge.code: reason
    case .call(let call): .function(call.name)
    case .variable, .attribute, .index, .legacyIndex, .splat: .undefined(expression.writtenName)
    default: reason
    }
  }

  /// Why a value is not known that fails with this error.
  var reason: UnknownReason {
    code == Self.tooLarge.code ? .tooLarge("expression") : .malformed(expected: "expression")
  }
}

extension HCLExpression {
  /// The names of a reference, without keys, which may hold what nobody should read.
  fileprivate var writtenName: String {
    switch form {
    case .variable(let root): root
    case .attribute(let source, let name): "\(source.writtenName).\(name.text)"
    case .index(let source, _), .legacyIndex(let source, _): "\(source.writtenName)[…]"
    case .splat(let splat): "\(splat.source.writtenName)[*]"
    default: "…"
    }
  }
}
