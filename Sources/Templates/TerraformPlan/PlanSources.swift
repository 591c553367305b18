import Inventory
import SourceText
import Syntax

/// The sources that a plan was made from, where they stand beside it.
struct PlanSources {
  private let root: String
  private let loader: any SourceLoader
  private var modules: [String: SourceModule?] = [:]
  /// The folders of the modules that resources were found in, and of those that call them.
  private(set) var folders: Set<String> = []

  /// Looks for sources in the folder that `options` name, else in that of `plan`.
  init(_ plan: SourceFile, _ options: TemplateOptions) {
    root = RelativePath.normalized(options.planSources ?? RelativePath.folder(of: plan.path))
    loader = options.loader
  }

  /// `resource` at its block in the sources, its place in the plan as a further one; `nil` where
  /// the sources do not declare it.
  mutating func located(_ resource: TerraformResource) -> TerraformResource? {
    let address = TerraformAddress(resource.id.path)
    guard let blocks = blocks(of: address), let block = blocks.last else { return nil }
    let json = TerraformShape.jsonArguments(of: resource.type)
    return TerraformResource(
      id: resource.id,
      type: resource.type,
      isData: resource.isData,
      properties: ArgumentLocator(jsonArguments: json).located(resource.properties, in: blocks),
      location: block.headerLocation
    )
  }

  private mutating func blocks(of address: TerraformAddress) -> [HCLBlock]? {
    var path = [root]
    for call in address.modules {
      guard let next = module(path[path.count - 1])?.calls[call.name] else { return nil }
      path.append(next)
    }
    let module = module(path[path.count - 1])
    guard let found = module?.blocks[TerraformAddress(address.local).declaration] else {
      return nil
    }
    folders.formUnion(path)
    return found
  }

  private mutating func module(_ folder: String) -> SourceModule? {
    if let known = modules[folder] { return known }
    let module = SourceModule(folder, loader: loader)
    modules[folder] = .some(module)
    return module
  }
}
