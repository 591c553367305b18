import Posture
import SourceText

extension SARIFReport {
  /// Writes one control as a rule.
  static func write(_ control: ControlText, _ language: Language, to json: inout JSONWriter) {
    json.object { json in
      json.string("id", control.id)
      json.string("name", name(control.id))
      json.object("shortDescription") { $0.string("text", Markup.plain(control.title)) }
      let full = control.why.isEmpty ? control.title : control.why
      json.object("fullDescription") { $0.string("text", Markup.plain(full)) }
      json.object("help") { json in
        let help = help(control, language)
        json.string("text", Markup.plain(help))
        json.string("markdown", help)
      }
      if let page = control.page { json.string("helpUri", page) }
      json.object("defaultConfiguration") { $0.string("level", control.severity.sarifLevel) }
      json.object("properties") { json in
        json.array("tags", ["security"] + control.aliases.filter { $0 != "security" })
        json.string("precision", "high")
        json.string("problem.severity", control.severity.problem)
        json.string("security-severity", control.severity.points)
      }
    }
  }

  /// The id as viewers show it: `EcsTdReadonlyRoot`.
  private static func name(_ id: String) -> String {
    id.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined()
  }

  private static func help(_ control: ControlText, _ language: Language) -> String {
    var parts = ["**\(control.names)**", control.why, control.remedy, control.consequences]
    parts.append(MarkdownText.references(control.references))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Severity {
  fileprivate var problem: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .informational: "recommendation"
    }
  }

  /// The points of the scale by which GitHub sorts security alerts.
  fileprivate var points: String {
    switch self {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.5"
    case .informational: "0.5"
    }
  }
}
