import Glibc
import Inventory
import Posture
import SourceText
import Syntax
import Templates
import Workspace

/// Judges all files of a scan, on all cores, with the outcome in the order of the files.
struct ScanRun {
  /// What one file came to.
  private struct Outcome: Sendable {
    let input: InputCollector.Input
    var result = ScanResult()
    /// Files that were judged on behalf of this one.
    var included: [String] = []
    /// The parameters that the file's templates declare.
    var parameters: Set<String> = []
  }

  private let setup: ScanSetup
  private let scanner: Scanner
  private let collector: InputCollector
  private let reader: InputReader

  init(_ setup: ScanSetup) {
    self.setup = setup
    scanner = Scanner(setup.catalogue, selection: setup.selection)
    collector = InputCollector(
      setup.paths,
      ignoresUnrecognised: setup.ignoresUnrecognised,
      walker: setup.walker,
      loader: setup.templateOptions.loader
    )
    reader = InputReader(
      setup.templateOptions,
      dockerfiles: Dockerfiles(collector.inputs, named: setup.images)
    )
  }

  /// Reads and judges every file.
  func result() async -> ScanResult {
    let outcomes = await outcomes(of: collector.inputs)
    var total = ScanResult(diagnostics: collector.diagnostics)
    for outcome in Self.standingAlone(outcomes) { total.add(outcome.result) }
    let declared = outcomes.reduce(into: Set<String>()) { $0.formUnion($1.parameters) }
    total.diagnostics += setup.namedParameters.compactMap {
      unused($0, as: "--parameter", declared: declared)
    }
    total.diagnostics += setup.namedVariables.compactMap {
      unused($0, as: "--var", declared: declared)
    }
    return total
  }

  /// The outcomes of the files that are not judged on behalf of another.
  ///
  /// Of files that name each other in a circle, the first stands for all.
  private static func standingAlone(_ outcomes: [Outcome]) -> [Outcome] {
    let included = Set(outcomes.flatMap(\.included))
    guard !included.isEmpty else { return outcomes }
    let parts = Dictionary(outcomes.map { ($0.input.key, $0.included) }) { $0 + $1 }
    var covered: Set<String> = []
    func cover(_ paths: [String]) {
      var open = paths
      while let path = open.popLast() {
        if covered.insert(path).inserted { open += parts[path] ?? [] }
      }
    }
    for outcome in outcomes where !included.contains(outcome.input.key) { cover(outcome.included) }
    return outcomes.filter { outcome in
      guard included.contains(outcome.input.key) else { return true }
      guard !covered.contains(outcome.input.key) else { return false }
      cover([outcome.input.key])
      return true
    }
  }

  /// What to say of a parameter or variable of the command line that no source takes.
  private func unused(_ name: String, as option: String, declared: Set<String>) -> Diagnostic? {
    guard !declared.contains(name), !name.hasPrefix("AWS::") else { return nil }
    let similar = NearestName.of(name, in: declared.sorted())
    let text = LocalizedText(
      en: "No source declares a parameter or variable `\(name)`."
        + (similar.map { " Did you mean `\($0)`?" } ?? ""),
      ja: "パラメータまたは変数 `\(name)` を宣言しているソースはない。"
        + (similar.map { "候補: `\($0)`。" } ?? "")
    )
    return Diagnostic(.warning, "parameters.unused", text, path: "\(option) \(name)")
  }

  private func outcomes(of inputs: [InputCollector.Input]) async -> [Outcome] {
    let progress = Progress(total: inputs.count)
    let workers = min(max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))), max(1, inputs.count / 4))
    let next = Counter()
    var outcomes = await withTaskGroup(of: [(Int, Outcome)].self) { group in
      for _ in 0..<workers {
        group.addTask { @concurrent in
          var done: [(Int, Outcome)] = []
          while let index = next.next(below: inputs.count) {
            done.append((index, judge(inputs[index])))
            progress.advance()
          }
          return done
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    progress.finish()
    outcomes.sort { $0.0 < $1.0 }
    return outcomes.map(\.1)
  }

  private func judge(_ input: InputCollector.Input) -> Outcome {
    var outcome = Outcome(input: input)
    let contents = reader.read(input)
    outcome.result.diagnostics = contents.diagnostics
    for unit in contents.units { judge(unit, into: &outcome) }
    return outcome
  }

  private func judge(_ unit: DeploymentUnit, into outcome: inout Outcome) {
    outcome.result.add(scanner.scan(unit.inventories, in: unit.file))
    if unit.hidesText { outcome.result.hideValues(in: unit.file) }
    outcome.result.diagnostics += unit.diagnostics
    outcome.included += unit.included
    outcome.parameters.formUnion(unit.parameters)
    for location in unit.hidden {
      outcome.result.redactions[location.file, default: []].append(location.range)
    }
    outcome.result.fileCount = outcome.input.fileCount
  }
}

extension ScanResult {
  /// Adds what another file came to.
  fileprivate mutating func add(_ other: ScanResult) {
    findings += other.findings
    diagnostics += other.diagnostics
    fileCount += other.fileCount
    redactions.merge(other.redactions) { $0 + $1 }
  }
}
