import Syntax

/// Tells what Terraform and OpenTofu write about plans and states from all other JSON.
enum TerraformDocument {
  /// What a document is.
  enum Kind: Equatable {
    /// `terraform show -json PLAN`.
    case plan
    /// `terraform show -json`, of a state.
    case state
    /// The file `terraform.tfstate` itself, in the format of this version.
    case stateFile(version: Int)
    /// A state that OpenTofu encrypted.
    case encryptedState
    /// The messages of `terraform plan -json`, which hold no values.
    case log
  }

  /// What `root` is; `nil` for a document of another trade.
  static func kind(of root: Node) -> Kind? {
    guard root.kind == .mapping else { return nil }
    if root["format_version"] != nil { return kindOfOutput(root) }
    if root["encrypted_data"]?.kind == .string, root.entry("lineage") != nil {
      return .encryptedState
    }
    if root["@level"] != nil, root["@message"] != nil, root["terraform"] ?? root["tofu"] != nil {
      return .log
    }
    return kindOfFile(root)
  }

  /// Other commands write a format version, too, so one of the known sections must be there.
  private static func kindOfOutput(_ root: Node) -> Kind? {
    if planSections.contains(where: { root.entry($0) != nil }) { return .plan }
    if root.entry("values") != nil { return .state }
    // Of an empty state there is nothing but this.
    let others = root.entries.compactMap(\.key.string).filter { !stateSections.contains($0) }
    return others.isEmpty ? .state : nil
  }

  private static let planSections = ["planned_values", "resource_changes", "configuration"]
  private static let stateSections: Set<String> = [
    "format_version", "terraform_version", "checks", "timestamp",
  ]

  /// A file that only remembers the backend holds no state.
  private static func kindOfFile(_ root: Node) -> Kind? {
    guard let number = root["version"]?.number, let version = Int(exactly: number),
      root.entry("serial") != nil, root.entry("lineage") != nil
    else { return nil }
    if version >= 4 { return .stateFile(version: version) }
    let modules = root["modules"]?.elements ?? []
    let isEmpty = modules.allSatisfy { ($0["resources"]?.count ?? 0) == 0 }
    return isEmpty ? nil : .stateFile(version: version)
  }
}
