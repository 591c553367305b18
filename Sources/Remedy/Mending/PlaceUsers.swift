import Inventory
import SourceText
import Templates

/// Everything in a unit that takes its value from certain places.
struct PlaceUsers {
  /// A value that comes from a place.
  struct User: Hashable {
    let resource: String
    let path: String
  }

  private(set) var users: [SourceLocation: Set<User>] = [:]

  /// Looks for values that come from `places`.
  init(of places: Set<SourceLocation>, in unit: DeploymentUnit) {
    for inventory in unit.inventories {
      for resource in inventory.resources where !resource.isJoinedElsewhere {
        visit(resource.properties, resource.id.path, "", nil, places)
      }
    }
  }

  /// A value that stands in another of the same place is no user of its own.
  private mutating func visit(
    _ value: Value,
    _ resource: String,
    _ path: String,
    _ outer: SourceLocation?,
    _ places: Set<SourceLocation>
  ) {
    if let origin = value.origin, origin != outer, places.contains(origin) {
      users[origin, default: []].insert(User(resource: resource, path: path))
    }
    switch value.content {
    case .object(let object):
      for member in object.members {
        let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
        visit(member.value, resource, inner, value.origin ?? outer, places)
      }
    case .list(let elements):
      for (index, element) in elements.enumerated() {
        visit(element, resource, "\(path)[\(index)]", value.origin ?? outer, places)
      }
    default: break
    }
  }
}

extension Resource {
  /// Whether it is told as part of the resource that it speaks of, too.
  fileprivate var isJoinedElsewhere: Bool { kind == .other && TerraformShape.knows(type) }
}
