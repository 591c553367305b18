internal import Posture
internal import Reports
internal import SourceText

/// Puts findings and diagnostics in the words of the protocol.
struct DiagnosticWriter {
  let capabilities: ClientCapabilities
  let language: Language
  /// The URI of the file at a path.
  let uri: (_ path: String) -> String

  /// The `Diagnostic` of a finding.
  func diagnostic(of finding: Finding, _ control: ToldControl) -> JSONValue {
    let page = capabilities.opensCodeDescriptions ? control.entry.page : nil
    let message = EditorReport.message(of: finding, title: control.title, language: language)
    return .present([
      "range": json(range(of: finding.location)),
      "severity": .number(finding.protocolSeverity),
      "code": .string(control.name),
      "codeDescription": page.map { ["href": .string($0)] },
      "source": "funaban",
      "message": .string(message),
      "relatedInformation": relatedInformation(of: finding),
    ])
  }

  /// The `Diagnostic` of what is wrong with a file.
  func diagnostic(of diagnostic: Diagnostic) -> JSONValue {
    let start = TextPosition(line: 0, character: 0)
    return [
      "range": json(diagnostic.location.map(range) ?? start...start),
      "severity": .number(diagnostic.severity.protocolSeverity),
      "code": .string(diagnostic.code),
      "source": "funaban",
      "message": .string(EditorReport.message(of: diagnostic, language: language)),
    ]
  }

  /// The places between which a finding is underlined: on its first line, for what decides may be a
  /// whole block.
  func range(of location: SourceLocation) -> ClosedRange<TextPosition> {
    let file = location.file
    let (start, end) = (Int(location.range.start), Int(location.range.end))
    let lineEnd = Int(file.lineRange(file.lines.line(at: start)).end)
    let encoding = capabilities.encoding
    let first = encoding.position(of: start, in: file)
    return first...max(first, encoding.position(of: min(end, lineEnd), in: file))
  }

  /// A `Range`.
  func json(_ range: ClosedRange<TextPosition>) -> JSONValue {
    ["start": json(range.lowerBound), "end": json(range.upperBound)]
  }

  private func json(_ position: TextPosition) -> JSONValue {
    ["line": .number(position.line), "character": .number(position.character)]
  }

  private func relatedInformation(of finding: Finding) -> JSONValue? {
    guard capabilities.showsRelatedInformation, !finding.related.isEmpty else { return nil }
    return .array(
      finding.related.map { related in
        let location = related.location
        return [
          "location": [
            "uri": .string(uri(location.file.path)), "range": json(range(of: location)),
          ],
          "message": .string(EditorReport.message(of: related, language: language)),
        ]
      }
    )
  }
}

extension Finding {
  /// Error, warning, information or hint, as 1 to 4; what is unknown is a hint.
  fileprivate var protocolSeverity: Int {
    guard verdict == .fail else { return 4 }
    switch severity {
    case .critical, .high: return 1
    case .medium: return 2
    case .low, .informational: return 3
    }
  }
}

extension Diagnostic.Severity {
  fileprivate var protocolSeverity: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}
