/// The address of a module, a resource or an attribute as Terraform writes it, taken apart.
///
/// `module.web["a"].aws_ecs_service.app[0]` has four names, of which two have the key of an
/// instance.
struct TerraformAddress: Hashable {
  /// One name of an address, with the keys behind it.
  struct Part: Hashable {
    let name: String
    /// The keys as they are written, brackets included: `[0]`, `["a"]`; empty without.
    var keys = ""

    var text: String { name + keys }
  }

  var parts: [Part]

  init(_ parts: some Sequence<Part>) { self.parts = Array(parts) }

  /// Takes `text` apart at its dots; those within brackets and quotes belong to a key.
  init(_ text: String) {
    var parts: [Part] = []
    var name: [UInt8] = []
    var keys: [UInt8] = []
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), depth == 0 {
        parts.append(Part(name, keys))
        (name, keys) = ([], [])
        continue
      }
      if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
      isEscaped = byte == UInt8(ascii: "\\") && isQuoted && !isEscaped
      if byte == UInt8(ascii: "["), !isQuoted { depth += 1 }
      if depth == 0 { name.append(byte) } else { keys.append(byte) }
      if byte == UInt8(ascii: "]"), !isQuoted { depth = max(0, depth - 1) }
    }
    self.parts = parts + [Part(name, keys)]
  }

  /// The address as Terraform writes it.
  var text: String { parts.map(\.text).joined(separator: ".") }

  /// The address without the keys of instances: that of the block that declares them.
  var declaration: String { parts.map(\.name).joined(separator: ".") }

  /// The modules that lead to what is named, each with the key of its instance.
  var modules: [Part] {
    var modules: [Part] = []
    var rest = parts[...]
    while rest.count > 1, rest.first?.name == "module" {
      modules.append(rest[rest.startIndex + 1])
      rest = rest.dropFirst(2)
    }
    return modules
  }

  /// What stands behind the modules: the type, the name and the attributes of a resource.
  var local: ArraySlice<Part> { parts.dropFirst(2 * modules.count) }

  /// Whether `other` names this, or something of this.
  func leads(to other: TerraformAddress) -> Bool {
    guard parts.count <= other.parts.count, let last = parts.last else { return false }
    let counterpart = other.parts[parts.count - 1]
    return parts.dropLast().elementsEqual(other.parts.prefix(parts.count - 1))
      && last.name == counterpart.name && counterpart.keys.hasPrefix(last.keys)
  }
}

extension TerraformAddress.Part {
  fileprivate init(_ name: [UInt8], _ keys: [UInt8]) {
    self.init(
      name: String(decoding: name, as: UTF8.self),
      keys: String(decoding: keys, as: UTF8.self)
    )
  }

  /// The parts that lead into the module `self`.
  var asModule: [TerraformAddress.Part] { [TerraformAddress.Part(name: "module"), self] }
}
