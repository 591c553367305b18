import RuleLanguage
import SourceText
import Testing

/// What a real Falco said about conditions.
@Suite struct FalcoConformanceTests {
  private enum Outcome: Equatable {
    case loadError(String)
    case loads
    case matches
    case doesNotMatch
    case skipped(String)
  }

  /// Rows about versions, outputs, record splitting and configuration say nothing on conditions.
  private static let otherTopics = [
    "plugin_req/", "engine_version/", "output_error/", "records/", "config/",
  ]

  /// Groups of rows that may be wrong in the shape of the rule file, not in a condition.
  private static let validatedGroups = ["loader/", "rule/", "exc/"]

  @Test func `every row about conditions agrees with Falco`() {
    let rows = VectorFolder.rows()
    guard !rows.isEmpty else {
      print("skipped: no vectors")
      return
    }
    var agreed = 0
    var skipped: [String: Int] = [:]
    for row in rows {
      guard let id = row["id"]?.string, let name = row["name"]?.string,
        let expected = row["expected"]?.string
      else { continue }
      switch outcome(row, name) {
      case .skipped(let reason):
        skipped[reason, default: 0] += 1
        print("skip \(id) \(name): \(reason)")
      case let outcome:
        let isSame =
          Self.word(outcome) == expected
          || (outcome == .loads && expected != "load_error")
        #expect(isSame, "\(id) \(name): Falco \(expected), here \(outcome)")
        if isSame { agreed += 1 }
      }
    }
    print("conditions: \(agreed) of \(rows.count) rows agree, skipped \(skipped)")
    #expect(agreed > 300)
  }

  private static func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .loadError: "load_error"
    case .loads: "load_ok"
    case .matches: "match"
    case .doesNotMatch: "nomatch"
    case .skipped: "skipped"
    }
  }

  private func outcome(_ row: JSONValue, _ name: String) -> Outcome {
    if Self.otherTopics.contains(where: name.hasPrefix) { return .skipped("other topic") }
    var texts = (row["rules_files"]?.elements ?? []).compactMap(\.string)
    if texts.isEmpty, let text = row["rules_yaml"]?.string {
      texts = [text.hasPrefix("@") ? VectorFolder.text(String(text.dropFirst())) ?? "" : text]
    }
    var file = RuleFile()
    do {
      for text in texts { try file.read(text) }
    } catch let error as RuleFile.Unsupported {
      return .skipped(error.reason)
    } catch {
      return .skipped("not YAML")
    }
    if row["error_contains"] != nil { return .skipped("rule file validation") }
    return outcome(row, file)
  }

  private func outcome(_ row: JSONValue, _ file: RuleFile) -> Outcome {
    let vocabulary: Vocabulary
    switch Vocabulary.checked(file.definitions) {
    case .success(let checked): vocabulary = checked
    case .failure(let error): return .loadError(error.text.en)
    }
    var conditions: [Condition] = []
    var warnings = 0
    for rule in file.rules where rule.source == "aws_cloudtrail" {
      switch Condition.compile(
        rule.condition,
        vocabulary: vocabulary,
        catalog: CloudTrailCatalog()
      )
      {
      case .success(let condition):
        warnings += condition.warnings.count
        if rule.isEnabled { conditions.append(condition) }
      case .failure(let error):
        if rule.forgivesUnknownFields, error.code == .unknownField { continue }
        return .loadError(error.text.en)
      }
      checkText(row, rule, vocabulary)
    }
    checkWarnings(row, warnings)
    let mayBeInvalid = Self.validatedGroups.contains { row["name"]?.string?.hasPrefix($0) ?? false }
    if mayBeInvalid, row["expected"]?.string == "load_error" {
      return .skipped("rule file validation")
    }
    return outcome(row, conditions)
  }

  private func outcome(_ row: JSONValue, _ conditions: [Condition]) -> Outcome {
    var events = row["events_json"]?.elements ?? []
    if let event = row["event_json"] { events = [event] }
    guard !events.isEmpty else { return .loads }
    for (index, event) in events.enumerated() {
      let reader = CloudTrailReader(event: event, number: UInt64(index + 1))
      if conditions.contains(where: { $0.evaluate(reader) == .yes }) { return .matches }
    }
    return .doesNotMatch
  }

  /// Compares the number of warnings on conditions with Falco's.
  private func checkWarnings(_ row: JSONValue, _ count: Int) {
    guard row["expected"]?.string != "load_error" else { return }
    let texts = (row["falco", "load_warnings"]?.elements ?? []).compactMap(\.string)
    let expected = texts.count { $0.hasPrefix("LOAD_COMPILE_CONDITION") }
    #expect(count == expected, "\(row["id"]?.string ?? ""): \(texts)")
  }

  /// Compares with the condition that Falco printed after it had replaced lists and macros.
  private func checkText(_ row: JSONValue, _ rule: RuleFile.Rule, _ vocabulary: Vocabulary) {
    guard let printed = row["compiled_condition", rule.name]?.string else { return }
    let expression = try? vocabulary.expression(of: Array(rule.condition.utf8))
    #expect(expression?.falcoText == printed, "\(row["id"]?.string ?? "")")
  }
}
