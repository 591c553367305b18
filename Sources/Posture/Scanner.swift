package import Inventory
package import SourceText

/// Judges deployment units by the controls of a catalogue.
package struct Scanner: Sendable {
  /// Which controls to run.
  package struct Selection: Sendable {
    /// The ids to run; empty for all.
    package var only: Set<String> = []
    /// The ids to leave out.
    package var skipped: Set<String> = []
    /// The least severity to run.
    package var severity: Severity = .informational

    /// Whether what passes is told at all.
    package var tellsPasses = true
    /// Whether a pass is told with its evidence and its exact place, which takes time and memory.
    package var explainsPasses = false

    /// Chooses all controls.
    package init() {}

    /// Whether `finding` is of a control that is run.
    package func includes(_ finding: Finding) -> Bool {
      (only.isEmpty || only.contains(finding.control)) && !skipped.contains(finding.control)
        && finding.severity >= severity
    }

    /// Whether `control` is to run.
    package func includes(_ control: Control) -> Bool {
      (only.isEmpty || only.contains(control.id)) && !skipped.contains(control.id)
        && control.severity >= severity
    }
  }

  private let catalogue: ControlCatalogue
  private let selection: Selection

  /// The same judge, who does not tell what passes, which takes time and memory.
  package var tellingNoPasses: Scanner {
    var selection = selection
    selection.tellsPasses = false
    return Scanner(catalogue, selection: selection)
  }

  /// Prepares to judge by the controls of `catalogue` that `selection` names.
  package init(_ catalogue: ControlCatalogue, selection: Selection = Selection()) {
    self.catalogue = catalogue
    self.selection = selection
  }

  /// Judges one deployment unit.
  ///
  /// - Parameters:
  ///   - inventories: what the unit declares, once for each way its conditions may turn out
  ///   - file: the file that stands for the unit, part of its findings' identity
  /// - Returns: the findings, and the bytes that no report may show
  package func scan(_ inventories: [Inventory], in file: SourceFile) -> ScanResult {
    let judge = Judge(
      catalogue: catalogue,
      selection: selection
    )
    var merger = ScenarioMerger(scenarios: inventories.map(\.scenario), file: file)
    var redactions: [SourceFile: Set<SourceRange>] = [:]
    for (index, inventory) in inventories.enumerated() {
      merger.add(judge.judgements(of: inventory), scenario: index)
      for location in inventory.redactions {
        redactions[location.file, default: []].insert(location.range)
      }
    }
    return ScanResult(
      findings: merger.findings,
      redactions: redactions.mapValues { $0.sorted { $0.start < $1.start } }
    )
  }
}
