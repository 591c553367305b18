import Inventory
import SourceText
import Syntax

extension ComposeProject {
  /// The projects that the files include, each with its own folder and variables.
  func includes() -> [ComposeProject] {
    documents.flatMap { document in
      (document["include"]?.elements ?? []).compactMap { included($0, by: document) }
    }
  }

  /// The project that one element of `include` names: a path, or paths with their settings.
  private func included(_ node: Node, by document: Node) -> ComposeProject? {
    let folder = RelativePath.folder(of: document.file.path)
    let layer = layer()
    let named = (node.kind == .mapping ? node["path"] : node).map { texts($0, layer) } ?? []
    let paths = named.compactMap { $0.text.map { RelativePath.join(folder, $0) } }
    guard !paths.isEmpty, paths.count == named.count else {
      reading.log.add(.composeFileUnread("include", reason: .notKnownYet, at: node.location))
      return nil
    }
    guard ancestors.count < ComposeReading.maximumDepth,
      !paths.contains(where: ancestors.contains)
    else {
      reading.log.add(.includeCircle(paths[0], at: node.location))
      return nil
    }
    let found = paths.compactMap { reading.document(at: $0, namedAt: node.location) }
    guard found.count == paths.count else { return nil }
    reading.included += paths
    let own = node["project_directory"].flatMap { layer.scalar($0).text }
    let files = node["env_file"].map { texts($0, layer).compactMap(\.text) }
    return ComposeProject(
      found,
      folder: own.map { RelativePath.join(folder, $0) } ?? RelativePath.folder(of: paths[0]),
      variables: variables,
      files: files?.map { RelativePath.join(folder, $0) },
      reading: reading,
      ancestors: ancestors,
      via: via ?? node.location
    )
  }

  private func texts(_ node: Node, _ layer: ComposeLayer) -> [Value] {
    node.kind == .sequence ? node.elements.map(layer.scalar) : [layer.scalar(node)]
  }
}
