internal import SourceText
internal import Syntax
internal import Templates

/// Which folders of a workspace call which as a Terraform module.
struct ModuleCallers {
  /// The most root modules by which one folder is judged.
  private static let rootLimit = 4

  private var callers: [String: Set<String>] = [:]

  /// Reads the calls in `files`; only local sources lead to a folder of the workspace.
  init(_ files: [String], _ loader: any SourceLoader) {
    for path in files {
      guard !path.hasSuffix(".json"), let file = try? loader.load(path).get() else { continue }
      let folder = RelativePath.folder(of: path)
      for source in ModuleCallers.sources(in: HCLParser.parse(file).body) {
        let called = RelativePath.normalized(folder.isEmpty ? source : "\(folder)/\(source)")
        callers[called, default: []].insert(RelativePath.normalized(folder))
      }
    }
  }

  /// The root modules that the files in `folder` belong to, in order; `folder` if nobody calls it.
  func roots(of folder: String) -> [String] {
    var seen: Set = [folder]
    var open = [folder]
    var roots: [String] = []
    while let next = open.popLast() {
      let above = callers[next] ?? []
      if above.isEmpty { roots.append(next) }
      for caller in above where seen.insert(caller).inserted { open.append(caller) }
    }
    return roots.isEmpty ? [folder] : Array(roots.sorted().prefix(ModuleCallers.rootLimit))
  }

  private static func sources(in body: HCLBody) -> [String] {
    body.blocks.filter { $0.type == "module" }.compactMap { block in
      guard let value = block.body.attribute("source")?.expression else { return nil }
      let text = value.file.text(value.range).drop { $0 == "\"" }
      let source = text.hasSuffix("\"") ? text.dropLast() : text
      return source.hasPrefix("./") || source.hasPrefix("../") ? String(source) : nil
    }
  }
}
