package import SourceText
package import Syntax

/// Reads task definitions, templates, manifests, plans and states into inventories.
package enum Templates {
  /// Reads every document of `tree` that is a template, a task definition, a plan or a state.
  ///
  /// - Returns: One unit for each; none for a file of another trade, such as a `package.json`.
  package static func read(
    _ tree: SyntaxTree,
    options: TemplateOptions = TemplateOptions()
  ) -> [DeploymentUnit] {
    tree.documents.compactMap { read($0, options: options) }
  }

  /// Reads one document; `nil` for one of another trade.
  package static func read(
    _ document: Node,
    options: TemplateOptions = TemplateOptions()
  ) -> DeploymentUnit? {
    switch TemplateRecognition.kind(of: document) {
    case .taskDefinitions: TaskDefinitionReader(document, options).read()
    case .cloudFormation: TemplateReader(Template(document), options).read()
    case .terraform(let kind): read(document, kind, options: options)
    case .compose: ComposeReader(document, options).read()
    case .copilot: CopilotReader(document, options).read()
    case .ecsParams: ECSParams.read(document, options)
    case nil: nil
    }
  }

  private static func read(
    _ document: Node,
    _ kind: TerraformDocument.Kind,
    options: TemplateOptions
  ) -> DeploymentUnit {
    switch kind {
    case .plan: TerraformPlanReader(document, options).read()
    case .state: TerraformStateReader(document, options).readOutput()
    case .stateFile(version: 4): TerraformStateReader(document, options).readFile()
    case .stateFile(let version):
      TerraformStateReader(document, options).refuse(.unsupportedState(version, document))
    case .encryptedState: TerraformStateReader(document, options).refuse(.encryptedState(document))
    case .log: TerraformPlanReader(document, options).refuse(.planLog(document))
    }
  }

  /// Parses `file` as JSON or YAML, by its first character; where that leaves it open, by its name.
  ///
  /// YAML holds JSON, so a name that says YAML is believed; one that says JSON need not be right.
  package static func parse(_ file: SourceFile) -> SyntaxTree {
    let name = file.path.lowercased()
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return YAMLParser.parse(file) }
    let first = file.bytes.dropFirst(file.contentStart).first { $0 > 0x20 }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return JSONParser.parse(file)
    case nil where name.hasSuffix(".json"): return JSONParser.parse(file)
    case .some(let byte) where name.hasSuffix(".json") && !byte.beginsPlainYAML:
      return JSONParser.parse(file)
    default: return YAMLParser.parse(file)
    }
  }
}

extension UInt8 {
  /// Whether a block of YAML, but no JSON text, comments included, may begin with the byte.
  fileprivate var beginsPlainYAML: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}
