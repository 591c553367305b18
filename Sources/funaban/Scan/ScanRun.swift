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
  private let dockerfiles: Dockerfiles

  init(_ setup: ScanSetup) {
    self.setup = setup
    scanner = Scanner(setup.catalogue, selection: setup.selection)
    collector = InputCollector(
      setup.paths,
      ignoresUnrecognised: setup.ignoresUnrecognised,
      walker: setup.walker,
      loader: setup.templateOptions.loader
    )
    dockerfiles = Dockerfiles(collector.inputs, named: setup.images)
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
    if input.role == .terraform, !input.isNamed {
      judge([TerraformProject.read(input.path, options: setup.templateOptions)], into: &outcome)
      return outcome
    }
    if let unit = dockerfiles.unit(of: input) {
      judge([unit], into: &outcome)
      return outcome
    }
    let reading = input.path == "-" ? FileReader.readStandardInput() : FileReader.read(input.path)
    switch reading {
    case .failure(let problem):
      outcome.result.diagnostics.append(problem.diagnostic(input.severity(of: problem)))
    case .success(let file): judge(file, into: &outcome)
    }
    return outcome
  }

  private func judge(_ file: SourceFile, into outcome: inout Outcome) {
    switch outcome.input.role {
    case .terraform:
      judge([TerraformProject.read(file: file, options: setup.templateOptions)], into: &outcome)
    case .dockerfile: judge([Templates.readDockerfile(file)], into: &outcome)
    case .document where outcome.input.isNamed || Templates.recognises(file):
      judgeDocuments(of: file, into: &outcome)
    case .document: break
    }
  }

  private func judgeDocuments(of file: SourceFile, into outcome: inout Outcome) {
    let tree = Templates.parse(file)
    let units = Templates.read(tree, options: setup.templateOptions)
    guard !units.isEmpty else {
      guard file.path == "-", TerraformProject.holdsConfiguration(file) else {
        return reportUnrecognised(tree, into: &outcome)
      }
      return judge(
        [TerraformProject.read(file: file, options: setup.templateOptions)],
        into: &outcome
      )
    }
    outcome.result.diagnostics += tree.diagnostics
    judge(units, into: &outcome)
  }

  private func judge(_ units: [DeploymentUnit], into outcome: inout Outcome) {
    for unit in units {
      let inventories =
        unit.format == .dockerfile ? unit.inventories : unit.inventories.map(withImages)
      outcome.result.add(scanner.scan(inventories, in: unit.file))
      if unit.hidesText { outcome.result.hideValues(in: unit.file) }
      outcome.result.diagnostics += unit.diagnostics
      outcome.included += unit.included
      outcome.parameters.formUnion(unit.parameters)
      for location in unit.hidden {
        outcome.result.redactions[location.file, default: []].append(location.range)
      }
    }
    outcome.result.fileCount = outcome.input.fileCount
  }

  private func withImages(_ inventory: Inventory) -> Inventory {
    var inventory = inventory
    inventory.images += dockerfiles.images
    return inventory
  }

  private func reportUnrecognised(
    _ tree: SyntaxTree,
    into outcome: inout Outcome
  ) {
    if tree.hasErrors, !TerraformProject.isVariables(outcome.input.path) {
      guard outcome.input.isNamed || Templates.isUnmistakable(tree.file) else { return }
      outcome.result.diagnostics += tree.diagnostics
    } else if let problem = Templates.manifestProblem(of: tree) {
      outcome.result.diagnostics.append(problem)
    } else if outcome.input.isNamed {
      let path = outcome.input.path
      let text: LocalizedText =
        TerraformProject.isVariables(path) ? .valuesOfVariables(path) : .notRecognised
      outcome.result.diagnostics.append(
        Diagnostic(.error, "input.not-recognised", text, path: path)
      )
    }
  }
}

extension InputCollector.Input {
  /// A file that was only found, and that nobody could deploy, does not fail the run.
  fileprivate func severity(of problem: FileProblem) -> Diagnostic.Severity {
    guard !isNamed, case .tooLarge = problem.kind else { return .error }
    return .warning
  }
}

extension LocalizedText {
  fileprivate static let notRecognised = LocalizedText(
    en: """
      This is no task definition, no CloudFormation, SAM or CDK template, no Terraform source, plan \
      or state, no Compose file and no Copilot manifest; a Dockerfile is known by its name.
      """,
    ja: """
      タスク定義、CloudFormation・SAM・CDK のテンプレート、Terraform のソース・プラン・ステート、Compose ファイル、\
      Copilot マニフェストのいずれでもない。Dockerfile はファイル名で見分ける。
      """
  )

  fileprivate static func valuesOfVariables(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "This file holds values of Terraform variables; scan the module with --var-file \(path).",
      ja: "これは Terraform の変数の値のファイルである。--var-file \(path) を付けてモジュールをスキャンする。"
    )
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
