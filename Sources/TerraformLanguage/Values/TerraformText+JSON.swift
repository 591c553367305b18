import SourceText
package import Syntax

extension TerraformText {
  /// The value that the text means as JSON, every part with its place in the user's files.
  ///
  /// Pieces that are not known may stand for values and within strings.
  ///
  /// - Parameter dialect: whether comments and trailing commas are let pass
  /// - Returns: lists as tuples, objects as objects
  /// - Throws: where the text is not JSON; the location is that of the fault
  package func jsonValue(
    _ dialect: JSONParser.Dialect = .tolerant
  ) throws(TerraformError) -> TerraformValue {
    if let value = wholeJSON { return value.asJSON }
    let document = RopeDocument(self, .json)
    let tree = JSONParser.parse(document.file, dialect: dialect)
    if let fault = tree.diagnostics.first(where: { $0.severity == .error }) {
      throw TerraformError(
        "terraform.invalid-json",
        fault.text,
        at: fault.location.flatMap { document.location(of: $0.range) }
      )
    }
    guard let root = tree.root else { return TerraformValue(.null(.dynamic)) }
    return NodeReader(document: document).read(root)
  }

  /// The value that is encoded in the text, where there is nothing but white space around it.
  fileprivate var wholeJSON: TerraformValue? {
    var found: TerraformValue?
    for piece in pieces {
      switch piece {
      case .literal(let text, _):
        guard text.utf8.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return nil }
      case .json(let value):
        guard found == nil else { return nil }
        found = value
      case .unknown: return nil
      }
    }
    return found
  }
}

extension TerraformValue {
  /// The marks that concern all of a text; those of values that it encodes stay with these values.
  package var marksOfWholeText: Set<String> {
    guard !marks.isEmpty, let encoded = rope?.wholeJSON else { return marks }
    return marks.subtracting(encoded.allMarks)
  }
}
