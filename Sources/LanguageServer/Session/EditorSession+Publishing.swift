internal import Posture
internal import Reports
internal import SourceText
internal import Templates

extension EditorSession {
  /// The diagnostics of every file where they differ from what the client has.
  ///
  /// Those of a document whose text has changed are sent in any case: they belong to its version.
  mutating func publish() -> [JSONValue] {
    var wanted: [String: [JSONValue]] = [:]
    shown = [:]
    let writer = diagnosticWriter
    for judgement in standingAlone() {
      for diagnostic in judgement.diagnostics { add(diagnostic, writer, to: &wanted) }
      for unit in judgement.units {
        for finding in unit.findings where isShown(finding) {
          add(finding, unit, writer, to: &wanted)
        }
      }
    }
    for diagnostic in setup?.diagnostics ?? [] { add(diagnostic, writer, to: &wanted) }
    let places = Set(wanted.keys).union(published.keys)
      .union(changed.filter { documents[$0] != nil }).sorted()
    let output = places.compactMap { place -> JSONValue? in
      let diagnostics = wanted[place] ?? []
      let isNew = changed.contains(place) && documents[place] != nil
      guard isNew || published[place] ?? [] != diagnostics else { return nil }
      return publication(of: diagnostics, at: place)
    }
    published = wanted
    changed = []
    return output
  }

  /// The words and positions that the client understands.
  var diagnosticWriter: DiagnosticWriter {
    let (root, uris) = (root, documents.mapValues(\.uri))
    return DiagnosticWriter(capabilities: capabilities, language: language) { path in
      let place = RelativePath.absolute(path, from: root)
      return uris[place] ?? DocumentURI.uri(of: place)
    }
  }

  /// The judgements that are not a part of another one; of a circle, the first stands for all.
  private func standingAlone() -> [Judgement] {
    let sorted = judgements.sorted { $0.key < $1.key }
    return sorted.filter { key, judgement in
      !sorted.contains { other, outer in
        other != key && outer.included.contains(key.path)
          && (!judgement.included.contains(other.path) || other < key)
      }
    }.map(\.value)
  }

  private func isShown(_ finding: Finding) -> Bool {
    guard finding.acceptance == nil else { return false }
    return finding.verdict == .fail || finding.verdict == .unknown && options.showsUnknown
  }

  private func add(
    _ diagnostic: Diagnostic,
    _ writer: DiagnosticWriter,
    to wanted: inout [String: [JSONValue]]
  ) {
    guard let path = diagnostic.path else { return }
    let json = writer.diagnostic(of: diagnostic)
    let place = RelativePath.absolute(path, from: root)
    if wanted[place]?.contains(json) != true { wanted[place, default: []].append(json) }
  }

  private mutating func add(
    _ finding: Finding,
    _ judged: JudgedUnit,
    _ writer: DiagnosticWriter,
    to wanted: inout [String: [JSONValue]]
  ) {
    guard let entry = entry(finding.control) else { return }
    let json = writer.diagnostic(of: finding, entry)
    let place = RelativePath.absolute(finding.location.file.path, from: root)
    guard wanted[place]?.contains(json) != true else { return }
    wanted[place, default: []].append(json)
    let range = writer.range(of: finding.location)
    shown[place, default: []].append(
      ShownFinding(finding: finding, unit: judged.unit, range: range, diagnostic: json)
    )
  }

  private func publication(of diagnostics: [JSONValue], at place: String) -> JSONValue {
    let document = documents[place]
    return OutgoingMessage.notification(
      "textDocument/publishDiagnostics",
      .present([
        "uri": .string(document?.uri ?? DocumentURI.uri(of: place)),
        "version": document?.version.map { .number($0) },
        "diagnostics": .array(diagnostics),
      ])
    )
  }
}
