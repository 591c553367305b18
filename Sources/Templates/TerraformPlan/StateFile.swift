import SourceText
import Syntax

/// The resources of a file `terraform.tfstate` in its fourth format.
struct StateFile {
  /// The instances in the order of the file.
  private(set) var instances: [StateInstance] = []
  /// The resources and instances that cannot be read.
  private(set) var faults: [Node] = []

  /// Adds the instances of one resource; what is left over from a replacement does not count.
  mutating func add(_ resource: Node) {
    guard let type = resource["type"], let typeName = type.string,
      let name = resource["name"]?.string, let list = resource["instances"], list.kind == .sequence
    else { return faults.append(resource) }
    let isData = resource["mode"]?.string == "data"
    let address = TerraformAddress(
      (resource["module"]?.string.map { TerraformAddress($0).parts } ?? [])
        + (isData ? [TerraformAddress.Part(name: "data")] : [])
        + [TerraformAddress.Part(name: typeName)]
    )
    for instance in list.elements where instance.entry("deposed") == nil {
      guard let attributes = instance["attributes"], attributes.kind == .mapping else {
        faults.append(instance)
        continue
      }
      let part = TerraformAddress.Part(name: name, keys: Self.key(instance["index_key"]))
      var found = StateInstance(
        address: TerraformAddress(address.parts + [part]),
        type: typeName,
        isData: isData,
        attributes: attributes,
        location: resource["name"]?.location ?? type.location
      )
      found.marks.secretPaths = AttributeMarks.secretPaths(instance["sensitive_attributes"])
      instances.append(found)
    }
  }

  /// The key of an instance as an address has it.
  private static func key(_ node: Node?) -> String {
    guard let node, let text = node.string, node.kind != .null else { return "" }
    return node.kind == .number ? "[\(text)]" : "[\"\(escaped(text))\"]"
  }

  /// The text as it stands between quotes in Terraform's language.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "{" where previous == "$" || previous == "%":
        result += previous.map { "\($0){" } ?? "{"
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}
