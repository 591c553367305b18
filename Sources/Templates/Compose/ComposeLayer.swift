import Inventory
import SourceText
import Syntax

/// Reads the nodes of one Compose file on top of what earlier files say.
///
/// Variables are filled in file by file, before the values are joined.
struct ComposeLayer {
  let reading: ComposeReading
  let variables: ComposeVariables
  /// The place through which the file's values came: an `extends` or an `include`.
  let via: SourceLocation?

  /// The value of `node` over `base`; `nil` where the node takes the value away.
  func value(
    _ node: Node,
    over base: Value? = nil,
    by rule: ComposeMerge = .ordinary,
    depth: Int = 0
  ) -> Value? {
    if node.tag == "!reset" { return nil }
    guard reading.budget.spend(), depth < ValueBudget.depth else {
      return Value(.unknown(.tooLarge(node.file.path)), at: node.location)
    }
    let base = node.tag == "!override" ? nil : base
    switch rule {
    case .replacement: return joined(node, over: nil, by: .ordinary, depth)
    case .ordinary, .mapping: return joined(node, over: base, by: rule, depth)
    case .list: return list(node, over: base, depth)
    case .mounts: return mounts(node, over: base, depth)
    case .pairs(let inherits): return pairs(node, over: base, inherits, depth)
    }
  }

  /// The scalar as it stands, its variables filled in.
  func scalar(_ node: Node) -> Value {
    let place = place(of: node)
    guard node.kind == .string, let text = node.string, Interpolation.isNeeded(text) else {
      return place.with(Value.scalarContent(of: node))
    }
    reading.variables.formUnion(ComposeVariables.names(in: text))
    if let value = variables.text(text, at: place) { return value }
    reading.log.add(.invalidVariable(at: node.location))
    return place.unknown(.malformed(expected: "${NAME}"))
  }

  private func place(of node: Node) -> Value {
    Value(.null, at: node.location, via: [node.aliasLocation, via].compactMap(\.self))
  }

  private func joined(
    _ node: Node,
    over base: Value?,
    by rule: ComposeMerge,
    _ depth: Int
  ) -> Value {
    switch node.kind {
    case .null where base != nil: return base ?? place(of: node)
    case .null, .bool, .number, .string: return scalar(node)
    case .sequence:
      let elements = node.elements.compactMap { value($0, depth: depth + 1) }
      return place(of: node).with(.list((base?.list ?? []) + elements))
    case .mapping:
      var table = MemberTable(base?.object)
      for entry in node.entries {
        guard let name = entry.key.string else { continue }
        set(name, entry, in: &table, by: rule.rule(for: name), depth)
      }
      return place(of: node).with(.object(table.object))
    }
  }

  private func set(
    _ name: String,
    _ entry: Node.Entry,
    in table: inout MemberTable,
    by rule: ComposeMerge,
    _ depth: Int
  ) {
    if let value = value(entry.value, over: table[name], by: rule, depth: depth + 1) {
      table.set(.init(name, value, key: entry.key.location))
    } else {
      table.remove(name)
    }
  }

  /// A list, or one text as a list of one, behind the elements of `base`.
  private func list(_ node: Node, over base: Value?, _ depth: Int) -> Value {
    guard node.kind != .sequence, node.kind != .null else {
      return joined(node, over: base, by: .ordinary, depth)
    }
    let element = joined(node, over: nil, by: .ordinary, depth)
    return place(of: node).with(.list((base?.list ?? []) + [element]))
  }

  /// A list behind the elements of `base` whose targets it does not name again.
  private func mounts(_ node: Node, over base: Value?, _ depth: Int) -> Value {
    let own = joined(node, over: nil, by: .ordinary, depth)
    guard let elements = own.list, let earlier = base?.list else { return own }
    let targets = Set(elements.compactMap(\.mountTarget))
    let kept = earlier.filter { $0.mountTarget.map { !targets.contains($0) } ?? true }
    return own.with(.list(kept + elements))
  }

  /// A mapping or a list of `name=value`, always as a mapping.
  private func pairs(
    _ node: Node,
    over base: Value?,
    _ inheritsEnvironment: Bool,
    _ depth: Int
  ) -> Value {
    var table = MemberTable(base?.object)
    for entry in node.entries {
      guard let name = entry.key.string else { continue }
      guard let value = value(entry.value, depth: depth + 1) else {
        table.remove(name)
        continue
      }
      let isInherited = value.isNull && inheritsEnvironment
      let member = isInherited ? inherited(name, at: value) : value
      table.set(.init(name, member, key: entry.key.location))
    }
    for element in node.elements {
      if let pair = pair(element, inheritsEnvironment) { table.set(pair) }
    }
    switch node.kind {
    case .mapping, .sequence: return place(of: node).with(.object(table.object))
    case .null: return base ?? place(of: node)
    default: return scalar(node)
    }
  }

  /// The pair that an element of a list stands for; a name that is not known keeps its variables.
  private func pair(_ element: Node, _ inheritsEnvironment: Bool) -> ValueObject.Member? {
    guard reading.budget.spend() else { return nil }
    guard let raw = element.string else {
      reading.log.add(.wrongComposeType("name=value", at: element.location))
      return nil
    }
    let halves = scalar(element).parts(separatedBy: "=", limit: 2)
    let name = halves[0].text ?? String(raw.prefix { $0 != "=" })
    let value = halves.count > 1 ? halves[1] : nil
    let fallback = halves[0].with(.string(""))
    let missing = inheritsEnvironment ? inherited(name, at: halves[0]) : fallback
    return .init(name, value ?? missing, key: element.location)
  }

  /// The value of a variable that the shell hands on under its own name.
  private func inherited(_ name: String, at place: Value) -> Value {
    reading.variables.insert(name)
    return variables[name].map { place.with($0.content) } ?? place.unknown(.parameter(name))
  }
}

extension Value {
  /// The path in the container at which a volume, secret or config is mounted, if it is known.
  fileprivate var mountTarget: String? {
    if let object { return (object["target"] ?? object["source"])?.text }
    let parts = pathParts
    return (parts.count > 1 ? parts[1] : parts[0]).text
  }
}
