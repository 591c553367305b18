import Inventory
import SourceText
import Syntax

extension Stack {
  /// The entries of `section`, its loops expanded.
  func definitions(in section: Node?) -> [Definition] {
    var definitions: [Definition] = []
    for entry in section?.entries ?? [] {
      let name = entry.key.string ?? ""
      if name.hasPrefix("Fn::ForEach") {
        forEach(entry, Bindings()) { name, entry, bindings in
          definitions.append(
            Definition(
              name: name,
              key: entry.key.location,
              node: entry.value,
              bindings: bindings
            )
          )
        }
      } else {
        definitions.append(
          Definition(
            name: name,
            key: entry.key.location,
            node: entry.value,
            bindings: Bindings()
          )
        )
      }
    }
    return definitions
  }

  /// Hands every entry that the loop `entry` yields to `body`, with its name and loop variables.
  func forEach(
    _ entry: Node.Entry,
    _ bindings: Bindings,
    _ body: (String, Node.Entry, Bindings) -> Void
  ) {
    reading.depth += 1
    defer { reading.depth -= 1 }
    guard reading.depth < ValueBudget.depth,
      reading.expansions <= TemplateReading.maximumExpansions
    else { return }
    let operands = entry.value.elements
    guard operands.count == 3, let variable = operands[0].string, operands[2].kind == .mapping
    else {
      reading.log.add(.malformedCall("Fn::ForEach", at: entry.key.location))
      return
    }
    if !template.hasLanguageExtensions {
      reading.log.add(.loopWithoutTransform(at: entry.key.location))
    }
    let inner = operands[2].entries
    for item in items(of: operands[1], bindings) {
      for entry in inner {
        guard spendExpansion(at: entry.key.location) else { return }
        let bound = bindings.binding(variable, to: item)
        let name = entry.key.string ?? ""
        if name.hasPrefix("Fn::ForEach") {
          forEach(entry, bound, body)
        } else {
          body(bound.name(name), entry, bound)
        }
      }
    }
  }

  private func spendExpansion(at location: SourceLocation) -> Bool {
    reading.expansions += 1
    if reading.expansions <= TemplateReading.maximumExpansions { return true }
    reading.log.add(.loopTooLong(template.file))
    return false
  }

  /// What a loop runs over; one unknown item where that is not known.
  private func items(of node: Node, _ bindings: Bindings) -> [Value] {
    let collection = operand(node, bindings)
    if let elements = collection.list { return elements.flatMap { $0.list ?? [$0] } }
    let doubt = collection.doubt ?? .malformed(expected: "list")
    reading.log.add(.loopOverUnknown(at: node.location))
    return [unknown(doubt, at: node.location)]
  }
}
