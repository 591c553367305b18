import Inventory
import SourceText
import Syntax
import Testing

/// Short modules for tests: evaluated resources as JSON, by address.
///
/// Blocks are lists of objects. References and unknown values are written as in `Samples`; an
/// address that begins with `data.` is a data source.
enum TerraformSamples {
  static func inventory(_ json: String) -> Inventory {
    Inventory(TerraformShape.resources(declared(json)))
  }

  static func declared(_ json: String) -> [TerraformResource] {
    let tree = JSONParser.parse(SourceFile(path: "main.tf", text: json))
    #expect(tree.diagnostics.isEmpty, "the sample is no JSON: \(tree.diagnostics)")
    return (tree.root?.entries ?? []).map { entry in
      let address = entry.key.string ?? ""
      let parts = address.split(separator: ".")
      return TerraformResource(
        id: ResourceID(address),
        type: String(parts[parts.count - 2]),
        isData: parts[0] == "data",
        properties: Samples.evaluated(Value(entry.value)),
        location: entry.key.location
      )
    }
  }
}
