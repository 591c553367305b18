package import SourceText
internal import Syntax

/// Why a baseline cannot be used, and where.
package struct BaselineError: Error, Sendable {
  /// What is wrong and what to do.
  package let diagnostic: Diagnostic
}

extension Baseline {
  /// Reads the baseline in `file`; one that is damaged hides nothing.
  package static func read(_ file: SourceFile) -> Result<Baseline, BaselineError> {
    let tree = JSONParser.parse(file, dialect: .strict)
    if let problem = tree.diagnostics.first(where: { $0.severity == .error }) {
      return .failure(BaselineError(diagnostic: problem))
    }
    guard let root = tree.root, let list = root["findings"], list.kind == .sequence else {
      return damaged(tree.root, file, .noList)
    }
    guard let version = root["version"]?.number, version == Double(Baseline.version) else {
      return damaged(root["version"], file, .otherVersion)
    }
    var entries: [Entry] = []
    for node in list.elements {
      guard let entry = entry(node) else { return damaged(node, file, .noEntry) }
      entries.append(entry)
    }
    return .success(Baseline(entries: entries))
  }

  private static func entry(_ node: Node) -> Entry? {
    guard let fingerprint = node["fingerprint"]?.string, let control = node["control"]?.string,
      let path = node["file"]?.string, let resource = node["resource"]?.string
    else { return nil }
    return Entry(
      finding: ResolvedFinding(
        fingerprint: fingerprint,
        control: control,
        path: path,
        resource: resource,
        part: node["part"]?.string
      ),
      variables: node["variables"]?.elements.compactMap(\.string) ?? []
    )
  }

  private static func damaged(
    _ node: Node?,
    _ file: SourceFile,
    _ text: LocalizedText
  ) -> Result<Baseline, BaselineError> {
    let location = node?.location ?? SourceLocation(file, SourceRange(0, 0))
    return .failure(
      BaselineError(diagnostic: Diagnostic(.error, "baseline.invalid", text, at: location))
    )
  }

  /// The baseline as JSON, the same bytes for the same failures.
  package var text: String {
    let lines = entries.map { entry in
      var members = [
        ("fingerprint", entry.finding.fingerprint.quoted),
        ("control", entry.finding.control.quoted),
        ("file", entry.finding.path.quoted), ("resource", entry.finding.resource.quoted),
      ]
      if let part = entry.finding.part { members.append(("part", part.quoted)) }
      if !entry.variables.isEmpty {
        members.append(("variables", "[\(entry.variables.map(\.quoted).joined(separator: ", "))]"))
      }
      return "    { " + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + " }"
    }
    let list = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
    return "{\n  \"version\": \(Baseline.version),\n  \"findings\": \(list)\n}\n"
  }
}

extension LocalizedText {
  fileprivate static let noList = LocalizedText(
    en: "A baseline has a list `findings`. Write it anew with `funaban baseline`.",
    ja: "ベースラインにはリスト `findings` が必要。`funaban baseline` で書き直す。"
  )

  fileprivate static let otherVersion = LocalizedText(
    en: "This program reads version 1 of the baseline. Write it anew with `funaban baseline`.",
    ja: "このプログラムが読めるベースラインはバージョン 1。`funaban baseline` で書き直す。"
  )

  fileprivate static let noEntry = LocalizedText(
    en: """
      An entry of the baseline needs `fingerprint`, `control`, `file` and `resource`. Write it anew \
      with `funaban baseline`.
      """,
    ja: """
      ベースラインのエントリーには `fingerprint`、`control`、`file`、`resource` が必要。\
      `funaban baseline` で書き直す。
      """
  )
}
