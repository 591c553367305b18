import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// What all modules of one project share while it is read.
final class ProjectReading {
  /// The most instances of resources and modules.
  static let maximumInstances = 10_000
  /// The deepest nesting of modules.
  static let maximumModuleDepth = 20
  /// The longest chain of values that need each other.
  static let maximumChain = 150

  /// The folder of the root module, as the loader knows paths.
  let folder: String
  let options: TemplateOptions
  let budget = EvaluationBudget()
  var log = DiagnosticLog()
  /// The folders of modules and the other files that were read for the unit.
  private(set) var included: [String] = []
  private var isIncluded: Set<String> = []
  private var instances = 0
  private var chain: [(address: String, location: SourceLocation)] = []
  private var reported: Set<String> = []
  private var configurations: [String: ModuleConfiguration?] = [:]
  /// Where `terraform init` put the modules that are not local, by the names of their calls.
  private(set) lazy var installed = InstalledModules(self)

  init(_ folder: String, _ options: TemplateOptions) {
    self.folder = RelativePath.normalized(folder)
    self.options = options
  }

  /// Notes that `path` was read on behalf of the unit.
  func include(_ path: String) {
    if isIncluded.insert(path).inserted { included.append(path) }
  }

  /// Takes one instance of `address`; says whether there was room for it.
  func takeInstance(of address: String, at location: SourceLocation) -> Bool {
    guard instances < Self.maximumInstances else {
      if reported.insert("instances").inserted { log.add(.tooManyInstances(at: location)) }
      return false
    }
    instances += 1
    return true
  }

  /// Works out the value of `address`; a value that needs itself is unknown.
  func evaluate(
    _ address: String,
    at location: SourceLocation,
    _ body: () -> TerraformValue
  ) -> TerraformValue {
    if let start = chain.firstIndex(where: { $0.address == address }) {
      reportCircle(chain[start...].map(\.address), at: chain[start].location)
      return .unknown(.circular(address), at: location)
    }
    guard chain.count < Self.maximumChain else {
      if reported.insert("chain").inserted { log.add(.chainTooLong(at: location)) }
      return .unknown(.tooLarge(address), at: location)
    }
    chain.append((address, location))
    defer { chain.removeLast() }
    return body()
  }

  /// Reports a circle once, wherever it was entered.
  private func reportCircle(_ addresses: [String], at location: SourceLocation) {
    guard reported.insert("circle " + addresses.sorted().joined(separator: " ")).inserted else {
      return
    }
    log.add(.circularValues(addresses + addresses.prefix(1), at: location))
  }

  /// The parsed file at `path`.
  func file(_ path: String) -> Result<TerraformFiles.Parsed, LoadError> {
    let parsed = options.terraformFiles.parsed(path, options.loader)
    if case .success(let file) = parsed { reportProblems(of: file) }
    return parsed
  }

  /// Reports what the parser found in `file`, once.
  func reportProblems(of file: TerraformFiles.Parsed) {
    guard reported.insert("file " + file.file.path).inserted else { return }
    for diagnostic in file.diagnostics { log.add(diagnostic) }
  }

  /// What the module in `folder` declares; `nil` where there is no configuration.
  func configuration(in folder: String) -> ModuleConfiguration? {
    if let known = configurations[folder] { return known }
    let configuration = read(folder)
    configurations[folder] = .some(configuration)
    return configuration
  }

  private func read(_ folder: String) -> ModuleConfiguration? {
    guard case .success(let names) = options.loader.list(folder) else { return nil }
    let files = ModuleFolder(folder, names: names)
    guard !files.isEmpty else { return nil }
    var configuration = ModuleConfiguration()
    for (paths, standing) in [
      (files.configuration, ModuleConfiguration.Standing.primary), (files.overrides, .override),
    ] {
      for path in paths {
        switch file(path) {
        case .success(let file): configuration.add(file.body, of: file.file, as: standing)
        case .failure(let error): log.add(.unreadTerraformFile(error))
        }
      }
    }
    for diagnostic in configuration.diagnostics { log.add(diagnostic) }
    return configuration
  }
}
