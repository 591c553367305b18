/// Why a request is not answered with a result.
///
/// The texts are for developers of clients, so they are in English only.
struct ResponseError: Error, Hashable {
  let code: Int
  let message: String

  static let notJSON = ResponseError(code: -32700, message: "The message is not JSON.")
  static let noMessage = ResponseError(
    code: -32600,
    message: "The JSON is neither a request, nor a notification, nor a response."
  )
  static let alreadyInitialized = ResponseError(
    code: -32600,
    message: "`initialize` was sent before."
  )
  static let shutDown = ResponseError(code: -32600, message: "The server was shut down.")
  static let notInitialized = ResponseError(
    code: -32002,
    message: "`initialize` must be sent first."
  )
  static let cancelled = ResponseError(code: -32800, message: "The request was cancelled.")

  /// The server does not know `method`.
  static func unknownMethod(_ method: String) -> ResponseError {
    ResponseError(code: -32601, message: "There is no method `\(method)`.")
  }

  /// The arguments of `method` are not as the protocol says.
  static func wrongArguments(_ method: String) -> ResponseError {
    ResponseError(code: -32602, message: "The arguments of `\(method)` are not understood.")
  }
}
