import Inventory
import Remedy
import SourceText
import Syntax
import Templates
import Testing

/// A task definition, or a CloudFormation template with one, and the Dockerfiles beside it.
struct TaskSample {
  var inventory: Inventory

  /// Reads `yaml`; each Dockerfile builds the image by whose name it is given.
  init(_ yaml: String, dockerfiles: [String: String] = [:]) throws {
    let file = SourceFile(path: "task.yaml", text: yaml)
    let unit = try #require(Templates.read(YAMLParser.parse(file)).first)
    inventory = try #require(unit.inventories.first)
    for (name, text) in dockerfiles {
      let path = SourceFile(path: "\(name)/Dockerfile", text: text)
      var images = Templates.readDockerfile(path).inventories[0].images
      images[0].names = [name]
      inventory.images += images
    }
  }

  /// A task on Fargate with one container.
  init(container: String, dockerfiles: [String: String] = [:]) throws {
    try self.init(
      """
      family: shop
      requiresCompatibilities: [FARGATE]
      cpu: "1024"
      memory: "4096"
      containerDefinitions: [{ name: web, \(container) }]
      """,
      dockerfiles: dockerfiles
    )
  }

  var taskDefinition: Resource { inventory.resources(of: .taskDefinition)[0] }

  func needs(_ options: MountOptions = MountOptions()) throws -> WritableNeeds {
    let definitions = taskDefinition.properties["containerDefinitions"]?.list
    return WritableNeeds(
      of: try #require(definitions?.first),
      in: taskDefinition,
      inventory,
      catalogue: .embedded,
      options: options
    )
  }

  func plan(_ options: MountOptions = MountOptions()) -> MountPlan {
    MountPlan(for: taskDefinition, in: inventory, options: options)
  }

  /// The same task definition after `patch`.
  func applying(_ patch: Patch) -> TaskSample {
    var sample = self
    var resource = taskDefinition
    resource.properties = patch.applied(to: resource.properties) ?? resource.properties
    sample.inventory.add(resource)
    return sample
  }
}

extension MountOptions {
  /// Options with some of them decided.
  static func with(_ decide: (inout MountOptions) -> Void) -> MountOptions {
    var options = MountOptions()
    decide(&options)
    return options
  }
}

extension MountPlan {
  /// The mounts in short: `web /run tmpfs 16`.
  var shown: [String] {
    mounts.map { mount in
      switch mount.kind {
      case .tmpfs(let size): "\(mount.container) \(mount.need.path) tmpfs \(size)"
      case .volume(let name): "\(mount.container) \(mount.need.path) volume \(name)"
      case .fileSystem(let name, let system):
        "\(mount.container) \(mount.need.path) \(system.fileSystemID) \(name)"
      }
    }
  }

  /// Whether a warning holds `text` in English.
  func warns(_ text: String) -> Bool { warnings.contains { $0.en.contains(text) } }
}

extension Patch {
  /// What `value` becomes.
  func applied(to value: Value?) -> Value? {
    switch self {
    case .set(let literal): return literal.value
    case .remove: return nil
    case .append(let literals):
      return Value(.list((value?.list ?? []) + literals.map(\.value)), at: nil)
    case .members(let patches):
      var members = (value?.object?.members ?? []).filter { patches[$0.name] == nil }
      for (name, patch) in patches {
        if let new = patch.applied(to: value?[name]) { members.append(.init(name, new)) }
      }
      return Value(.object(ValueObject(members)), at: nil)
    case .elements(let patches):
      var elements = value?.list ?? []
      for (index, patch) in patches.sorted(by: { $0.key < $1.key }) {
        let old = elements.indices.contains(index) ? elements[index] : nil
        guard let new = patch.applied(to: old) else { continue }
        if old == nil { elements.append(new) } else { elements[index] = new }
      }
      return Value(.list(elements), at: nil)
    }
  }
}

extension SourceLiteral {
  /// The value that is written.
  var value: Value {
    switch self {
    case .null: Value(.null, at: nil)
    case .bool(let bool): Value(.bool(bool), at: nil)
    case .number(let text): Value(.number(text), at: nil)
    case .string(let text): Value(.string(text), at: nil)
    case .list(let elements): Value(.list(elements.map(\.value)), at: nil)
    case .object(let members):
      Value(.object(ValueObject(members.map { .init($0.name, $0.value.value) })), at: nil)
    case .reference(let reference): Value(.reference(reference), at: nil)
    default: Value(.unknown(.malformed(expected: "value")), at: nil)
    }
  }
}
