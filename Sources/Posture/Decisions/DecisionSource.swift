import SourceText
import Syntax

/// A source that findings point to, with the decisions in it.
struct DecisionSource {
  private(set) var acceptances: [(Acceptance, DecisionPlace)] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The sources of `result` that hold decisions, by path; only those that name one are read.
  static func sources(of result: ScanResult) -> [DecisionSource] {
    var types: [SourceFile: String] = [:]
    for finding in result.findings {
      if types[finding.location.file] == nil {
        types[finding.location.file] = finding.resource.type
      }
      for name in finding.names where types[name.file] == nil {
        types[name.file] = finding.resource.type
      }
    }
    let files = Dictionary(types.map { ($0.key.path, $0) }) { first, _ in first }
    return files.sorted { $0.key < $1.key }.map(\.value)
      .filter { $0.key.bytes.namesDecision }
      .map { DecisionSource($0.key, resourceType: $0.value) }
  }

  private init(_ file: SourceFile, resourceType: String) {
    if resourceType == "Dockerfile" {
      read(AnnotatedSource.dockerfile(file), isDockerfile: true)
    } else if file.isJSON {
      read(JSONParser.parse(file))
    } else if resourceType.hasPrefix("aws_") || file.path.hasSuffix(".tf") {
      read(AnnotatedSource.terraform(file))
    } else {
      let tree = YAMLParser.parse(file)
      if !tree.hasErrors { read(AnnotatedSource.yaml(tree)) }
      read(tree)
    }
  }

  private mutating func read(_ source: AnnotatedSource, isDockerfile: Bool = false) {
    let reader = DecisionCommentReader(source)
    diagnostics += reader.diagnostics
    acceptances += reader.found.map { decision in
      (
        decision.acceptance,
        DecisionPlace(decision, in: source, isDockerfile: isDockerfile)
      )
    }
  }

  private mutating func read(_ tree: SyntaxTree) {
    let reader = MetadataReader(tree)
    diagnostics += reader.diagnostics
    acceptances += reader.found.map { ($0.acceptance, DecisionPlace($0, in: tree.file)) }
  }
}

extension SourceFile {
  /// Whether the text begins as a JSON document does.
  fileprivate var isJSON: Bool {
    let first = bytes[contentStart...].first { !" \t\r\n".utf8.contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
