internal import Posture
internal import Remedy
internal import Reports
internal import SourceText
internal import Syntax
internal import Templates

extension EditorSession {
  /// The most stories that one hover tells in full.
  private static let storyLimit = 3

  /// How long one request may look for edits that prove themselves.
  private static let offerTime = Duration.milliseconds(500)

  /// The stories of the controls that fail at a place.
  mutating func hover(_ params: Node?) throws(ResponseError) -> JSONValue {
    guard let params, params.member("textDocument", "uri") != nil,
      let position = params["position"].flatMap(TextPosition.init)
    else { throw .wrongArguments("textDocument/hover") }
    let hits = findings(params).filter { $0.range.contains(position) }
    guard let first = hits.first else { return .null }
    var stories: [String] = []
    for hit in hits.prefix(EditorSession.storyLimit) {
      guard let entry = told(hit.finding.control)?.entry else { continue }
      stories.append(
        EditorReport.hover(hit.finding, entry, in: hit.sourceLanguage, language: language)
      )
    }
    let others = hits.dropFirst(EditorSession.storyLimit).compactMap {
      $0.diagnostic["message"]?.text?.split(separator: "\n").first
    }
    if !others.isEmpty { stories.append(others.map { "- \($0)" }.joined(separator: "\n")) }
    return [
      "contents": ["kind": "markdown", "value": .string(stories.joined(separator: "\n\n---\n\n"))],
      "range": diagnosticWriter.json(first.range),
    ]
  }

  /// The findings of the document that a request is about; none of one that is no file.
  private func findings(_ params: Node) -> [ShownFinding] {
    documentPath(params).flatMap { shown[$0] } ?? []
  }

  /// The changes that are offered for the findings in a range.
  ///
  /// The search for edits ends after `offerTime`; what was found is kept, so that it goes on where the
  /// client asks again.
  mutating func codeActions(_ params: Node?) throws(ResponseError) -> JSONValue {
    guard let params, params.member("textDocument", "uri") != nil,
      let start = params.member("range", "start").flatMap(TextPosition.init),
      let end = params.member("range", "end").flatMap(TextPosition.init)
    else { throw .wrongArguments("textDocument/codeAction") }
    let kinds = params.member("context", "only")?.elements.map { $0.string ?? "" }
    guard capabilities.takesCodeActions, kinds?.contains(where: ["", "quickfix"].contains) ?? true
    else { return [] }
    let hits = findings(params).filter { $0.range.overlaps(min(start, end)...max(start, end)) }
    let deadline = ContinuousClock.now + EditorSession.offerTime
    var actions: [JSONValue] = []
    for hit in hits { actions += self.actions(for: hit, until: deadline) }
    return .array(actions)
  }

  private mutating func actions(
    for hit: ShownFinding,
    until deadline: ContinuousClock.Instant
  ) -> [JSONValue] {
    offers(for: hit, until: deadline).compactMap { fix in
      workspaceEdit(of: fix).map { edit in
        [
          "title": .string(fix.title[language]), "kind": "quickfix",
          "diagnostics": [hit.diagnostic], "isPreferred": .bool(fix.isPreferred), "edit": edit,
        ]
      }
    }
  }

  private mutating func offers(
    for hit: ShownFinding,
    until deadline: ContinuousClock.Instant
  ) -> [OfferedFix] {
    guard let setup else { return [] }
    let fingerprint = hit.finding.fingerprint
    if let known = judgements[hit.key]?.offers[fingerprint] { return known }
    let hasTime = ContinuousClock.now < deadline
    let workup = hasTime ? workup(of: hit.key, setup) : nil
    let context = FixContext(catalogue: setup.catalogue, workup: workup)
    let found = offerings.flatMap { $0.fixes(for: hit.finding, in: context) }
    if hasTime { judgements[hit.key]?.offers[fingerprint] = found }
    return found
  }

  private mutating func workup(of key: UnitKey, _ setup: ServerSetup) -> Workup {
    if let known = judgements[key]?.workup { return known }
    let source = UnitJudge(setup, loader(around: key.path)).source(of: key)
    let made = Workup(source, setup.catalogue)
    judgements[key]?.workup = made
    return made
  }

  /// The edits in the words of the protocol; `nil` where a file has changed since they were made.
  private func workspaceEdit(of fix: OfferedFix) -> JSONValue? {
    var changes: [JSONValue.Member] = []
    var documentChanges: [JSONValue] = []
    for (file, edits) in fix.edits.sorted(by: { $0.key.path < $1.key.path }) {
      let place = RelativePath.absolute(file.path, from: root)
      let document = documents[place]
      if let document, document.file.bytes != file.bytes { return nil }
      let uri = diagnosticWriter.uri(file.path)
      let texts = JSONValue.array(edits.map { textEdit($0, in: file) })
      changes.append(JSONValue.Member(uri, texts))
      let version = document?.version.map(JSONValue.number) ?? .null
      documentChanges.append([
        "textDocument": ["uri": .string(uri), "version": version], "edits": texts,
      ])
    }
    return capabilities.takesVersionedEdits
      ? ["documentChanges": .array(documentChanges)] : ["changes": .object(changes)]
  }

  private func textEdit(_ edit: Edit, in file: SourceFile) -> JSONValue {
    let encoding = capabilities.encoding
    let start = encoding.position(of: Int(edit.range.start), in: file)
    let end = encoding.position(of: Int(edit.range.end), in: file)
    return [
      "range": diagnosticWriter.json(start...end),
      "newText": .string(String(decoding: edit.replacement, as: UTF8.self)),
    ]
  }
}
