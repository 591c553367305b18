internal import SourceText
internal import Syntax

/// What the client can do, as far as it matters here.
struct ClientCapabilities {
  var encoding = PositionEncoding.utf16
  var showsRelatedInformation = false
  var opensCodeDescriptions = false
  var takesCodeActions = false
  var takesVersionedEdits = false
  var registersWatchers = false

  /// Assumes what every client can do.
  init() {}

  /// Reads the arguments of `initialize`.
  init(_ params: Node) {
    let capabilities = params["capabilities"]
    let document = capabilities?["textDocument"]
    let offered = capabilities?.member("general", "positionEncodings")?.elements.map(\.string)
    encoding = offered?.contains("utf-8") == true ? .utf8 : .utf16
    let published = document?["publishDiagnostics"]
    showsRelatedInformation = published?["relatedInformation"]?.bool ?? false
    opensCodeDescriptions = published?["codeDescriptionSupport"]?.bool ?? false
    takesCodeActions = document?.member("codeAction", "codeActionLiteralSupport") != nil
    let workspace = capabilities?["workspace"]
    takesVersionedEdits = workspace?.member("workspaceEdit", "documentChanges")?.bool ?? false
    registersWatchers =
      workspace?.member("didChangeWatchedFiles", "dynamicRegistration")?.bool ?? false
  }
}
