import Inventory
import SourceText
import Syntax
import Templates
import Workspace

/// Reads inputs into deployment units, from disk or with other texts in the place of some files.
struct InputReader: Sendable {
  /// What an input holds.
  struct Contents {
    var units: [DeploymentUnit] = []
    /// What is wrong with the input besides what its units tell.
    var diagnostics: [Diagnostic] = []
  }

  private var options: TemplateOptions
  private let dockerfiles: Dockerfiles
  private var overlay: SourceOverlay?

  init(_ options: TemplateOptions, dockerfiles: Dockerfiles) {
    self.options = options
    self.dockerfiles = dockerfiles
  }

  /// A reader that takes `files` for what is on disk, by their paths.
  func upon(_ files: [String: SourceFile]) -> InputReader {
    guard !files.isEmpty else { return self }
    let overlay = SourceOverlay(files, over: options.loader)
    var reader = InputReader(overlay.applied(to: options), dockerfiles: dockerfiles)
    reader.overlay = overlay
    return reader
  }

  /// A reader that gives the variables of Terraform these values and no others.
  func giving(_ variables: [String: TerraformInput]) -> InputReader {
    var reader = self
    reader.options.variables = variables
    reader.options.variableFiles = []
    reader.options.environment = [:]
    return reader
  }

  /// Reads one input.
  func read(_ input: InputCollector.Input) -> Contents {
    if input.role == .terraform, !input.isNamed {
      return contents([TerraformProject.read(input.path, options: options)])
    }
    if overlay?.file(at: input.path) == nil, let unit = dockerfiles.unit(of: input) {
      return contents([unit])
    }
    switch file(of: input) {
    case .failure(let problem):
      return Contents(diagnostics: [problem.diagnostic(input.severity(of: problem))])
    case .success(let file): return read(file, of: input)
    }
  }

  private func file(of input: InputCollector.Input) -> Result<SourceFile, FileProblem> {
    if let file = overlay?.file(at: input.path) { return .success(file) }
    return input.path == "-" ? FileReader.readStandardInput() : FileReader.read(input.path)
  }

  private func read(_ file: SourceFile, of input: InputCollector.Input) -> Contents {
    switch input.role {
    case .terraform: return contents([TerraformProject.read(file: file, options: options)])
    case .dockerfile: return contents([Templates.readDockerfile(file)])
    case .document where input.isNamed || Templates.recognises(file):
      return documents(of: file, input)
    case .document: return Contents()
    }
  }

  private func documents(of file: SourceFile, _ input: InputCollector.Input) -> Contents {
    let tree = Templates.parse(file)
    let units = Templates.read(tree, options: options)
    guard !units.isEmpty else {
      guard file.path == "-", TerraformProject.holdsConfiguration(file) else {
        return Contents(diagnostics: problems(ofUnrecognised: tree, input))
      }
      return contents([TerraformProject.read(file: file, options: options)])
    }
    return contents(units, tree.diagnostics)
  }

  private func contents(
    _ units: [DeploymentUnit],
    _ diagnostics: [Diagnostic] = []
  ) -> Contents {
    Contents(
      units: units.map { $0.format == .dockerfile ? $0 : $0.withImages(dockerfiles.images) },
      diagnostics: diagnostics
    )
  }

  private func problems(
    ofUnrecognised tree: SyntaxTree,
    _ input: InputCollector.Input
  ) -> [Diagnostic] {
    if tree.hasErrors, !TerraformProject.isVariables(input.path) {
      return input.isNamed || Templates.isUnmistakable(tree.file) ? tree.diagnostics : []
    }
    if let problem = Templates.manifestProblem(of: tree) { return [problem] }
    guard input.isNamed else { return [] }
    let text: LocalizedText =
      TerraformProject.isVariables(input.path) ? .valuesOfVariables(input.path) : .notRecognised
    return [Diagnostic(.error, "input.not-recognised", text, path: input.path)]
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
