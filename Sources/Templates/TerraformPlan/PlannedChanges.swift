import SourceText
import Syntax

/// The section `resource_changes` of a plan: what happens to each instance.
struct PlannedChanges {
  private var changes: [TerraformAddress: Node] = [:]
  private var order: [StateInstance] = []
  /// The entries that cannot be read.
  private(set) var faults: [Node] = []

  /// Reads the list; objects that are left over from a replacement do not count.
  init(_ list: Node?) {
    if let list, list.kind != .sequence, list.kind != .null { faults.append(list) }
    for entry in list?.elements ?? [] {
      guard let place = entry["address"], let type = entry["type"]?.string,
        let change = entry["change"]
      else {
        faults.append(entry)
        continue
      }
      guard entry.entry("deposed") == nil else { continue }
      let address = TerraformAddress(place.string ?? "")
      changes[address] = change
      order.append(
        StateInstance(
          address: address,
          type: type,
          isData: entry["mode"]?.string == "data",
          attributes: change["after"],
          location: place.location
        )
      )
    }
  }

  /// Whether nothing is listed.
  var isEmpty: Bool { changes.isEmpty }

  /// The instances after the changes, as far as this section tells.
  var instances: [StateInstance] { order.compactMap(applied) }

  /// `instance` with what its change says of it; `nil` where it will not exist any more.
  func applied(_ instance: StateInstance) -> StateInstance? {
    guard let change = changes[instance.address] else { return instance }
    let actions = change["actions"]?.elements.compactMap(\.string) ?? []
    if actions == ["delete"] || actions == ["forget"] { return nil }
    var result = instance
    result.marks.unknown = change["after_unknown"]
    if let secrets = change["after_sensitive"] { result.marks.secrets.append(secrets) }
    return result
  }
}
