internal import Posture
internal import SourceText
internal import Templates

extension EditorSession {
  /// Judges what has changed, and returns what to send.
  package mutating func settle() -> [JSONValue] {
    guard isUnsettled, phase == .running else { return [] }
    isUnsettled = false
    var output: [JSONValue] = []
    if setup == nil { output += readSetup() }
    guard let setup else { return output }
    let live = liveUnits(setup)
    judgements = judgements.filter { live.contains($0.key) }
    for key in live where judgements[key] == nil {
      judgements[key] = UnitJudge(setup, loader(around: key.path)).judge(key)
    }
    return output + publish()
  }

  /// Reads the settings, and says so where they are broken.
  private mutating func readSetup() -> [JSONValue] {
    let read = host.setup(loader(around: "."))
    setup = read
    guard announcesSettings else { return [] }
    announcesSettings = false
    let broken = read.diagnostics.filter { $0.severity == .error }
    let sentences = [read.refusal].compactMap { $0 } + broken.map(\.text)
    return sentences.prefix(3).map { sentence in
      let text = "funaban: \(sentence[language])"
      return OutgoingMessage.notification(
        "window/showMessage",
        ["type": 1, "message": .string(text)]
      )
    }
  }

  /// What an open document belongs to.
  private mutating func liveUnits(_ setup: ServerSetup) -> Set<UnitKey> {
    var live: Set<UnitKey> = []
    for document in documents.values where setup.isWanted(document.path) {
      guard let role = document.role else { continue }
      let path = RelativePath.normalized(document.path)
      guard role == .terraform else {
        live.insert(UnitKey(path: path, role: role))
        continue
      }
      for root in moduleCallers().roots(of: RelativePath.folder(of: path)) {
        live.insert(UnitKey(path: root, role: .terraform))
      }
    }
    return live
  }

  private mutating func moduleCallers() -> ModuleCallers {
    if let callers { return callers }
    let files = hasFolder ? host.terraformFiles() : []
    let read = ModuleCallers(files, loader(around: "."))
    callers = read
    return read
  }

  /// Reads what stands in the editor and, for the rest, what lies around `path` on disk.
  func loader(around path: String) -> OverlayLoader {
    OverlayLoader(documents.mapValues(\.file), root: root, over: host.loader(around: path))
  }
}
