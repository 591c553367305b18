import Inventory
import Posture
import Remedy
import SourceText
import Syntax
import Templates
import Testing

/// Every fix that a control declares, on its own failing examples in every notation.
@Suite struct FixMatrixTests {
  /// A control with a fix of its own, and one of its failing examples.
  struct Example: CustomTestStringConvertible, Sendable {
    let control: Control
    let number: Int
    let node: Node

    var testDescription: String { "\(control.id), example \(number)" }
  }

  /// The examples of the controls that an edit mends at all.
  static let examples: [Example] = FixProject.catalogue.controls.flatMap { control in
    let fixes = FixReader.read(control).declarations
    guard fixes.contains(where: { $0.applicability != .manual && $0.recipe == nil }) else {
      return [Example]()
    }
    return ControlExamples(control.file).fail.enumerated().map {
      Example(control: control, number: $0.offset, node: $0.element)
    }
  }

  /// The task definitions among them, in the AWS shape.
  static let tasks: [(example: Example, value: Value)] = examples.compactMap { example in
    guard ["taskDefinition", "container", "volume"].contains(example.control.resource),
      let inventory = Templates.read(example.node)?.inventories.first
    else { return nil }
    let found = inventory.resources(of: .taskDefinition)
    guard found.count == 1, inventory.resources.count == 1, found[0].properties.isAllKnown else {
      return nil
    }
    return (example, found[0].properties)
  }

  @Test(arguments: FixNotation.allCases)
  func `a task definition is mended however it is written`(_ notation: FixNotation) {
    for (example, value) in Self.tasks {
      let name = "\(example.testDescription), \(notation.rawValue)"
      let plain = project(example, value, .taskDefinition).mend().lostLines
      let outcome = check(project(example, value, notation), of: example.control, name)
      // What stands on one line is one line at most; pretty JSON has the most lines.
      let limit = max(outcome.findings.count, plain)
      #expect(outcome.lostLines <= limit, "\(name):\n\(outcome.diff)")
    }
  }

  @Test(arguments: [FixNotation.blockTemplate, .jsonTemplate, .serverlessTemplate])
  func `a template is mended in YAML and in JSON`(_ notation: FixNotation) throws {
    for example in Self.examples where example.node["Resources"] != nil {
      let written = try #require(WrittenValue(example.node))
      let files =
        switch notation {
        case .jsonTemplate: ["template.json": written.json + "\n"]
        case .serverlessTemplate:
          ["template.yaml": "Transform: AWS::Serverless-2016-10-31\n\(written.yaml)\n"]
        default: ["template.yaml": written.yaml + "\n"]
        }
      let project = FixProject(control: example.control.id, files: files)
      check(project, of: example.control, "\(example.testDescription), \(notation.rawValue)")
    }
  }

  @Test func `a Compose file is mended`() throws {
    for example in Self.examples where example.control.resource == "composeService" {
      let written = try #require(WrittenValue(example.node))
      for text in [written.yaml, "services: \(written["services"].flow)"] {
        let project = FixProject(control: example.control.id, files: ["compose.yaml": text + "\n"])
        check(project, of: example.control, example.testDescription)
      }
    }
  }

  @Test func `every control with a fix has an example that it mends`() throws {
    var mended: Set<String> = []
    for example in Self.examples where !mended.contains(example.control.id) {
      let written = try #require(WrittenValue(example.node))
      let name = example.node["services"] == nil ? "template.yaml" : "compose.yaml"
      let outcome = FixProject(control: example.control.id, files: [name: written.yaml + "\n"])
        .mend()
      if !outcome.changes.isEmpty { mended.insert(example.control.id) }
    }
    let all = Set(Self.examples.map(\.control.id))
    // These need a Dockerfile, which tells the user of the image, or Terraform.
    #expect(
      all.subtracting(mended)
        == ["ecs.td.host-network-root", "ecs.td.nonroot-linux", "ssm.secure-string-cmk"]
    )
  }

  private func project(_ example: Example, _ value: Value, _ notation: FixNotation) -> FixProject {
    FixProject(control: example.control.id, files: notation.files(value))
  }

  /// Expects that the failures are mended, that nothing is left to mend, and that what is left to
  /// a person is what the control says.
  @discardableResult
  private func check(_ project: FixProject, of control: Control, _ name: String) -> RemedyOutcome {
    let outcome = project.mend()
    #expect(!outcome.findings.isEmpty, "\(name) does not fail")
    let declarations = FixReader.read(control).declarations
    let words = declarations.filter { $0.applicability == .manual }.compactMap(\.note?.en)
    for finding in outcome.findings {
      switch finding.state {
      case .mended: break
      case .manual(let reason) where words.contains(reason.en) || reason.isOfForm: break
      default: Issue.record("\(name): \(finding.told)\n\(project.files)")
      }
    }
    let again = project.applying(outcome.changes).mend()
    let isLeft = again.findings.allSatisfy { if case .manual = $0.state { true } else { false } }
    #expect(isLeft && again.changes.isEmpty, "\(name): \(again.diff)")
    return outcome
  }
}

extension LocalizedText {
  /// Whether it says that the form of the source is not edited, such as that of a state machine.
  fileprivate var isOfForm: Bool { en.hasPrefix("The source says this in a form") }
}

extension Value {
  /// Whether everything in it is known.
  fileprivate var isAllKnown: Bool { firstUnknownReason == nil }
}

extension WrittenValue {
  /// What a node of an example holds; a short function of CloudFormation in its long form.
  init?(_ node: Node) {
    let value: WrittenValue
    switch node.kind {
    case .mapping:
      value = .object(
        node.entries.compactMap { entry in
          WrittenValue(entry.value).map { (entry.key.string ?? "", $0) }
        }
      )
    case .sequence: value = .list(node.elements.compactMap { WrittenValue($0) })
    case .null: value = .object([])
    case .bool, .number: value = .scalar(node.string ?? "null")
    case .string: value = .text(node.string ?? "")
    }
    guard let tag = node.tag, tag.hasPrefix("!"), !tag.hasPrefix("!!") else {
      self = value
      return
    }
    switch tag {
    case "!Ref": self = .object([("Ref", value)])
    case "!GetAtt":
      let parts = (node.string ?? "").split(separator: ".").map { WrittenValue.text(String($0)) }
      self = .object([("Fn::GetAtt", .list(parts))])
    default: self = .object([("Fn::\(tag.dropFirst())", value)])
    }
  }
}
