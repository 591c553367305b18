import Inventory
import Posture
import Reports
import SourceText

extension Sample {
  /// A name that means something to XML, CSV, JSON, terminals and the runner of GitHub Actions.
  static let hostileName =
    "=cmd()\"',;<a>&amp;]]>\n::error::%0A船番\r\n\t\u{1B}[31m\u{0}\u{B}\u{85}\u{FFFE}\u{2028}😀"

  /// A scan in which every text that a source decides is hostile.
  static let hostile = ScanResult(
    findings: [Verdict.fail, .unknown, .pass].map { hostileFinding($0) } + [
      hostileFinding(
        .fail,
        decisions: [decision(saying: hostileName)]
      )
    ],
    diagnostics: [Diagnostic.Severity.error, .warning].map {
      Diagnostic($0, "x.y", LocalizedText(en: hostileName, ja: hostileName), path: hostileName)
    },
    fileCount: 1
  )

  private static func hostileFinding(
    _ verdict: Verdict,
    decisions: [Acceptance] = []
  ) -> Finding {
    let file = SourceFile(path: "./\(hostileName).yaml", text: "a: \(hostileName)\nb: c\n")
    return Finding(
      control: "ecs.td.host-pid",
      severity: .high,
      verdict: verdict,
      resource: JudgedResource(
        id: hostileName,
        type: hostileName,
        constructPath: hostileName
      ),
      part: JudgedPart(kind: "container", name: hostileName),
      location: SourceLocation(file, SourceRange(0, 10)),
      related: [],
      evidence: [
        Evidence(field: "pidMode", state: .value(hostileName)),
        Evidence(field: "ipcMode", state: .unknown(.parameter(hostileName))),
      ],
      condition: LocalizedText(en: hostileName, ja: hostileName),
      fingerprint: 0x0123_4567_89ab_cdef_0123_4567_89ab_cdef,
      decisions: decisions
    )
  }
}
