import Inventory
import SourceText
import Templates

/// Names what a fix adds beside a resource, and refers to it, in the words of the source language.
struct NewDeclarations {
  private let unit: DeploymentUnit
  private let neighbour: ResourceID
  private let address: TerraformResourceName?
  /// Names that are given already.
  var reserved: Set<String> = []

  init(beside neighbour: ResourceID, in unit: DeploymentUnit) {
    self.unit = unit
    self.neighbour = neighbour
    address = unit.format == .terraform ? TerraformResourceName(neighbour.path) : nil
  }

  /// The logical ID or the label of the neighbour.
  var base: String {
    address?.label ?? neighbour.path.split(separator: "/").last.map(String.init) ?? neighbour.path
  }

  /// Whether the neighbour is one of several instances.
  var isRepeated: Bool { address?.repetition != nil }

  /// A name for a resource of `type` that nothing else goes by: `TaskLogGroup`, or `task_logs`.
  func name(_ words: [String], type: String) -> String {
    let made =
      address == nil
      ? base + words.map(\.capitalizedWord).joined()
      : ([base] + words.map(\.snakeWord)).joined(separator: "_")
    let taken = takenNames(type).union(reserved)
    let others = (2...).lazy.map { address == nil ? "\(made)\($0)" : "\(made)_\($0)" }
    return taken.contains(made) ? others.first { !taken.contains($0) } ?? made : made
  }

  private func takenNames(_ type: String) -> Set<String> {
    let ids = unit.inventories.flatMap(\.resources).map(\.id.path)
    guard let address else {
      let names = ids.filter { Self.stack(of: $0) == Self.stack(of: neighbour.path) }
        .compactMap { $0.split(separator: "/").last.map(String.init) }
      return Set(names + unit.parameters)
    }
    return Set(
      ids.compactMap(TerraformResourceName.init)
        .filter { $0.type == type && $0.module == address.module }.map(\.label)
    )
  }

  /// The names of the nested stacks that lead to the resource at `path`.
  private static func stack(of path: String) -> [Substring] {
    path.split(separator: "/").dropLast()
  }

  /// The identifier of the resource called `name`, or in Terraform one of its attributes.
  func reference(to name: String, type: String, attribute: String) -> SourceLiteral {
    address == nil
      ? .object([.init("Ref", .string(name))]) : .expression("\(type).\(name).\(attribute)")
  }

  /// The same for a resource that is there; `nil` for one of another stack or module, or for one of
  /// several instances.
  func reference(to resource: Resource, attribute: String) -> SourceLiteral? {
    let path = resource.id.path
    if let address {
      guard let other = TerraformResourceName(path), other.module == address.module,
        other.repetition == nil
      else { return nil }
      return reference(to: other.label, type: other.type, attribute: attribute)
    }
    guard Self.stack(of: path) == Self.stack(of: neighbour.path) else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return reference(to: name, type: resource.type, attribute: attribute)
  }
}

extension String {
  /// `DB_PASSWORD` as `DbPassword`, `logGroup` as `LogGroup`: letters and digits only.
  fileprivate var capitalizedWord: String {
    words.map { word in
      let rest = word.dropFirst()
      let isShout = word.allSatisfy { !$0.isLowercase }
      return word.prefix(1).uppercased() + (isShout ? rest.lowercased() : String(rest))
    }.joined()
  }

  /// `DB-PASSWORD` as `db_password`.
  fileprivate var snakeWord: String { words.map { $0.lowercased() }.joined(separator: "_") }

  private var words: [Substring] {
    split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  }
}
