import Syntax

/// What tells the manifests of AWS Copilot from other files.
enum CopilotManifest {
  /// What a manifest describes.
  enum Kind: String {
    case loadBalancedService = "Load Balanced Web Service"
    case backendService = "Backend Service"
    case workerService = "Worker Service"
    case scheduledJob = "Scheduled Job"
    case requestDrivenService = "Request-Driven Web Service"
    case staticSite = "Static Site"
    case environment = "Environment"
  }

  /// Whether `root` is a manifest: it has a name, and one of the types that Copilot knows.
  static func isManifest(_ root: Node) -> Bool { kind(of: root) != nil }

  /// What the manifest with this `root` describes.
  static func kind(of root: Node) -> Kind? {
    guard root.kind == .mapping, root["name"] != nil, let type = root["type"]?.string else {
      return nil
    }
    return Kind(rawValue: type)
  }
}
