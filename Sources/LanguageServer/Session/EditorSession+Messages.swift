internal import SourceText
internal import Syntax

extension EditorSession {
  /// Takes messages in the order in which they came, and returns what to send.
  ///
  /// A request that a later message of the same batch cancels is not worked on.
  package mutating func receive(_ contents: [[UInt8]]) -> [JSONValue] {
    let messages = contents.map { content in
      Result { () throws(ResponseError) in try IncomingMessage(content) }
    }
    let cancelled = Set(messages.compactMap { (try? $0.get())?.cancelledRequest })
    var output: [JSONValue] = []
    for message in messages where phase != .exited {
      switch message {
      case .failure(let error): output.append(OutgoingMessage.failure(.null, error))
      case .success(let message): output += receive(message, cancelled)
      }
    }
    return output
  }

  private mutating func receive(
    _ message: IncomingMessage,
    _ cancelled: Set<JSONValue>
  ) -> [JSONValue] {
    guard let method = message.method else { return [] }
    guard let id = message.id else { return notify(method, message.params) }
    guard !cancelled.contains(id) else { return [OutgoingMessage.failure(id, .cancelled)] }
    do throws(ResponseError) {
      let (result, before) = try answer(method, message.params)
      return before + [OutgoingMessage.response(id, result)]
    } catch {
      return [OutgoingMessage.failure(id, error)]
    }
  }

  /// The result of a request, and what is to be sent before it.
  private mutating func answer(
    _ method: String,
    _ params: Node?
  ) throws(ResponseError) -> (result: JSONValue, before: [JSONValue]) {
    switch phase {
    case .starting where method != "initialize": throw .notInitialized
    case .shutDown, .exited: throw .shutDown
    case .starting, .running: break
    }
    switch method {
    case "initialize": return (try initialize(params), [])
    case "shutdown":
      shutDown()
      return (.null, [])
    case "textDocument/hover":
      let before = settle()
      return (try hover(params), before)
    case "textDocument/codeAction":
      let before = settle()
      return (try codeActions(params), before)
    default: throw .unknownMethod(method)
    }
  }

  private mutating func notify(_ method: String, _ params: Node?) -> [JSONValue] {
    if method == "exit" { phase = .exited }
    guard phase == .running else { return [] }
    if method == "initialized" { return registration }
    guard let params else { return [] }
    switch method {
    case "textDocument/didOpen": open(params)
    case "textDocument/didChange": change(params)
    case "textDocument/didSave": save(params)
    case "textDocument/didClose": close(params)
    case "workspace/didChangeWatchedFiles": filesChanged(params)
    default: break
    }
    return []
  }
}

extension IncomingMessage {
  /// The id of the request that the message cancels.
  fileprivate var cancelledRequest: JSONValue? {
    guard method == "$/cancelRequest" else { return nil }
    return params?["id"].flatMap(JSONValue.init(id:))
  }
}
