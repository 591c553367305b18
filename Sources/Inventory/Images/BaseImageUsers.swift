/// The base images that are known to run as a user other than root.
enum BaseImageUsers {
  /// A text for the user of `image` at its place; `nil` for an image that nothing is known of.
  static func user(of image: Value) -> Value? {
    if let reason = image.unknownReason { return image.unknown(reason) }
    let reference = ImageReference(image, in: Inventory())
    guard let registry = reference.registry, let repository = reference.repository else {
      return nil
    }
    let name = "\(registry.literalText)/\(repository.literalText)"
    let tag = reference.tag?.literalText ?? ""
    let isKnown = table.contains { row in
      Glob(row.repository).covers(name) && row.tags.contains { Glob($0).covers(tag) }
    }
    if isKnown { return image.with(.string("non-root")) }
    let reason = registry.firstUnknownReason ?? repository.firstUnknownReason
    return reason.map { image.unknown($0) }
  }

  /// Globs of repositories, and of the tags that say so; a private mirror keeps the path.
  private static let table: [(repository: String, tags: [String])] = [
    ("gcr.io/distroless/*", ["*nonroot*"]), ("*/distroless/*", ["*nonroot*"]),
    ("cgr.dev/*", ["*"]), ("*-nonroot", ["*"]), ("*-rootless", ["*"]),
    ("*", ["*-nonroot", "nonroot"]),
    ("*/nginxinc/nginx-unprivileged", ["*"]), ("*/nginx/nginx-unprivileged", ["*"]),
    ("*/bitnami/*", ["*"]), ("*/bitnamilegacy/*", ["*"]),
    ("mcr.microsoft.com/dotnet/*", ["*chiseled*"]),
    ("mcr.microsoft.com/windows/nanoserver", ["*"]),
    ("docker.io/jenkins/jenkins", ["*"]), ("docker.io/grafana/grafana*", ["*"]),
    ("docker.io/prom/*", ["*"]), ("quay.io/prometheus/*", ["*"]),
    ("quay.io/keycloak/keycloak", ["*"]), ("docker.io/apache/airflow", ["*"]),
    ("docker.io/curlimages/curl", ["*"]), ("docker.io/memcached", ["*"]),
    ("docker.io/library/memcached", ["*"]),
  ]
}
