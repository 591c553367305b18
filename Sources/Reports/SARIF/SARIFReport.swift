import Posture
import SourceText

/// The report for code hosts and editors, as SARIF 2.1.0.
///
/// Failures and accepted failures are always results, the latter suppressed; what is unknown
/// (`open`) and what passes only with `showAll`, because code hosts count every result as an alert.
/// No result carries source text.
struct SARIFReport {
  let digest: ReportDigest
  var shelf: SourceShelf
  /// The controls that are rules, by id.
  private let rules: [ControlText]
  /// The place of each control among the rules.
  let ruleIndex: [String: Int]

  /// The report on `input`.
  static func render(_ input: ReportInput) -> String {
    var report = SARIFReport(input)
    var json = JSONWriter()
    report.write(to: &json)
    return json.text
  }

  private init(_ input: ReportInput) {
    digest = ReportDigest(input)
    shelf = SourceShelf(redactions: input.result.redactions)
    rules = digest.controls.values.sorted { $0.id < $1.id }
    ruleIndex = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
  }

  /// The language to write in.
  var language: Language { digest.input.language }

  private var results: [Finding] {
    let always = digest.failing + digest.accepted + digest.known
    return digest.input.options.showAll ? always + digest.unknown + digest.passing : always
  }

  /// Whether the run was compared with a baseline: then every result says how it stands to it.
  var isCompared: Bool { digest.input.result.findings.contains { $0.baselineState != nil } }

  /// Whether the run judged anything: a run whose every file was refused did not succeed.
  private var isSuccessful: Bool {
    digest.input.result.fileCount > 0 || !digest.diagnostics.contains { $0.severity == .error }
  }

  private mutating func write(to json: inout JSONWriter) {
    json.object { json in
      json.string("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.string("version", "2.1.0")
      json.single("runs") { json in writeRun(to: &json) }
    }
  }

  private mutating func writeRun(to json: inout JSONWriter) {
    json.object("tool") { json in
      json.object("driver") { json in
        json.string("name", "Funaban")
        json.string("version", digest.input.toolVersion)
        json.array("rules", rules) { SARIFReport.write($1, language, to: &$0) }
      }
    }
    json.single("invocations") { json in
      json.bool("executionSuccessful", isSuccessful)
      json.array("toolExecutionNotifications", digest.diagnostics) { write($1, to: &$0) }
    }
    json.object("originalUriBaseIds") { json in
      json.object("%SRCROOT%") { json in
        let text = LocalizedText(en: "The folder of the scan.", ja: "スキャンを実行したフォルダー。")
        json.object("description") { $0.string("text", text[language]) }
      }
    }
    json.string("columnKind", "utf16CodeUnits")
    json.string("language", language == .japanese ? "ja-JP" : "en-US")
    json.array("results", results) { write($1, to: &$0) }
  }

  private mutating func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.string("level", diagnostic.severity.rawValue)
      json.object("message") { message in
        message.string("text", WellKnownSecret.masked(diagnostic.text[language]))
      }
      json.object("descriptor") { $0.string("id", diagnostic.code) }
      if let location = diagnostic.location {
        json.single("locations") { json in writePhysical(location, to: &json) }
      } else if let path = diagnostic.path {
        json.single("locations") { json in
          json.object("physicalLocation") { SARIFReport.write(ArtifactURI(path), to: &$0) }
        }
      }
    }
  }

  /// Writes where `location` is, in lines and columns as well as in bytes.
  mutating func writePhysical(_ location: SourceLocation, to json: inout JSONWriter) {
    let source = shelf.source(location.file)
    let start = source.position(at: location.range.start)
    let end = source.position(at: location.range.end)
    json.object("physicalLocation") { json in
      SARIFReport.write(ArtifactURI(location.file.path), to: &json)
      json.object("region") { json in
        json.number("startLine", start.line)
        json.number("startColumn", start.utf16Column)
        json.number("endLine", end.line)
        json.number("endColumn", end.utf16Column)
        json.number("byteOffset", start.offset)
        json.number("byteLength", end.offset - start.offset)
      }
    }
  }

  private static func write(_ uri: ArtifactURI, to json: inout JSONWriter) {
    json.object("artifactLocation") { json in
      json.string("uri", uri.text)
      if uri.isRelative { json.string("uriBaseId", "%SRCROOT%") }
    }
  }
}
