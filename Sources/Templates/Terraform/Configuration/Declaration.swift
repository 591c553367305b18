import SourceText

/// One declaration of a module that others refer to by name.
struct Declaration {
  /// What can be declared.
  enum Kind: Hashable, CaseIterable {
    case variable
    case output
    case resource
    case data
    case ephemeral
    case module
    case provider
  }

  let kind: Kind
  /// The name within its kind: `region`, `aws_ecs_service.web`, `aws.west` for a provider.
  let name: String
  let labels: [String]
  let header: SourceLocation
  /// The bytes of the whole block.
  let location: SourceLocation
  var body: TerraformBody
  /// Whether the declaration counts as one of the unit; others are there to be referred to.
  let isReported: Bool

  /// The resource type, or the only label.
  var type: String { labels.first ?? "" }

  /// How references write the declaration.
  var address: String {
    switch kind {
    case .variable: "var." + name
    case .output: "output." + name
    case .resource: name
    case .data: "data." + name
    case .ephemeral: "ephemeral." + name
    case .module: "module." + name
    case .provider: "provider." + name
    }
  }
}

/// The declarations of one kind in source order, each name once.
struct DeclarationTable {
  private(set) var all: [Declaration] = []
  private var positions: [String: Int] = [:]

  subscript(name: String) -> Declaration? { positions[name].map { all[$0] } }

  /// The names, sorted.
  var names: [String] { positions.keys.sorted() }

  /// Adds `declaration`; returns the one that has the name already.
  mutating func add(_ declaration: Declaration) -> Declaration? {
    if let index = positions[declaration.name] { return all[index] }
    positions[declaration.name] = all.count
    all.append(declaration)
    return nil
  }

  /// Merges `declaration` into the one with its name; says whether there is one.
  mutating func override(with declaration: Declaration) -> Bool {
    guard let index = positions[declaration.name] else { return false }
    all[index].body.override(with: declaration.body)
    return true
  }
}

/// One local value as it is written.
struct LocalDefinition {
  let name: String
  let nameLocation: SourceLocation
  let expression: TerraformExpression
}
