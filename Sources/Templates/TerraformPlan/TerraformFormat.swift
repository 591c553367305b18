import Inventory
import SourceText
import Syntax

/// The version of Terraform's JSON output.
enum TerraformFormat {
  /// Whether `document` is in a version that can be read; says so where it is not.
  ///
  /// Terraform raises the first number only where readers must change; before 1.0 it was 0.
  static func checkVersion(of document: Node, _ log: inout DiagnosticLog) -> Bool {
    guard let version = document["format_version"] else { return true }
    let major = version.string?.prefix { $0 != "." }
    if major == "0" || major == "1" { return true }
    log.add(.unsupportedFormat(version.string ?? "?", at: version.location))
    return false
  }
}

extension DiagnosticLog {
  /// The most parts of one document that are reported to be unreadable.
  private static var maximumFaults: Int { 20 }

  /// Reports the parts of a document that are not what should stand there.
  mutating func addFaults(_ faults: [Node]) {
    for fault in faults.prefix(Self.maximumFaults) { add(.unreadablePart(fault)) }
  }

  /// Takes over what `reader` has to say.
  mutating func add(_ reader: AttributeReader, of file: SourceFile) {
    for diagnostic in reader.log.diagnostics { add(diagnostic) }
    if reader.budget.isSpent { add(.tooLarge(file)) }
  }
}
