internal import SourceText
internal import Syntax

/// A message of the client: a request, a notification, or the answer to a request of the server.
///
/// Source: https://www.jsonrpc.org/specification
struct IncomingMessage {
  /// The number or text by which a request is answered; `nil` for a notification.
  let id: JSONValue?
  /// What is asked for; `nil` for an answer.
  let method: String?
  /// The arguments.
  let params: Node?

  /// Reads one message.
  ///
  /// - Throws: the error to answer with, where the text is no message.
  init(_ content: [UInt8]) throws(ResponseError) {
    let tree = JSONParser.parse(SourceFile(path: "message", bytes: content))
    guard let root = tree.root, !tree.hasErrors else { throw .notJSON }
    id = root["id"].flatMap(JSONValue.init(id:))
    method = root["method"]?.kind == .string ? root["method"]?.string : nil
    params = root["params"]
    let isAnswer = root.entry("result") != nil || root.entry("error") != nil
    guard method != nil || isAnswer else { throw .noMessage }
  }
}

extension JSONValue {
  /// Takes the id of a message; `nil` for a value that is none.
  init?(id node: Node) {
    switch node.kind {
    case .string: self = .string(node.string ?? "")
    case .number:
      guard let number = node.integer else { return nil }
      self = .number(number)
    default: return nil
    }
  }
}

extension Node {
  /// The value of a whole number that an `Int` holds; `nil` for every other node.
  var integer: Int? { number.flatMap { Int(exactly: $0) } }

  /// The node behind the members `names`, one within the other.
  func member(_ names: String...) -> Node? {
    names.reduce(self) { node, name in node?[name] }
  }
}
