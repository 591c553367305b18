import Inventory

/// Turns a path and what is to happen at its end into a patch of a value.
struct PatchBuilder {
  /// What happens at the end of a path.
  enum Leaf {
    case set(SourceLiteral)
    case remove
    case append([SourceLiteral])
    /// Takes the elements with these texts out of a list.
    case withdraw([String])
  }

  /// The patch of `value` that does `leaf` at the end of `steps`; `nil` where nothing is to be done.
  ///
  /// A list on the way means each of its elements.
  func patch(
    _ value: Value?,
    _ spelling: SourceSpelling,
    _ steps: ArraySlice<FixPath.Step>,
    _ leaf: Leaf
  ) -> Patch? {
    guard let step = steps.first else { return end(value, leaf) }
    if let elements = value?.list {
      let patches = elements.enumerated().compactMap { index, element in
        patch(element, spelling, steps, leaf).map { (index, $0) }
      }
      return patches.isEmpty ? nil : .elements(Dictionary(patches) { first, _ in first })
    }
    let member = value?[step.name].flatMap { $0.isNull ? nil : $0 }
    let inner = spelling.inside(step.name)
    let below: Patch?
    if let key = step.key {
      below = keyed(member, key, spelling.pairNames(of: step.name), leaf)
    } else if let choice = step.choice {
      below = chosen(member, choice, inner, steps.dropFirst(), leaf)
    } else {
      below = patch(member, inner, steps.dropFirst(), leaf)
    }
    return below.map { .members([step.name: $0]) }
  }

  private func end(_ value: Value?, _ leaf: Leaf) -> Patch? {
    switch leaf {
    case .set(let literal): return .set(literal)
    case .remove: return value.map { _ in Patch.remove }
    case .append(let elements): return .append(elements)
    case .withdraw(let texts):
      let found = (value?.list ?? []).enumerated().filter { $1.text.map(texts.contains) ?? false }
      return found.isEmpty
        ? nil : .elements(Dictionary(found.map { ($0.offset, Patch.remove) }) { first, _ in first })
    }
  }

  /// The patch of those elements of a list that `choice` means; of an object that stands for a list
  /// of one.
  private func chosen(
    _ value: Value?,
    _ choice: FixPath.Choice,
    _ spelling: SourceSpelling,
    _ steps: ArraySlice<FixPath.Step>,
    _ leaf: Leaf
  ) -> Patch? {
    guard let value else { return nil }
    guard let elements = value.list else {
      return choice.means(value) ? patch(value, spelling, steps, leaf) : nil
    }
    let patches = elements.enumerated().compactMap { index, element in
      choice.means(element) ? patch(element, spelling, steps, leaf).map { (index, $0) } : nil
    }
    return patches.isEmpty ? nil : .elements(Dictionary(patches) { first, _ in first })
  }

  /// The patch of a map or of a list of pairs that does `leaf` to the value called `key`.
  private func keyed(
    _ value: Value?,
    _ key: String,
    _ names: (key: String, value: String)?,
    _ leaf: Leaf
  ) -> Patch? {
    guard let names else { return end(value?[key], leaf).map { .members([key: $0]) } }
    let index = value?.list?.firstIndex { $0[names.key]?.text == key }
    switch (index, leaf) {
    case (let index?, .remove): return .elements([index: .remove])
    case (let index?, _):
      let old = value?.list?[index][names.value]
      return end(old, leaf).map { .elements([index: .members([names.value: $0])]) }
    case (nil, .set(let literal)):
      return .append([.object([.init(names.key, .string(key)), .init(names.value, literal)])])
    case (nil, _): return nil
    }
  }
}

extension FixPath.Choice {
  /// Whether `element` is one of those that are meant.
  fileprivate func means(_ element: Value) -> Bool {
    var value: Value? = element
    for name in path { value = value?[name] }
    return (value?.list ?? value.map { [$0] } ?? []).contains(where: matches)
  }

  private func matches(_ value: Value) -> Bool {
    guard let found = value.text else { return false }
    return text.hasSuffix("*") ? found.hasPrefix(text.dropLast()) : found == text
  }
}
