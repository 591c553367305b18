import Inventory

/// The name of an image's repository, in Docker Hub unless it begins with a registry.
///
/// `nginx` is an official image, `grafana/grafana` one of a publisher, `bitnami/*` all of them.
/// A mirror keeps the path of the repository: `public.ecr.aws/docker/library/nginx`.
package struct RepositoryPattern: Sendable, Hashable {
  /// How an image goes with a pattern.
  enum Fit: Int, Comparable {
    /// It is another one.
    case differs
    /// It is called the same in some registry, and may be made by anybody.
    case resembles
    /// It is the one.
    case matches

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  /// The pattern as it is written.
  package let text: String
  private let registry: String?
  private let path: [String]

  /// Reads a pattern.
  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: "/").map(String.init)
    let namesRegistry = parts.count > 1 && parts[0].contains(".")
    registry = namesRegistry ? parts[0] : nil
    path = namesRegistry ? Array(parts.dropFirst()) : parts
  }

  /// How the image `reference` goes with the pattern.
  func fit(_ reference: ImageReference) -> Fit {
    guard let repository = reference.repository?.text else { return .differs }
    let parts = repository.split(separator: "/").map(String.init)
    let host = reference.registry?.text
    if let registry {
      let isHost = host.map { Glob(registry).covers($0) } ?? false
      return isHost && covers(parts[...]) ? .matches : .differs
    }
    guard parts.count >= path.count, covers(parts.suffix(path.count)) else { return .differs }
    let folder = parts.dropLast(path.count).last
    if host == "docker.io" {
      return folder == nil || folder == "library" ? .matches : .differs
    }
    return path.count > 1 || folder == "library" ? .matches : .resembles
  }

  private func covers(_ parts: ArraySlice<String>) -> Bool {
    parts.count == path.count && zip(path, parts).allSatisfy { Glob($0).covers($1) }
  }
}
