internal import Posture
package import SourceText
internal import Templates

/// One conversation with an editor in the Language Server Protocol: messages in, messages out.
///
/// It decides and remembers; whoever owns it moves the bytes. Changes are judged when the owner says
/// that nothing more is waiting, so that a burst of keystrokes costs one judgement.
///
/// Source: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
package struct EditorSession {
  /// What the command line says.
  package struct Options: Sendable {
    /// The version of the program.
    package var version: String
    /// The language that the command line asks for; it counts more than the settings.
    package var language: Language?
    /// The language that the environment asks for; it counts more than the client's.
    package var environmentLanguage: Language?
    /// The language where nobody asks for one.
    package var defaultLanguage = Language.english
    /// Whether findings that cannot be told are shown, as hints.
    package var showsUnknown = false

    /// Leaves everything at its default.
    package init(version: String) { self.version = version }
  }

  /// How far the conversation is.
  enum Phase {
    case starting
    case running
    case shutDown
    case exited
  }

  let options: Options
  let host: any ServerHost
  let offerings: [any FixOffering]
  var phase = Phase.starting
  var capabilities = ClientCapabilities()
  /// The language of the client.
  var clientLanguage: Language?
  /// The absolute path of the folder in which relative paths begin.
  var root = ""
  /// Whether the client has named that folder.
  var hasFolder = false
  /// How to judge; `nil` until it is needed.
  var setup: ServerSetup?
  /// Whether the user is to be told if the settings are broken.
  var announcesSettings = true
  /// The calls among Terraform modules; `nil` until they are needed.
  var callers: ModuleCallers?
  /// The open documents by absolute path.
  var documents: [String: OpenDocument] = [:]
  /// The documents that changed since they were last published.
  var changed: Set<String> = []
  /// What the units came to, while they are up to date.
  var judgements: [UnitKey: Judgement] = [:]
  /// What was last published, by absolute path.
  var published: [String: [JSONValue]] = [:]
  /// The findings that the client shows, by absolute path.
  var shown: [String: [ShownFinding]] = [:]
  /// Whether something happened that published findings do not know of.
  package internal(set) var isUnsettled = false
  private var told: [String: ToldControl] = [:]

  /// Starts a conversation.
  ///
  /// - Parameters:
  ///   - options: what the command line says
  ///   - host: the machine
  ///   - offerings: what offers changes to sources, the best first
  package init(_ options: Options, host: any ServerHost, offerings: [any FixOffering]) {
    self.options = options
    self.host = host
    self.offerings = offerings
  }

  /// The exit code of the program, once the client has sent `exit`; `nil` before.
  package var exitCode: Int32? { phase == .exited ? exitCodeAtEnd : nil }

  /// The exit code where the conversation ends now: 0 behind `shutdown`, else 1.
  package private(set) var exitCodeAtEnd: Int32 = 1

  /// The language of what the user reads.
  var language: Language {
    options.language ?? setup?.language ?? options.environmentLanguage ?? clientLanguage
      ?? options.defaultLanguage
  }

  /// Notes that the client has asked to end.
  mutating func shutDown() {
    phase = .shutDown
    isUnsettled = false
    exitCodeAtEnd = 0
  }

  /// What there is to read about the control `id`.
  mutating func told(_ id: String) -> ToldControl? {
    if let known = told[id] { return known }
    let read = setup?.catalogue.control(id).map { ToldControl($0, language) }
    told[id] = read
    return read
  }

  /// Forgets the settings and all that rests on them.
  mutating func forgetSetup() {
    setup = nil
    told = [:]
    judgements = [:]
    isUnsettled = true
  }
}
