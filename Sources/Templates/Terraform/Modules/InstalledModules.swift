import SourceText
import Syntax

/// The modules that `terraform init` put below `.terraform/modules`, from its manifest.
struct InstalledModules {
  /// The folders by the names of the calls with dots between.
  private var folders: [String: String] = [:]

  init(_ reading: ProjectReading) {
    let path = RelativePath.join(reading.folder, ".terraform/modules/modules.json")
    guard case .success(let file) = reading.options.loader.load(path) else { return }
    reading.include(path)
    for module in JSONParser.parse(file).root?["Modules"]?.elements ?? [] {
      guard let key = module["Key"]?.string, let folder = module["Dir"]?.string else { continue }
      folders[key] = RelativePath.join(reading.folder, folder)
    }
  }

  /// The folder of the module to which the calls `names` lead.
  func folder(of names: [String]) -> String? { folders[names.joined(separator: ".")] }
}
