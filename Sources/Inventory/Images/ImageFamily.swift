package import SourceText

/// A well-known program or runtime that images are built upon, by which its writable paths go.
package struct ImageFamily: Sendable, Hashable {
  /// The name: `nginx`, `postgres`.
  package let name: String
  /// The bytes that name the image.
  package let location: SourceLocation?

  /// The family of an image by the name of its repository; `nil` for one of no known family.
  package init?(_ image: Value) {
    let reference = ImageReference(image, in: Inventory())
    guard let repository = reference.repository?.text else { return nil }
    let isHub = reference.registry?.text == "docker.io"
    let path = repository.split(separator: "/").map(String.init)
    let families = ImageFamily.repositories
    guard
      let name = families.first(where: { _, names in
        names.contains { ImageFamily.matches(path, $0, isHub: isHub) }
      })?.family
    else { return nil }
    self.name = name
    location = image.origin
  }

  /// Whether a path names the repository `name`, be it in a mirror of Docker Hub.
  private static func matches(_ path: [String], _ name: String, isHub: Bool) -> Bool {
    let wanted = name.split(separator: "/").map(String.init)
    if wanted.last == "*" {
      return path.dropLast().suffix(wanted.count - 1) == wanted.dropLast()[...]
    }
    guard path.suffix(wanted.count) == wanted[...] else { return false }
    let folder = path.dropLast(wanted.count)
    return !isHub || folder.isEmpty || folder.last == "library"
  }

  /// The repositories of each family, those with a publisher's name first.
  private static let repositories: [(family: String, names: [String])] = [
    ("bitnami", ["bitnami/*", "bitnamilegacy/*"]),
    ("nginx-unprivileged", ["nginxinc/nginx-unprivileged", "nginx/nginx-unprivileged"]),
    ("openresty", ["openresty/openresty"]),
    ("phpmyadmin", ["phpmyadmin", "phpmyadmin/phpmyadmin"]),
    ("airflow", ["apache/airflow"]),
    ("grafana", ["grafana/grafana", "grafana/grafana-oss"]),
    ("prometheus", ["prom/prometheus"]), ("alertmanager", ["prom/alertmanager"]),
    ("keycloak", ["keycloak/keycloak"]),
    ("dotnet", ["dotnet/aspnet", "dotnet/runtime", "dotnet/runtime-deps"]),
    ("fluent-bit", ["aws-observability/aws-for-fluent-bit", "amazon/aws-for-fluent-bit"]),
    ("datadog-agent", ["datadog/agent"]),
    ("cloudwatch-agent", ["amazon/cloudwatch-agent", "cloudwatch-agent/cloudwatch-agent"]),
    ("envoy", ["envoyproxy/envoy"]),
    ("nginx", ["nginx"]), ("httpd", ["httpd"]), ("wordpress", ["wordpress"]), ("php", ["php"]),
    ("node", ["node"]), ("python", ["python"]), ("ruby", ["ruby"]), ("tomcat", ["tomcat"]),
    ("jetty", ["jetty"]), ("open-liberty", ["open-liberty"]),
    (
      "java",
      ["eclipse-temurin", "amazoncorretto", "openjdk", "ibmjava", "sapmachine", "corretto"]
    ),
    ("kong", ["kong", "kong/kong"]), ("varnish", ["varnish"]), ("haproxy", ["haproxy"]),
    ("traefik", ["traefik"]), ("postgres", ["postgres", "postgis/postgis"]), ("mysql", ["mysql"]),
    ("mariadb", ["mariadb"]), ("redis", ["redis"]), ("valkey", ["valkey/valkey"]),
    ("memcached", ["memcached"]), ("mongo", ["mongo"]), ("rabbitmq", ["rabbitmq"]),
    ("elasticsearch", ["elasticsearch", "elasticsearch/elasticsearch"]),
    ("opensearch", ["opensearchproject/opensearch"]), ("zookeeper", ["zookeeper"]),
    ("cassandra", ["cassandra"]), ("influxdb", ["influxdb"]), ("ghost", ["ghost"]),
    ("nextcloud", ["nextcloud"]),
  ]
}
