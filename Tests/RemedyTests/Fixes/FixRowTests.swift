import Posture
import Remedy
import Testing

/// What the fixes of the controls make of sources, line by line.
@Suite struct FixRowTests {
  /// A Terraform module on record, with the diff that mends it.
  struct Row {
    let control: String
    var files: [(path: String, text: String)] = []
    var diff = ""

    /// The rows of a record: `! control`, `-- file --` with its text, `== diff`.
    static func all(in text: String) -> [Row] {
      var rows: [Row] = []
      var isDiff = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if line.hasPrefix("! ") {
          rows.append(Row(control: String(line.dropFirst(2))))
          isDiff = false
        } else if line.hasPrefix("-- "), line.hasSuffix(" --") {
          rows[rows.count - 1].files.append((String(line.dropFirst(3).dropLast(3)), ""))
        } else if line == "== diff" {
          isDiff = true
        } else if !rows.isEmpty, isDiff {
          rows[rows.count - 1].diff += line + "\n"
        } else if let row = rows.indices.last, let file = rows[row].files.indices.last {
          rows[row].files[file].text += line + "\n"
        }
      }
      return rows
    }

    var text: String {
      "! \(control)\n" + files.map { "-- \($0.path) --\n\($0.text)" }.joined() + "== diff\n\(diff)"
    }

    var project: FixProject {
      let files = files.map { ($0.path, $0.text) }
      return FixProject(control: control, files: Dictionary(uniqueKeysWithValues: files))
    }
  }

  static let rows = Row.all(in: FixRecord.text("terraform.txt"))

  @Test func `a Terraform module changes in the lines that are meant`() throws {
    let mended = Self.rows.map { row in
      var mended = row
      mended.diff = row.project.mend().diff
      return mended
    }
    let head = "# Terraform modules that fail a control, with the diff that mends them\n"
    try FixRecord.expect(head + mended.map(\.text).joined(), "terraform.txt")
  }

  @Test func `a mended Terraform module has nothing left to mend`() {
    #expect(!Self.rows.isEmpty)
    for row in Self.rows {
      let outcome = row.project.mend()
      #expect(!outcome.findings.isEmpty, "\(row.control) does not fail")
      for finding in outcome.findings {
        if case .mended = finding.state { continue }
        Issue.record("\(row.control): \(finding.told)")
      }
      let again = row.project.applying(outcome.changes).mend()
      #expect(again.findings.isEmpty && again.changes.isEmpty, "\(row.control): \(again.diff)")
    }
  }

  @Test func `each control of a Terraform resource has a module`() {
    let parts = ["container", "volume", "composeService", "daemonTaskDefinition"]
    let others = FixMatrixTests.examples.map(\.control).filter { control in
      !parts.contains(control.resource) && control.resource != "taskDefinition"
    }
    let missing = Set(others.map(\.id)).subtracting(Self.rows.map(\.control))
    #expect(missing == [])
  }

  @Test func `the diffs of a fix are alike in every notation`() throws {
    let wanted = [
      "ecs.td.efs-transit-encryption": 1, "ecs.td.host-pid": 0, "ecs.td.log-nonblocking": 0,
      "ecs.td.no-new-privileges": 1, "ecs.td.privileged": 1,
    ]
    var text = "# The diffs that mend a task definition in each notation\n"
    for (example, value) in FixMatrixTests.tasks
    where wanted[example.control.id] == example.number {
      for notation in FixNotation.allCases {
        let project = FixProject(control: example.control.id, files: notation.files(value))
        text += "! \(example.control.id), \(notation.rawValue)\n\(project.mend().diff)"
      }
    }
    try FixRecord.expect(text, "notations.txt")
  }
}
