import Inventory
import Posture
import Reports
import SourceText

/// One small scan that has something of everything, and the ways it is shown on record.
enum Sample {
  static let web = SourceFile(
    path: "infra/web.yaml",
    text: """
      Parameters:
        Env: { Type: String }
        ReadOnly: { Type: String }
      Resources:
        WebTask: # 船番のウェブ 🚢
          Type: AWS::ECS::TaskDefinition
          Properties:
            PidMode: host
            ContainerDefinitions:
              - Name: web
                Image: nginx:1.29
                Environment:
                  - Name: DB_PASSWORD
                    Value: correct-horse-battery
              - Name: "記録係"
                Image: fluent-bit:4.0
                ReadonlyRootFilesystem: !Ref ReadOnly

      """
  )

  /// The range of `text` in the sample file.
  static func location(_ text: String, in file: SourceFile = web) -> SourceLocation {
    let bytes = Array(text.utf8)
    let start = (0...(file.bytes.count - bytes.count)).first {
      file.bytes[$0..<($0 + bytes.count)].elementsEqual(bytes)
    }
    return SourceLocation(file, SourceRange(start ?? 0, (start ?? 0) + bytes.count))
  }

  static let task = JudgedResource(
    id: "WebTask",
    type: "AWS::ECS::TaskDefinition",
    constructPath: "Prod/Web/TaskDef"
  )

  static let result = ScanResult(
    findings: [readonlyWeb, readonlyLog, hostPid, secret, accepted, passed],
    diagnostics: [
      Diagnostic(
        .warning,
        "template.unused-parameter",
        LocalizedText(
          en: "Parameter Env is used only in a condition.",
          ja: "パラメータ Env は条件の中だけで使われている。"
        ),
        at: location("Env")
      ),
      Diagnostic(
        .error,
        "file.unreadable",
        LocalizedText(en: "The file cannot be read.", ja: "ファイルを読み取れない。"),
        path: "infra/加工 前.json"
      ),
    ],
    fileCount: 2,
    redactions: [web: [location("correct-horse-battery").range]]
  )

  static let readonlyWeb = finding(
    "ecs.td.readonly-root",
    .high,
    .fail,
    "web",
    location("Name: web"),
    [Evidence(field: "readonlyRootFilesystem", state: .absent)],
    related: [
      RelatedLocation(
        location("Env"),
        LocalizedText(en: "The condition depends on this parameter.", ja: "条件はこのパラメータに依存する。")
      )
    ],
    condition: LocalizedText(en: "IsProd (Env = prod)", ja: "IsProd(Env = prod)")
  )

  static let readonlyLog = finding(
    "ecs.td.readonly-root",
    .high,
    .unknown,
    "記録係",
    location("!Ref ReadOnly"),
    [Evidence(field: "readonlyRootFilesystem", state: .unknown(.parameter("ReadOnly")))]
  )

  static let hostPid = finding(
    "ecs.td.host-pid",
    .high,
    .fail,
    nil,
    location("host"),
    [Evidence(field: "pidMode", state: .value("host"))]
  )

  static let secret = finding(
    "ecs.td.env-secrets",
    .critical,
    .fail,
    "web",
    location("correct-horse-battery"),
    [Evidence(field: "environment.secretNames", state: .values(["DB_PASSWORD"]))]
  )

  static let accepted = Sample.finding(
    "ecs.td.image-pinned",
    .medium,
    .fail,
    "web",
    location("nginx:1.29"),
    [Evidence(field: "image", state: .value("nginx:1.29"))],
    decisions: [mirror]
  )

  /// A decision with `text` for all that people write in it.
  static func decision(saying text: String) -> Acceptance {
    var target = Acceptance.Target(control: "*")
    target.resource = "*"
    var terms = Acceptance.Terms()
    terms.reason = text
    terms.owner = text
    return Acceptance(target, terms)
  }

  private static var mirror: Acceptance {
    var target = Acceptance.Target(control: "ecs.td.image-pinned")
    target.resource = "WebTask"
    var terms = Acceptance.Terms()
    terms.reason = "The registry is our own mirror | see <wiki>."
    terms.owner = "花子"
    terms.until = "2027-01-31"
    return Acceptance(target, terms)
  }

  static let passed = finding(
    "ecs.td.privileged",
    .low,
    .pass,
    "web",
    location("Name: web"),
    [Evidence(field: "privileged", state: .absent)]
  )

  static func finding(
    _ control: String,
    _ severity: Severity,
    _ verdict: Verdict,
    _ container: String?,
    _ location: SourceLocation,
    _ evidence: [Evidence] = [],
    related: [RelatedLocation] = [],
    condition: LocalizedText? = nil,
    decisions: [Acceptance] = []
  ) -> Finding {
    Finding(
      control: control,
      severity: severity,
      verdict: verdict,
      resource: task,
      part: container.map { JudgedPart(kind: "container", name: $0) },
      location: location,
      related: related,
      evidence: evidence,
      condition: condition,
      fingerprint: 0x0123_4567_89ab_cdef_0123_4567_89ab_cdef,
      decisions: decisions
    )
  }

  static func input(
    _ result: ScanResult = result,
    _ language: Language = .english,
    _ change: (inout ReportOptions) -> Void = { _ in }
  ) -> ReportInput {
    var options = ReportOptions()
    change(&options)
    return ReportInput(
      result: result,
      stories: { entries[$0]?.story },
      aliases: { entries[$0]?.aliases ?? [] },
      language: language,
      toolVersion: "0.1.0",
      options: options
    )
  }
}
