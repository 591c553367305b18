import SourceText

extension Operation {
  /// Refuses to name in `file`, which Terraform reads as a text, what it does not name already.
  ///
  /// `file` leaves `${…}` as it is, and `templatefile` knows no names but its own variables.
  func checkReferences(in file: SourceFile) throws(EditRefusal) {
    let codes = written.flatMap(\.expressions)
    guard !codes.isEmpty else { return }
    let text = file.text(SourceRange(0, file.bytes.count))
    for code in codes where !text.contains("${\(code)}") {
      throw EditRefusal(.unknownName(code, in: file.path), at: place)
    }
  }

  private var written: [SourceLiteral] {
    switch change {
    case .replace(_, let written): [written]
    case .insert(_, let written): written.map(\.value)
    case .append(_, let written): written
    case .remove, .removeElement: []
    }
  }
}

extension SourceLiteral {
  /// The expressions in the value, in order.
  fileprivate var expressions: [String] {
    switch self {
    case .expression(let code): [code]
    case .list(let elements): elements.flatMap(\.expressions)
    case .object(let members): members.flatMap(\.value.expressions)
    default: []
    }
  }
}

extension LocalizedText {
  fileprivate static func unknownName(_ code: String, in path: String) -> LocalizedText {
    LocalizedText(
      en: """
        Terraform reads \(path) as a text, in which `\(code)` means nothing: read it by \
        `templatefile` and pass the value as a variable.
        """,
      ja: """
        Terraform は \(path) をテキストとして読み込むため、その中で `\(code)` は参照できない。\
        `templatefile` で読み込み、値を変数として渡す。
        """
    )
  }
}
