import Inventory
import SourceText

/// Works out what an inventory becomes by the operations on its sources: the intended change and
/// nothing else.
struct ExpectedInventory {
  private struct Place: Hashable {
    let path: String
    let range: SourceRange
  }

  private var operations: [Place: [Operation]] = [:]
  private var comparesContexts = true

  init(_ operations: [Operation]) {
    for operation in operations {
      let place = Place(path: operation.place.file.path, range: operation.place.range)
      self.operations[place, default: []].append(operation)
    }
  }

  /// The properties of `resource` with everything done that concerns them.
  ///
  /// A resource that is kept in the words of its source changes in these.
  func properties(of resource: Resource) -> Value {
    var expected = self
    if resource.kind == .other {
      expected.operations = operations.mapValues { $0.map(\.asWritten) }
      expected.comparesContexts = false
    }
    return expected.changed(resource.properties, in: resource.kind.rawValue)
  }

  /// The resources that `operation` changes, by their paths, with the member that it changes.
  func users(of operation: Operation, in inventory: Inventory) -> [ResourceID] {
    inventory.resources.filter { uses($0.properties, $0.kind.rawValue, operation) }.map(\.id)
  }

  private func uses(_ value: Value, _ context: String, _ operation: Operation) -> Bool {
    if value.origin == operation.place { return true }
    switch value.content {
    case .object(let object):
      return object.members.contains { uses($0.value, $0.name, operation) }
    case .list(let elements): return elements.contains { uses($0, context, operation) }
    default: return false
    }
  }

  private func changed(_ value: Value, in context: String) -> Value {
    var result = value
    let here = operations(on: value, in: context)
    for operation in here {
      if case .replace(let literal, _) = operation.change { return literal.value }
    }
    switch value.content {
    case .object(let object): result = result.with(.object(changed(object, here)))
    case .list(let elements): result = result.with(.list(changed(elements, in: context, here)))
    default: break
    }
    return result
  }

  private func operations(on value: Value, in context: String) -> [Operation] {
    guard let origin = value.origin else { return [] }
    let found = operations[Place(path: origin.file.path, range: origin.range)] ?? []
    return comparesContexts ? found.filter { $0.context == context } : found
  }

  private func changed(_ object: ValueObject, _ operations: [Operation]) -> ValueObject {
    var members = object.members.map { member in
      ValueObject.Member(member.name, changed(member.value, in: member.name), key: member.key)
    }
    for operation in operations {
      if case .remove(let name, let key) = operation.change {
        members.removeAll { $0.name == name && $0.key?.range == key }
      }
    }
    var result = ValueObject(members)
    for operation in operations {
      if case .insert(let literals, _) = operation.change {
        for literal in literals { result.add(literal.name, literal.value.value) }
      }
    }
    return result
  }

  private func changed(
    _ elements: [Value],
    in context: String,
    _ operations: [Operation]
  ) -> [Value] {
    var removed: Set<SourceRange> = []
    var added: [Value] = []
    for operation in operations {
      switch operation.change {
      case .removeElement(let range): removed.insert(range)
      case .append(let literals, _): added += literals.map(\.value)
      default: break
      }
    }
    let kept = elements.filter { element in
      element.origin.map { !removed.contains($0.range) } ?? true
    }
    return kept.map { changed($0, in: context) } + added
  }
}

extension ValueObject {
  /// Adds a member: its own members to an object that is there, its elements to a list.
  fileprivate mutating func add(_ name: String, _ value: Value) {
    guard let old = self[name], !old.isNull else { return set(Member(name, value)) }
    if let left = old.list, let right = value.list {
      set(Member(name, old.with(.list(left + right))))
    } else if var left = old.object, let right = value.object {
      for member in right.members { left.add(member.name, member.value) }
      set(Member(name, old.with(.object(left))))
    } else {
      set(Member(name, value))
    }
  }
}

extension Operation {
  /// The same change with the words of the source in the place of the AWS shape.
  fileprivate var asWritten: Operation {
    let change: Change
    switch self.change {
    case .insert(_, let written): change = .insert(shape: written.map(\.asRow), written: written)
    case .replace(_, let written): change = .replace(shape: written, written: written)
    case .append(_, let written): change = .append(shape: written, written: written)
    case .remove, .removeElement: change = self.change
    }
    return Operation(place: place, context: context, change: change)
  }
}

extension SourceLiteral.Member {
  /// A block as the row of blocks that a body holds under its name.
  fileprivate var asRow: SourceLiteral.Member {
    guard isBlock, case .object(let members) = value else { return self }
    return SourceLiteral.Member(name, .list([.object(members.map(\.asRow))]))
  }
}
