internal import Posture
internal import SourceText
internal import Templates

extension EditorSession {
  /// The diagnostics of every file where they differ from what the client has.
  ///
  /// Those of a document whose text has changed are sent in any case: they belong to its version.
  mutating func publish() -> [JSONValue] {
    let wanted = board()
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

  /// Everything that is to be told of the judged files; notes which findings are among it.
  private mutating func board() -> [String: [JSONValue]] {
    var board = DiagnosticBoard(root: root)
    shown = [:]
    let writer = diagnosticWriter
    let judgements = standingAlone()
    for diagnostic in judgements.flatMap(\.value.diagnostics) + (setup?.diagnostics ?? []) {
      guard let path = diagnostic.path else { continue }
      _ = board.add(writer.diagnostic(of: diagnostic), at: path)
    }
    for (key, judgement) in judgements {
      for judged in judgement.units {
        for finding in judged.findings where isShown(finding) {
          add(finding, of: judged.unit, key, writer, to: &board)
        }
      }
    }
    return board.diagnostics
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
  private func standingAlone() -> [(key: UnitKey, value: Judgement)] {
    let sorted = judgements.sorted { $0.key < $1.key }
    return sorted.filter { key, judgement in
      !sorted.contains { other, outer in
        other != key && outer.included.contains(key.path)
          && (!judgement.included.contains(other.path) || other < key)
      }
    }
  }

  private func isShown(_ finding: Finding) -> Bool {
    guard finding.acceptance == nil else { return false }
    return finding.verdict == .fail || finding.verdict == .unknown && options.showsUnknown
  }

  private mutating func add(
    _ finding: Finding,
    of unit: DeploymentUnit,
    _ key: UnitKey,
    _ writer: DiagnosticWriter,
    to board: inout DiagnosticBoard
  ) {
    guard let control = told(finding.control) else { return }
    let json = writer.diagnostic(of: finding, control)
    guard let place = board.add(json, at: finding.location.file.path) else { return }
    let range = writer.range(of: finding.location)
    shown[place, default: []].append(
      ShownFinding(finding: finding, unit: unit, key: key, range: range, diagnostic: json)
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
