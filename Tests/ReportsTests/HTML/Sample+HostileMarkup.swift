import Inventory
import Posture
import Reports
import SourceText

extension Sample {
  /// Names that would break out of an element, an attribute, a script or the direction of the text.
  static let hostileNames = [
    "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)",
    "<!--", "&lt;b&gt;", "\u{202E}gpj.exe", "عربي", "javascript:alert(1)",
  ]

  /// The sample, and a finding for each hostile name, which stands wherever a name can stand.
  static let hostileResult: ScanResult = {
    var result = Sample.result
    for name in hostileNames {
      let file = SourceFile(path: "infra/\(name).yaml", text: "PidMode: host # \(name)\n")
      let place = location("host", in: file)
      let text = LocalizedText(en: name, ja: name)
      result.findings.append(
        Finding(
          control: "ecs.td.host-pid",
          severity: .high,
          verdict: .fail,
          resource: JudgedResource(id: name, type: name, constructPath: name),
          part: JudgedPart(kind: name, name: name),
          location: place,
          related: [RelatedLocation(place, text)],
          evidence: [
            Evidence(field: "pidMode", state: .value(name)),
            Evidence(field: name, state: .unknown(.parameter(name))),
          ],
          condition: text,
          fingerprint: 0,
          decisions: [Sample.decision(saying: name)]
        )
      )
      result.diagnostics.append(Diagnostic(.error, name, text, path: name))
    }
    return result
  }()
}
