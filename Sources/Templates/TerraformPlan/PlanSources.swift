import Inventory
import SourceText

/// The sources that a plan was made from, where they stand beside it.
struct PlanSources {
  private let reading: ProjectReading
  /// The folders of the modules that resources were found in, and of those that call them.
  private(set) var folders: Set<String> = []

  /// The folder of the root module.
  var folder: String { reading.folder }
  /// What the sources are read with.
  var options: TemplateOptions { reading.options }

  /// Looks for sources in the folder of `plan`; for one from standard input, in this folder.
  init(_ plan: SourceFile, _ options: TemplateOptions) {
    let folder = RelativePath.folder(of: plan.path)
    reading = ProjectReading(RelativePath.normalized(folder), options)
  }

  /// `resource` at its block in the sources, its place in the plan as a further one; `nil` where
  /// the sources do not declare it.
  mutating func located(_ resource: TerraformResource) -> TerraformResource? {
    guard let declaration = declaration(of: TerraformAddress(resource.id.path)) else { return nil }
    let json = TerraformShape.jsonArguments(of: resource.type)
    return TerraformResource(
      id: resource.id,
      type: resource.type,
      isData: resource.isData,
      properties: ArgumentLocator(jsonArguments: json).located(
        resource.properties,
        in: declaration
      ),
      location: declaration.header
    )
  }

  private mutating func declaration(of address: TerraformAddress) -> Declaration? {
    var path = [reading.folder]
    var calls: [String] = []
    for call in address.modules {
      calls.append(call.name)
      guard let folder = folder(of: calls, calledIn: path[path.count - 1]) else { return nil }
      path.append(folder)
    }
    let local = address.local
    let kind: Declaration.Kind = local.first?.name == "data" ? .data : .resource
    let name = TerraformAddress(kind == .data ? local.dropFirst() : local).declaration
    let configuration = reading.configuration(in: path[path.count - 1])
    guard let declaration = configuration?[kind][name] else { return nil }
    folders.formUnion(path)
    return declaration
  }

  /// The folder of the module to which the calls `names` lead, the last of them in `folder`.
  private func folder(of names: [String], calledIn folder: String) -> String? {
    guard let name = names.last,
      let call = reading.configuration(in: folder)?[.module][name],
      let source = call.body.argument("source")?.expression.constantText
    else { return nil }
    let isLocal = source.hasPrefix("./") || source.hasPrefix("../")
    return isLocal ? RelativePath.join(folder, source) : reading.installed.folder(of: names)
  }
}
