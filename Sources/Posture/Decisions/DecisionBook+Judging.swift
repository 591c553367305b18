import Inventory
import SourceText

extension DecisionBook {
  /// Judges the decisions themselves, as resources of the kind `acceptance`.
  ///
  /// - Parameters:
  ///   - scanner: the scanner with the controls of the run
  ///   - judgesUse: whether the scan saw all that a decision could speak of
  /// - Returns: findings at the entries and comments
  package func scan(by scanner: Scanner, judgesUse: (Decision) -> Bool) -> ScanResult {
    var files: [SourceFile] = []
    var inventories: [SourceFile: Inventory] = [:]
    for decision in decisions {
      guard let location = decision.acceptance.location else { continue }
      if inventories[location.file] == nil { files.append(location.file) }
      var inventory = inventories[location.file] ?? Inventory()
      inventory.add(decision.resource(in: inventory, at: location, judgesUse: judgesUse(decision)))
      inventories[location.file] = inventory
    }
    var result = ScanResult()
    for file in files {
      guard let inventory = inventories[file] else { continue }
      result.findings += scanner.scan([inventory], in: file).findings
    }
    return result
  }
}

extension Decision {
  /// The decision as a resource beside those in `inventory`.
  fileprivate func resource(
    in inventory: Inventory,
    at location: SourceLocation,
    judgesUse: Bool
  ) -> Resource {
    var number = 1
    var id = ResourceID(name)
    while inventory[id] != nil {
      number += 1
      id = ResourceID("\(name) (\(number))")
    }
    return Resource(
      id: id,
      kind: .acceptance,
      type: acceptance.source.rawValue,
      properties: Value(.object(ValueObject(members(judgesUse: judgesUse))), at: location),
      location: location
    )
  }

  /// The control and the names that it speaks of: `ECS.5 Web/app`.
  private var name: String {
    let target = acceptance.target
    let resource = target.resource == "*" ? nil : target.resource
    let owner = [resource, target.part, target.variable].compactMap { $0 }.joined(separator: "/")
    return owner.isEmpty ? target.control : "\(target.control) \(owner)"
  }

  private func members(judgesUse: Bool) -> [ValueObject.Member] {
    let target = acceptance.target
    let terms = acceptance.terms
    let texts: [(name: String, text: String?)] = [
      ("control", target.control), ("resource", target.resource), ("file", target.file),
      ("part", target.part), ("variable", target.variable), ("reason", terms.reason),
      ("owner", terms.owner), ("approver", terms.approver), ("until", terms.until),
      ("ticket", terms.ticket), ("created", terms.created), ("status", terms.status.rawValue),
      ("source", acceptance.source.rawValue),
    ]
    var members = texts.compactMap { name, text in
      text.map { ValueObject.Member(name, Value(.string($0), at: acceptance.location)) }
    }
    members.append(
      ValueObject.Member("isCurrent", Value(.bool(isCurrent), at: acceptance.location))
    )
    if judgesUse, isCurrent, acceptance.source.isOwn, let isUsed {
      members.append(ValueObject.Member("isUsed", Value(.bool(isUsed), at: acceptance.location)))
    }
    return members
  }
}
