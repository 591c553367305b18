import SourceText
import Syntax

/// What tells the manifests of AWS Copilot from other files.
enum CopilotManifest {
  /// What a manifest describes.
  enum Kind: String, CaseIterable {
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

  /// Whether the file at `path` stands where Copilot looks for manifests: `copilot/NAME/manifest.yml`.
  static func hasName(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count >= 3 && parts.last == "manifest.yml" && parts[parts.count - 3] == "copilot"
  }

  /// What the manifest with this `root` describes.
  static func kind(of root: Node) -> Kind? {
    guard root.kind == .mapping, root["name"] != nil, let type = root["type"]?.string else {
      return nil
    }
    return Kind(rawValue: type)
  }
}
