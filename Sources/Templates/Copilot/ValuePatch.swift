import Inventory

/// A change to one place within a value.
struct ValuePatch {
  /// One step on the way to the place.
  enum Step: Equatable {
    case key(String)
    case index(Int)
    /// Behind the last element of a list.
    case end
  }

  /// What happens at the place.
  enum Action {
    /// The value stands there afterwards, and whatever is missing on the way.
    case set(Value)
    /// The value is put in, in front of the element with the index.
    case add(Value)
    /// The value takes the place of one that is there.
    case replace(Value)
    case remove
  }

  private let action: Action
  private let path: [Step]

  init(_ action: Action, along path: [Step]) {
    self.action = action
    self.path = path
  }

  /// `value` with the change; `nil` where the place does not exist.
  func applied(to value: Value) -> Value? { changed(value, path[...]) }

  /// The value that stands there afterwards; `nil` where the place does not exist.
  private func changed(_ value: Value?, _ path: ArraySlice<Step>) -> Value? {
    guard let step = path.first else { return result(for: value) }
    if let value, value.unknownReason != nil { return value }
    guard let owner = value ?? missing(step) else { return nil }
    switch step {
    case .key(let name): return changed(owner, at: name, path.dropFirst())
    case .index(let index): return changed(owner, at: index, path.dropFirst())
    case .end: return changed(owner, at: owner.list?.count ?? 0, path.dropFirst())
    }
  }

  private func result(for value: Value?) -> Value? {
    switch action {
    case .set(let new), .add(let new): new
    case .replace(let new): value == nil ? nil : new
    case .remove: nil
    }
  }

  /// What a rule that makes its own way finds where there is nothing.
  private func missing(_ step: Step) -> Value? {
    guard case .set(let new) = action else { return nil }
    if case .key = step { return new.with(.object(ValueObject())) }
    return new.with(.list([]))
  }

  private func changed(_ owner: Value, at name: String, _ rest: ArraySlice<Step>) -> Value? {
    guard let object = owner.object else { return nil }
    var table = MemberTable(object)
    if rest.isEmpty, case .remove = action {
      guard table[name] != nil else { return nil }
      table.remove(name)
    } else {
      guard let value = changed(table[name], rest) else { return nil }
      table.set(.init(name, value, key: object.member(name)?.key ?? value.origin))
    }
    return owner.with(.object(table.object))
  }

  private func changed(_ owner: Value, at index: Int, _ rest: ArraySlice<Step>) -> Value? {
    guard var elements = owner.list, (0...elements.count).contains(index) else { return nil }
    let exists = index < elements.count
    switch action {
    case .remove where rest.isEmpty:
      guard exists else { return nil }
      elements.remove(at: index)
    case .add(let new) where rest.isEmpty: elements.insert(new, at: index)
    default:
      guard let value = changed(exists ? elements[index] : nil, rest) else { return nil }
      if exists { elements[index] = value } else { elements.append(value) }
    }
    return owner.with(.list(elements))
  }

  /// The steps of a path such as `ContainerDefinitions[0].Ulimits[-].Name`.
  static func steps(ofProperty path: String) -> [Step] {
    path.parts(separatedBy: ".").flatMap { part -> [Step] in
      let pieces = part.parts(separatedBy: "[")
      return [.key(String(pieces[0]))]
        + pieces.dropFirst().map { piece in
          let text = piece.hasSuffix("]") ? piece.dropLast() : piece
          return Int(text).map(Step.index) ?? .end
        }
    }
  }

  /// The steps of a JSON pointer such as `/Properties/Volumes/0`.
  static func steps(ofPointer path: String) -> [Step] {
    path.parts(separatedBy: "/").dropFirst().map { part in
      if part == "-" { return .end }
      if let index = Int(part), index >= 0 { return .index(index) }
      let slashes = part.parts(separatedBy: "~1").joined(separator: "/")
      return .key(slashes.parts(separatedBy: "~0").joined(separator: "~"))
    }
  }
}
