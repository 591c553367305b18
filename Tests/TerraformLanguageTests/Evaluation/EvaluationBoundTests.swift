import Foundation
import Inventory
import SourceText
import TerraformLanguage
import Testing

/// No program makes the evaluation run without bounds.
@Suite struct EvaluationBoundTests {
  /// Locals each of which is made of the one before, which stands for `@` in `step`.
  private func chain(_ count: Int, first: String, _ step: String) -> TestModule {
    let locals = (1...count).map { index in
      "a\(index) = " + step.replacingOccurrences(of: "@", with: "local.a\(index - 1)")
    }
    return TestModule(
      "locals {\na0 = \(first)\n\(locals.joined(separator: "\n"))\n}\nresult = local.a\(count)"
    )
  }

  @Test(arguments: [
    "[@, @]", "{ a = @, b = @ }", "\"${@}${@} and more text\"", "[for x in [1, 2] : @]",
  ])
  func `values that double end as too large`(step: String) throws {
    let module = chain(40, first: "\"x\"", step)
    _ = module.value("result")
    #expect(module.diagnostics.map(\.code) == ["terraform.too-large"])
  }

  @Test func `references that nest deep end as too large`() throws {
    let module = chain(600, first: "1", "(@)")
    let value = try #require(module.value("result"))
    #expect(value.doubt == .reason(.tooLarge("expression")))
    #expect(module.diagnostics.map(\.code) == ["terraform.too-large"])
  }

  @Test func `values that nest deep end as too large`() throws {
    let module = chain(600, first: "1", "[@]")
    for index in 1...600 { _ = try? module.evaluate("local.a\(index)") }
    #expect(module.diagnostics.map(\.code) == ["terraform.too-large"])
  }

  @Test func `a spent budget is no reason for try to go on`() {
    let module = TestModule()
    module.budget = EvaluationBudget(50)
    #expect(throws: TerraformError.self) {
      try module.evaluate(
        "try([for x in [1, 2, 3, 4, 5] : [for y in [1, 2, 3, 4, 5] : [y, x, y]]], 1)"
      )
    }
  }

  @Test(arguments: [
    ("var", ".a", ""), ("var", "[0]", ""), ("var", "[*]", ""), ("1", " + 1", ""), ("", "!", "true"),
    ("", "(", "1"), ("", "[", "1"), ("", "{ a = ", "1"), ("", "\"${", "1"), ("", "true ? ", "1"),
    ("1", " == 1 ? 1 : 1", ""), ("", "[for x in ", "1"), ("", "\"%{if true}", "1"), ("", "f(", "1"),
  ])
  func `expressions of any depth come to an end`(start: String, step: String, end: String) {
    for count in [150, 199, 20_000] {
      let text = start + String(repeating: step, count: count) + end
      TestModule().evaluateAnyhow(Array(text.utf8))
    }
  }
}
