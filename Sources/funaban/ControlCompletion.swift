import Posture

/// What a shell offers where a control belongs.
enum ControlCompletion {
  /// The ids of the shipped controls; their aliases, too, once some letters tell which are meant.
  @Sendable static func candidates(words: [String], index: Int, prefix: String) -> [String] {
    let controls = ControlCatalogue.embeddedControls()
    let names = controls.map(\.id) + (prefix.isEmpty ? [] : controls.flatMap(\.aliases))
    return Set(names.filter { $0.hasPrefix(prefix) }).sorted()
  }
}
