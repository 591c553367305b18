import Inventory
import SourceText
import Templates
import Testing

@Suite struct ScenarioCompletenessTests {
  static let parameters = ["P", "Q"]
  static let literals = ["a", "b", "c"]

  /// A condition function of at most `depth` levels.
  static func condition(
    _ depth: Int,
    _ names: [String],
    _ random: inout MutationTests.Generator
  ) -> String {
    let kind = Int.random(in: 0..<(depth > 0 ? 6 : 2), using: &random)
    func inner() -> String { condition(depth - 1, names, &random) }
    switch kind {
    case 0:
      let parameter = parameters.randomElement(using: &random) ?? "P"
      return
        "{\"Fn::Equals\": [{Ref: \(parameter)}, \(literals.randomElement(using: &random) ?? "a")]}"
    case 1:
      guard let name = names.randomElement(using: &random) else {
        return "{\"Fn::Equals\": [{Ref: P}, {Ref: Q}]}"
      }
      return "{Condition: \(name)}"
    case 2: return "{\"Fn::Not\": [\(inner())]}"
    case 3: return "{\"Fn::Or\": [\(inner()), \(inner())]}"
    default: return "{\"Fn::And\": [\(inner()), \(inner())]}"
    }
  }

  static func template(seed: UInt64) -> String {
    var random = MutationTests.Generator(state: seed &* 7_919 &+ 1)
    var text = """
      Parameters:
        P: {Type: String, Default: a}
        Q: {Type: String, AllowedValues: [a, b, c]}
      Conditions:

      """
    var names: [String] = []
    for index in 0..<4 {
      text += "  C\(index): \(condition(2, names, &random))\n"
      names.append("C\(index)")
    }
    text += "Resources:\n"
    for name in names {
      text += "  R\(name): {Type: AWS::ECS::Cluster, Condition: \(name)}\n"
    }
    return text
      + "  R: {Type: AWS::ECS::Cluster, Properties: {ClusterName: !If [C3, !If [C1, x, y], z]}}\n"
  }

  static func outcome(_ inventory: Inventory) -> String {
    inventory.resources.map { "\($0.id.path)\($0.properties.brief)" }.joined(separator: " ")
  }

  @Test(arguments: 0..<150)
  func `the scenarios are exactly what some parameters bring about`(seed: Int) throws {
    let text = Self.template(seed: UInt64(seed))
    let unit = try #require(units(text).first)
    var real: Set<String> = []
    for first in Self.literals + ["elsewhere"] {
      for second in Self.literals {
        let given = try #require(units(text, parameters: ["P": first, "Q": second]).first)
        #expect(given.inventories.count == 1)
        real.insert(Self.outcome(given.inventories[0]))
      }
    }
    let found = unit.inventories.map(Self.outcome)
    #expect(Set(found) == real, "\(text)")
    #expect(unit.inventories.count <= 16)
    let scenarios = Set(unit.inventories.map(\.scenario.conditions))
    #expect(scenarios.count == unit.inventories.count)
  }
}
