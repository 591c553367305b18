import LanguageServer
import SourceText
import Testing

/// A conversation that has begun.
struct Talk {
  var session: EditorSession

  /// Sends `initialize` with `capabilities` as JSON text.
  init(
    _ host: MemoryHost = MemoryHost(),
    capabilities: String = "{}",
    offerings: [any FixOffering] = [AcceptanceComment()]
  ) {
    session = EditorSession(
      EditorSession.Options(version: "1"),
      host: host,
      offerings: offerings
    )
    _ = send(
      #"{"id":0,"method":"initialize","params":{"rootUri":"file:///work","capabilities":\#(capabilities)}}"#
    )
  }

  mutating func send(_ messages: String...) -> [JSONValue] {
    session.receive(messages.map { Array($0.utf8) })
  }

  /// Opens a document and returns what is published.
  mutating func open(_ uri: String, _ text: String, language: String = "yaml") -> [JSONValue] {
    let item: JSONValue = [
      "uri": .string(uri), "languageId": .string(language), "version": 1, "text": .string(text),
    ]
    return notify("textDocument/didOpen", ["textDocument": item])
  }

  /// Replaces the text of a document and returns what is published.
  mutating func change(_ uri: String, _ text: String) -> [JSONValue] {
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": 2],
        "contentChanges": [["text": .string(text)]],
      ]
    )
  }

  mutating func notify(_ method: String, _ params: JSONValue) -> [JSONValue] {
    let message: JSONValue = ["method": .string(method), "params": params]
    return session.receive([message.bytes]) + session.settle()
  }

  mutating func request(_ method: String, _ params: JSONValue) throws -> JSONValue {
    let message: JSONValue = ["id": 7, "method": .string(method), "params": params]
    return try #require(session.receive([message.bytes]).last)
  }
}

extension [JSONValue] {
  /// The codes that are published for `uri` last; `nil` where nothing is.
  func codes(_ uri: String) -> [String]? {
    last { $0["params"]?["uri"]?.text == uri }?["params"]?["diagnostics"]?.elements
      .compactMap { $0["code"]?.text }
  }
}
