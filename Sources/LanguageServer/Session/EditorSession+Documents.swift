internal import SourceText
internal import Syntax
internal import Templates

extension EditorSession {
  /// The absolute path of the document that a message is about; `nil` for one that is no file.
  func documentPath(_ params: Node) -> String? {
    params.member("textDocument", "uri")?.string.flatMap(DocumentURI.path)
      .map(RelativePath.normalized)
  }

  mutating func open(_ params: Node) {
    guard let item = params["textDocument"], let place = documentPath(params) else { return }
    let uri = item["uri"]?.string ?? ""
    let path = RelativePath.shortened(place, from: root)
    guard let document = OpenDocument(item, uri: uri, path: path) else { return }
    documents[place] = document
    touch(place)
  }

  mutating func change(_ params: Node) {
    guard let place = documentPath(params) else { return }
    documents[place]?.apply(params, capabilities.encoding)
    if documents[place] != nil { touch(place) }
  }

  /// What is on disk now matters to the calls among modules, and to what the user is told.
  mutating func save(_ params: Node) {
    guard let place = documentPath(params) else { return }
    if SourceRole(place) == .terraform { callers = nil }
    if isSource(place) {
      announcesSettings = true
      forgetSetup()
    }
  }

  mutating func close(_ params: Node) {
    guard let place = documentPath(params), documents.removeValue(forKey: place) != nil else {
      return
    }
    touch(place)
  }

  mutating func filesChanged(_ params: Node) {
    let places = params["changes"]?.elements.compactMap { change in
      change["uri"]?.string.flatMap(DocumentURI.path).map(RelativePath.normalized)
    }
    for place in places ?? [] {
      if SourceRole(place) == .terraform { callers = nil }
      if isSource(place) { announcesSettings = true }
      if documents[place] == nil { touch(place) }
    }
  }

  /// Notes that the text at `place` is another one now.
  private mutating func touch(_ place: String) {
    isUnsettled = true
    changed.insert(place)
    if isSource(place) { return forgetSetup() }
    let (root, name) = (root, RelativePath.name(of: place))
    setup?.options.terraformFiles.forget { path in
      path.hasSuffix(name) && RelativePath.absolute(path, from: root) == place
    }
    let folder = RelativePath.folder(of: place)
    judgements = judgements.filter { key, judgement in
      if judgement.sources.contains(place) { return false }
      guard key.role == .terraform, TerraformFileName(place) != nil else { return true }
      return !judgement.included.union([key.path])
        .contains { RelativePath.absolute($0, from: root) == folder }
    }
  }

  /// Whether the settings rest on the file at `place`.
  private func isSource(_ place: String) -> Bool {
    (setup?.sources ?? []).contains { source in
      let path = RelativePath.absolute(source, from: root)
      return place == path || place.hasPrefix(path + "/")
    }
  }
}
