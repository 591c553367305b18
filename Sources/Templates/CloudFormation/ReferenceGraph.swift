import Inventory
import SourceText

/// Which resource refers to which, as far as their order of creation depends on it.
struct ReferenceGraph {
  private let resources: [Resource]
  private let targets: [[Int]]

  /// Reads the references of `resources`.
  ///
  /// The resources of the Serverless Application Model count as unconnected: each becomes several,
  /// and what refers to itself here may not do so there.
  init(_ resources: [Resource]) {
    var indices: [ResourceID: Int] = [:]
    for (index, resource) in resources.enumerated()
    where !resource.type.hasPrefix("AWS::Serverless::") {
      indices[resource.id] = index
    }
    self.resources = resources
    self.targets = resources.map { resource in
      guard indices[resource.id] != nil else { return [] }
      var found: Set<ResourceID> = []
      resource.properties.collectReferences(into: &found)
      return found.compactMap { indices[$0] }.sorted()
    }
  }

  /// For every circle that a walk along the references meets, the resource that closes it.
  var circles: [Resource] {
    enum Mark {
      case open
      case closed
    }
    var marks: [Int: Mark] = [:]
    var circles: [Resource] = []
    for start in resources.indices where marks[start] == nil {
      var path = [(node: start, next: 0)]
      marks[start] = .open
      while let (node, next) = path.last {
        guard next < targets[node].count else {
          marks[node] = .closed
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[node][next]
        switch marks[target] {
        case .open: circles.append(resources[target])
        case .closed: break
        case nil:
          marks[target] = .open
          path.append((target, 0))
        }
      }
    }
    return circles
  }
}

extension Value {
  fileprivate func collectReferences(into found: inout Set<ResourceID>) {
    switch content {
    case .reference(let reference): found.insert(reference.resource)
    case .partial(let pieces):
      for case .reference(let reference) in pieces { found.insert(reference.resource) }
    case .list(let elements): for element in elements { element.collectReferences(into: &found) }
    case .object(let object):
      for member in object.members { member.value.collectReferences(into: &found) }
    case .null, .bool, .number, .string, .unknown: break
    }
  }
}
