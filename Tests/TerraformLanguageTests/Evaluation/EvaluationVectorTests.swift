import Testing

/// Expressions of HCL's and OpenTofu's own tests, and of a real console.
@Suite struct EvaluationVectorTests {
  /// Rows that come to something else here, with the reason.
  private static let judgedOtherwise: [String: String] = [
    "hclsyntax/expression_test.go:TestExpressionParseAndValue:45":
      "there is no namespace foo::",
    "hclsyntax/expression_test.go:TestExpressionParseAndValue:129":
      "an unknown value may always be null",
    "hclsyntax/expression_test.go:TestExpressionParseAndValue:150":
      "an unknown value may always be null",
    "tofu:functions_test:plantimestamp:0": "the clock is not read",
    "console:135": "the tests of the library behind it expect an error for the same call",
    "hclsyntax/expression_test.go:TestExpressionParseAndValue:116":
      "members that a condition may leave out stay, unknown, so that the others can be judged",
    "console:273": "a number that is infinite is an error",
  ]

  @Test(
    .enabled(if: EvaluationVectors.exist, "skipped: no vectors"),
    arguments: ["eval", "function"]
  )
  func `expressions come to what Terraform makes of them`(kind: String) throws {
    let rows = try EvaluationVectors.rows(kind)
    var faults: [String] = []
    var otherwise = 0
    for row in rows {
      guard let fault = try EvaluationVectors.fault(of: row) else { continue }
      if let reason = Self.judgedOtherwise[row.id] {
        otherwise += 1
        print("judged otherwise: \(row.id): \(reason)")
      } else {
        faults.append("\(row.id)\t\(row.source)\t\(fault)")
      }
    }
    let right = rows.count - faults.count - otherwise
    print("\(kind) vectors: \(right) of \(rows.count) right, \(otherwise) judged otherwise")
    for fault in faults { print(fault) }
    #expect(faults.isEmpty)
  }

  @Test(.enabled(if: EvaluationVectors.exist, "skipped: no vectors"))
  func `no beginning and no mixture of expressions makes the evaluation crash`() throws {
    let rows = try EvaluationVectors.rows("eval") + EvaluationVectors.rows("function")
    let sources = rows.map { Array($0.source.utf8) }.filter { $0.count < 120 }
    let module = try EvaluationVectors.console()
    for (index, source) in sources.enumerated() {
      let other = sources[(index * 7 + 3) % sources.count]
      for length in stride(from: 1, through: source.count, by: 3) {
        module.evaluateAnyhow(Array(source[..<length]))
        module.evaluateAnyhow(Array(source[..<length]) + other[(other.count / 2)...])
      }
    }
  }
}
