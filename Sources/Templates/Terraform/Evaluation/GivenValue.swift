import SourceText
import Syntax
import TerraformLanguage

/// A value that the root module is given for a variable.
enum GivenValue {
  /// From a file of variable values.
  case file(TerraformBody.Argument)
  /// From the command line or the environment.
  case input(TerraformInput)
}

/// All that the root module is given for its variables.
struct GivenValues {
  private(set) var values: [String: GivenValue] = [:]
  /// The places of the values that files give, in order.
  private(set) var places: [(name: String, location: SourceLocation)] = []

  /// Gathers the values in Terraform's order: of several for one variable the last counts.
  init(_ reading: ProjectReading) {
    let options = reading.options
    for (name, input) in options.environment { values[name] = .input(input) }
    addFolder(reading)
    for file in options.variableFiles {
      add(TerraformFiles.parse(file), reading, isForeign: true)
    }
    for (name, input) in options.variables { values[name] = .input(input) }
  }

  private mutating func addFolder(_ reading: ProjectReading) {
    guard case .success(let names) = reading.options.loader.list(reading.folder) else { return }
    for path in ModuleFolder(reading.folder, names: names).variables {
      switch reading.file(path) {
      case .success(let file):
        reading.include(path)
        add(file, reading)
      case .failure(let error): reading.log.add(.unreadTerraformFile(error))
      }
    }
  }

  private mutating func add(
    _ file: TerraformFiles.Parsed,
    _ reading: ProjectReading,
    isForeign: Bool = false
  ) {
    if isForeign { reading.reportProblems(of: file) }
    for problem in file.body.variableProblems { reading.log.add(problem) }
    for argument in file.body.arguments {
      values[argument.name] = .file(argument)
      // A file that is named for many roots need not suit each of them.
      if !isForeign { places.append((argument.name, argument.nameLocation)) }
    }
  }
}
