import Foundation
import Posture
import SourceText
import Syntax
import Templates
import Testing

/// The verdicts of other tools' own fixtures, with AWS's documentation as the judge of disputes.
@Suite struct VectorTests {
  static let vectors = VectorFolder("posture")

  /// Rows whose expectation is not what AWS documents, by control and file, with the reason.
  static let judgedOtherwise = [
    "ecs.td.log-nonblocking ecs_task_definitions_logging_block_mode__test_task_definition_log_configuration_no_mode.json":
      "an absent mode is non-blocking since 2025-06-25",
    "ecr.public-policy ECRPolicy__main.tf aws_ecr_repository_policy.pass_conditional":
      "ForAllValues holds where the key is missing, so the policy is public",
    "secrets.rotation SecretManagerSecret90days__main.tf aws_secretsmanager_secret_rotation.fail_2":
      "the days come from a variable that is not declared, so nobody knows them",
    "elb.https-only alb_listening_on_http__positive3.yaml":
      "the listener redirects to HTTPS, which is what ELB.1 asks for",
    "iam.role-trust-wildcard iam_policy_grants_assumerole_permission_across_all_services__positive2.json":
      "not a trust policy; iam.credentials-exposure finds it",
    "iam.star-action iam_role_no_wildcard_actions_on_permissions__04.yaml":
      "a role has no property PolicyDocument, and s3:* is iam.service-wildcard",
    "iam.star-action iam_role_no_wildcard_actions_on_permissions__05.yaml":
      "a role has no property PolicyDocument",
  ]

  @Test(.enabled(if: vectors.exists, "skipped: no vectors"))
  func `fixtures of other tools get the verdict that AWS documents`() throws {
    let rows = try Self.vectors.rows()
    let catalogue = ControlCatalogue.embedded()
    var missed: [String] = []
    var undisputed = (right: 0, all: 0)
    var disputed = (right: 0, all: 0)
    for row in rows where catalogue.control(row.control) != nil {
      guard let expected = row.truth else { continue }
      let name = "\(row.control) \(row.file.split(separator: "/").last ?? "")"
      let full = "\(name) \(row.resource ?? "")"
      if let reason = Self.judgedOtherwise[name] ?? Self.judgedOtherwise[full] {
        print("judged otherwise: \(name): \(reason)")
        continue
      }
      let actual = try Self.vectors.verdict(of: row, by: catalogue)
      let isRight = actual == expected
      if row.disputed == true {
        disputed = (disputed.right + (isRight ? 1 : 0), disputed.all + 1)
      } else {
        undisputed = (undisputed.right + (isRight ? 1 : 0), undisputed.all + 1)
      }
      if !isRight {
        missed.append(
          "\(row.control)\t\(row.resource ?? "-")\texpected \(expected)\tgot \(actual)\t\(row.file)"
        )
      }
    }
    print("posture vectors: \(undisputed.right) of \(undisputed.all) right,")
    print("disputed: \(disputed.right) of \(disputed.all) right")
    for line in missed { print(line) }
    #expect(undisputed.all > 0)
    #expect(Double(undisputed.right) >= 0.99 * Double(undisputed.all))
    #expect(disputed.right == disputed.all)
  }
}

/// A folder of conformance vectors beside the package.
struct VectorFolder {
  struct Row: Decodable {
    let file: String
    let format: String
    let control: String
    let expected: String
    let resource: String?
    let line: Int?
    let disputed: Bool?
    let awsExpected: String?

    /// Whether the row is about the place of `finding`: some clear one line of a Dockerfile only.
    func isAbout(_ finding: Finding) -> Bool {
      guard format == "dockerfile", expected == "pass", let line else { return true }
      return finding.location.position.line == line
    }

    /// The right verdict; `nil` where nobody knows it.
    var truth: String? {
      let truth = disputed == true ? awsExpected ?? expected : expected
      return truth == "unknown" ? nil : truth
    }
  }

  let path: String

  init(_ name: String) {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    path = root.appendingPathComponent("../shared/vectors/\(name)").standardized.path
  }

  var exists: Bool { FileManager.default.fileExists(atPath: path + "/index.jsonl") }

  func rows() throws -> [Row] {
    let text = try String(contentsOfFile: path + "/index.jsonl", encoding: .utf8)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try text.split(separator: "\n").map {
      try decoder.decode(Row.self, from: Data($0.utf8))
    }
  }

  /// What the control of `row` says of its resource: fail if any part of it fails.
  func verdict(of row: Row, by catalogue: ControlCatalogue) throws -> String {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path + "/" + row.file))
    let file = SourceFile(path: row.file, bytes: Array(bytes))
    var selection = Scanner.Selection()
    selection.only = [row.control]
    let scanner = Scanner(catalogue, selection: selection)
    let units: [DeploymentUnit] =
      switch row.format {
      case "dockerfile": [Templates.readDockerfile(file)]
      case "terraform": [TerraformProject.read(file: file)]
      default: Templates.read(Templates.parse(file))
      }
    let findings = units.flatMap {
      scanner.scan($0.inventories, in: $0.file).findings
    }
    let block = row.format == "terraform" ? TerraformBlock(row.resource ?? "", in: file) : nil
    var concerned = findings.filter {
      ($0.concerns(row.resource) || block?.holds($0) ?? false) && row.isAbout($0)
    }
    if row.format == "docker-compose" { concerned = concerned.nearest(to: row.line) }
    if concerned.contains(where: { $0.verdict == .fail }) { return "fail" }
    if concerned.contains(where: { $0.verdict == .unknown }) { return "unknown" }
    return "pass"
  }
}

extension [Finding] {
  /// The last finding in front of `line`, which names the service of a row; else all of them.
  fileprivate func nearest(to line: Int?) -> [Finding] {
    let before = filter { $0.location.position.line <= line ?? 0 }
    return before.max { $0.location.position.line < $1.location.position.line }.map { [$0] } ?? self
  }
}

extension Finding {
  /// Whether the finding is about the resource that a row names by its logical name.
  fileprivate func concerns(_ name: String?) -> Bool {
    guard let name, name != "" else { return true }
    return resource.id == name || resource.id.hasSuffix("/" + name)
  }
}

/// The block that declares the resource a row names.
private struct TerraformBlock {
  private let location: SourceText.SourceLocation

  init?(_ address: String, in file: SourceFile) {
    let names = address.split(separator: ".").map(String.init)
    let block = HCLParser.parse(file).body.blocks.first {
      ($0.type == "resource" ? [] : [$0.type]) + $0.labels.map(\.text) == names
    }
    guard let block else { return nil }
    location = block.location
  }

  /// Whether the finding points into the block, be it about what the block belongs to.
  func holds(_ finding: Finding) -> Bool {
    ([finding.location] + finding.related.map(\.location)).contains {
      $0.file == location.file && location.range.contains($0.range)
    }
  }
}
