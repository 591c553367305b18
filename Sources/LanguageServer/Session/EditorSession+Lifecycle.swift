internal import SourceText
internal import Syntax

extension EditorSession {
  /// Begins the conversation and tells what the server can do.
  mutating func initialize(_ params: Node?) throws(ResponseError) -> JSONValue {
    guard phase == .starting else { throw .alreadyInitialized }
    guard let params else { throw .wrongArguments("initialize") }
    capabilities = ClientCapabilities(params)
    let locale = params["locale"]?.string ?? ""
    clientLanguage = Language(rawValue: String(locale.prefix(2).lowercased()))
    let folder = EditorSession.folder(params)
    hasFolder = folder != nil
    root = host.enter(folder)
    phase = .running
    return [
      "capabilities": [
        "positionEncoding": .string(capabilities.encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
        "hoverProvider": true,
        "codeActionProvider": ["codeActionKinds": ["quickfix"]],
      ],
      "serverInfo": ["name": "funaban", "version": .string(options.version)],
    ]
  }

  /// The first folder of the workspace.
  private static func folder(_ params: Node) -> String? {
    let first = params["workspaceFolders"]?.elements.first?["uri"]
    for node in [first, params["rootUri"]] {
      if let node, node.kind == .string, let path = node.string.flatMap(DocumentURI.path) {
        return path
      }
    }
    guard let node = params["rootPath"], node.kind == .string else { return nil }
    return node.string
  }

  /// Asks the client to tell of files that change on disk, if it takes such a request.
  var registration: [JSONValue] {
    guard capabilities.registersWatchers else { return [] }
    let patterns = [
      "**/*.{tf,tofu,tfvars,json,yaml,yml,template,tftpl,tpl,env}", "**/*Dockerfile*",
      "**/*Containerfile*", "**/.env",
    ]
    let watchers = patterns.map { pattern -> JSONValue in ["globPattern": .string(pattern)] }
    let method = "workspace/didChangeWatchedFiles"
    return [
      OutgoingMessage.request(
        "funaban-watchers",
        "client/registerCapability",
        [
          "registrations": [
            [
              "id": "funaban-watchers", "method": .string(method),
              "registerOptions": ["watchers": .array(watchers)],
            ]
          ]
        ]
      )
    ]
  }
}
