import Glibc
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

  /// Whether `file` may be worth parsing, by its name or its bytes; cheap, and never wrong about a no.
  package static func recognises(_ file: SourceFile) -> Bool {
    ComposeFile.hasName(file.path) || recognises(file.bytes)
  }

  /// Whether a file with these `bytes` may be worth parsing; cheap, and never wrong about a no.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    // A text in UTF-16 cannot be read, but whoever meant it as a template must be told.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return recognises(bytes.dropFirst(2).filter { $0 != 0 })
    }
    if contains(bytes, "ontainerDefinitions", anchor: 8) { return true }
    if isTerraform(bytes) { return true }
    if contains(bytes, "Resources", anchor: 0) || contains(bytes, "AWSTemplate", anchor: 1) {
      return contains(bytes, "::", anchor: 0) || contains(bytes, "AWSTemplate", anchor: 1)
    }
    if contains(bytes, "services", anchor: 3),
      contains(bytes, "image", anchor: 3)
        || contains(bytes, "build", anchor: 0) || contains(bytes, "extends", anchor: 1)
        || contains(bytes, "provider", anchor: 3)
    {
      return true
    }
    if contains(bytes, "task_definition", anchor: 4) || contains(bytes, "run_params", anchor: 3) {
      return true
    }
    if contains(bytes, "type", anchor: 1), mayBeManifest(bytes) { return true }
    return startsList(bytes) && contains(bytes, "mage", anchor: 2)
      && contains(bytes, "ame", anchor: 1)
  }

  /// Whether the file may be a plan, a state, or what is taken for one by mistake.
  private static func isTerraform(_ bytes: [UInt8]) -> Bool {
    contains(bytes, "\"format_version\"", anchor: 7) || contains(bytes, "\"lineage\"", anchor: 6)
      || contains(bytes, "\"@level\"", anchor: 1)
  }

  /// Whether one of the types of a Copilot manifest occurs in `bytes`.
  private static func mayBeManifest(_ bytes: [UInt8]) -> Bool {
    contains(bytes, " Web Service", anchor: 1) || contains(bytes, "Backend Service", anchor: 0)
      || contains(bytes, "Worker Service", anchor: 0)
      || contains(bytes, "Scheduled Job", anchor: 10)
      || contains(bytes, "Static Site", anchor: 7) || contains(bytes, "Environment", anchor: 4)
  }

  /// Whether the first thing in `bytes`, comments aside, is an element of a list.
  private static func startsList(_ bytes: [UInt8]) -> Bool {
    var isComment = false
    for byte in bytes.prefix(65_536) {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isComment = false
      case _ where isComment: continue
      case UInt8(ascii: "#"), UInt8(ascii: "/"): isComment = true
      case UInt8(ascii: "["), UInt8(ascii: "-"): return true
      case 0...0x20, 0xEF, 0xBB, 0xBF: continue
      default: return false
      }
    }
    return false
  }

  /// Whether `needle` occurs in `bytes`; its byte at `anchor` should be a rare one.
  private static func contains(_ bytes: [UInt8], _ needle: StaticString, anchor: Int) -> Bool {
    unsafe bytes.withUnsafeBytes { haystack in
      guard let base = haystack.baseAddress else { return false }
      let length = needle.utf8CodeUnitCount
      let rare = unsafe Int32(needle.utf8Start[anchor])
      var offset = anchor
      while offset + length - anchor <= haystack.count,
        let hit = unsafe memchr(base + offset, rare, haystack.count - offset)
      {
        let start = unsafe base.distance(to: UnsafeRawPointer(hit)) - anchor
        guard start + length <= haystack.count else { return false }
        if unsafe memcmp(base + start, needle.utf8Start, length) == 0 { return true }
        offset = start + anchor + 1
      }
      return false
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
