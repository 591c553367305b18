import SourceText
import Syntax

/// A decision in the `Metadata` of a resource of a CloudFormation template.
struct MetadataDecision {
  let acceptance: Acceptance
  /// The bytes of the resource.
  let resource: SourceRange
}

/// Reads the decisions that stand in the metadata of a template's resources.
///
/// ```yaml
/// Metadata:
///   funaban: { accept: [{ control: ECS.5, reason: It writes to its own disk. }] }
///   checkov: { skip: [{ id: CKV_AWS_336, comment: It writes to its own disk. }] }
/// ```
struct MetadataReader {
  private(set) var found: [MetadataDecision] = []
  private var reader = AcceptanceReader()

  var diagnostics: [Diagnostic] { reader.diagnostics }

  init(_ tree: SyntaxTree) {
    for resource in tree.documents.flatMap({ $0["Resources"]?.entries ?? [] }) {
      guard let metadata = resource.value["Metadata"] else { continue }
      var acceptances = MetadataReader.checkov(metadata)
      for entry in metadata["funaban"]?["accept"]?.entriesOfList ?? [] {
        acceptances += [reader.read(entry, source: .metadata)].compactMap { $0 }
      }
      found += acceptances.map { MetadataDecision(acceptance: $0, resource: resource.range) }
    }
  }

  private static func checkov(_ metadata: Node) -> [Acceptance] {
    let skips = ["checkov", "bridgecrew"].flatMap { metadata[$0]?["skip"]?.elements ?? [] }
    return skips.compactMap { skip in
      guard let id = skip["id"]?.string else { return nil }
      var terms = Acceptance.Terms()
      terms.reason = skip["comment"]?.string ?? ""
      let target = Acceptance.Target(control: id)
      return Acceptance(target, terms, source: .checkov, location: skip.location)
    }
  }
}

extension Node {
  /// The elements of a list; of anything else the thing itself.
  fileprivate var entriesOfList: [Node] { kind == .sequence ? elements : [self] }
}
