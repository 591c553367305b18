import Foundation
import Testing

/// Fixed templates in the eyes of cfn-lint, which knows the resource types of CloudFormation.
@Suite struct FixLintTests {
  private static let vectors = Program.packageRoot
    .appending(path: "../shared/vectors/cloudformation").standardized
  private static let isAvailable =
    FileManager.default.fileExists(atPath: vectors.path()) && Tool.exists("cfn-lint")

  /// What cfn-lint says of one place of a template.
  private struct Complaint: Decodable {
    struct Rule: Decodable {
      let id: String

      enum CodingKeys: String, CodingKey { case id = "Id" }
    }

    let file: String?, level: String
    let rule: Rule

    enum CodingKeys: String, CodingKey {
      case file = "Filename"
      case level = "Level"
      case rule = "Rule"
    }
  }

  @Test(.enabled(if: isAvailable, "skipped: no vectors, or no cfn-lint"))
  func `a fixed template has no errors that it did not have before`() throws {
    let folder = try Sandbox()
    let outcome = try Tool.run(
      #"""
      cp -R "$VECTORS" old && chmod -R u+w old && cp -R old new
      "$FUNABAN" fix new --unsafe --write --region eu-west-1 > /dev/null 2>&1
      diff -rq old new | sed 's/.* and new\/\(.*\) differ/\1/' > changed
      for side in old new; do
        (cd $side && xargs -d '\n' -a ../changed \
          cfn-lint --non-zero-exit-code none --format json > ../$side.json)
      done
      wc -l < changed
      """#,
      in: folder,
      environment: ["VECTORS": Self.vectors.path()],
      limit: 300
    )
    #expect(Int(outcome.output.dropLast()) ?? 0 > 10)
    let before = try Self.errors(folder.text("old.json"))
    let after = try Self.errors(folder.text("new.json"))
    for (error, count) in after { #expect(count <= before[error] ?? 0, "\(error)") }
  }

  /// How often each error occurs, by the file and the rule.
  private static func errors(_ json: String) throws -> [String: Int] {
    let complaints = try JSONDecoder().decode([Complaint].self, from: Data(json.utf8))
    return complaints.filter { $0.level == "Error" }.reduce(into: [:]) { errors, complaint in
      errors["\(complaint.file ?? "") \(complaint.rule.id)", default: 0] += 1
    }
  }
}
