/// A line by which a step of GitHub Actions talks to its runner: `::error file=…::message`.
///
/// Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
struct WorkflowCommand {
  let name: String
  let properties: [(String, String)]
  let message: String

  /// The line, without its end; nothing in it can begin another command.
  var line: String {
    let list = properties.map { "\($0.0)=\(WorkflowCommand.property($0.1))" }
    let head = list.isEmpty ? name : "\(name) \(list.joined(separator: ","))"
    return "::\(head)::\(WorkflowCommand.data(message))"
  }

  private static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += TextSpan(String(scalar)).text
      }
    }
    return result
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
