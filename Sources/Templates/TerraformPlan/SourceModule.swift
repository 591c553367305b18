import SourceText
import Syntax

/// The blocks of one module's sources, in Terraform's own language.
struct SourceModule {
  /// The blocks of resources and data sources by address; what overrides comes first.
  private(set) var blocks: [String: [HCLBlock]] = [:]
  /// The folders of the local modules that are called, by the name of the call.
  private(set) var calls: [String: String] = [:]

  /// Reads the sources in `folder`; `nil` where there are none.
  init?(_ folder: String, loader: any SourceLoader) {
    guard case .success(let names) = loader.list(folder) else { return nil }
    let sources = names.filter { $0.hasSuffix(".tf") || $0.hasSuffix(".tofu") }
      .sorted { left, right in
        (Self.overrides(left) ? 0 : 1, left) < (Self.overrides(right) ? 0 : 1, right)
      }
    for name in sources {
      guard case .success(let file) = loader.load(RelativePath.join(folder, name)) else { continue }
      for block in HCLParser.parse(file).body.blocks { add(block, in: folder) }
    }
    if blocks.isEmpty, calls.isEmpty { return nil }
  }

  private static func overrides(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }
    return stem == "override" || stem.hasSuffix("_override")
  }

  private mutating func add(_ block: HCLBlock, in folder: String) {
    let labels = block.labels.map(\.text)
    switch (block.type, labels.count) {
    case ("resource", 2): blocks[labels.joined(separator: "."), default: []].append(block)
    case ("data", 2): blocks["data." + labels.joined(separator: "."), default: []].append(block)
    case ("module", 1):
      guard let source = block.body.attribute("source")?.expression.literal,
        source.hasPrefix("./") || source.hasPrefix("../")
      else { return }
      calls[labels[0]] = calls[labels[0]] ?? RelativePath.join(folder, source)
    default: break
    }
  }
}

extension HCLExpression {
  /// The text of a string without sequences.
  var literal: String? {
    guard case .template(let parts) = form, parts.count <= 1 else { return nil }
    guard let part = parts.first else { return "" }
    guard case .literal(let literal) = part else { return nil }
    return literal.text
  }
}
