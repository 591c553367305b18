import Posture
import Remedy
import SourceText
import Testing

struct ImageCatalogueTests {
  private static let catalogue = ImageCatalogue.embedded

  /// The images that the catalogue promises to know, sidecars and programs among them.
  private static let ids = [
    "airflow", "alertmanager", "amazon-ssm-agent", "aws-appmesh-envoy", "aws-for-fluent-bit",
    "aws-for-fluent-bit-init", "aws-otel-collector", "aws-xray-daemon", "bitnami", "cassandra",
    "celery-beat", "cloudwatch-agent", "consul-ecs", "datadog-agent", "dotnet", "ecs-exec",
    "elasticsearch", "envoy", "ghost", "grafana", "gunicorn", "haproxy", "httpd", "influxdb",
    "java",
    "java-jar", "jetty", "keycloak", "kong", "mariadb", "memcached", "mongo", "mysql", "next",
    "nextcloud", "nginx", "nginx-unprivileged", "node", "nri-ecs", "open-liberty", "openresty",
    "opensearch", "php-apache", "php-fpm", "phpmyadmin", "postgres", "prometheus", "puma",
    "rabbitmq", "redis", "ruby", "spring-boot", "supervisord", "tomcat", "traefik", "valkey",
    "varnish", "wordpress", "zammad", "zookeeper",
  ]

  @Test func `the shipped catalogue knows every image that it promises`() {
    #expect(Self.catalogue.diagnostics.map(\.text.en) == [])
    #expect(Self.catalogue.entries.map(\.id) == Self.ids)
    let files = EmbeddedRules.files(in: "images").map(\.path).sorted()
    #expect(files == Self.ids.map { "Rules/images/\($0).yaml" }.sorted())
  }

  @Test(arguments: catalogue.entries) func `an entry says how well it is known, in both languages`(
    _ entry: ImageEntry
  ) {
    for path in entry.paths {
      #expect(path.grade == .presumed || !path.sources.isEmpty, "\(path.path.text)")
      #expect(path.reason.en != "" && path.reason.ja != "")
      #expect(path.path.text.hasPrefix("/") || path.path.text.hasPrefix("$"))
      #expect(!path.path.text.hasPrefix("/var/run"), "a mount takes the real path")
    }
    #expect(!entry.paths.isEmpty || entry.grade != nil)
    #expect(!entry.paths.isEmpty || entry.remark != nil, "why there is nothing to write")
    if let remark = entry.remark {
      #expect(remark.ja.unicodeScalars.contains { $0.value > 0x3040 })
    }
  }

  @Test(arguments: [
    ("- a", "An image is described by a mapping"), ("image: [a]", "The key `id` is missing."),
    ("id: a\npaths: []", "The key `image` is missing."),
    ("id: a\nimage: b", "`image` must be a list."),
    ("id: a\nimage: [b]\ncolour: red", "`colour` is not known here."),
    ("id: a\nimage: [b]\nfeature: magic", "`magic` is not known here."),
    ("id: a\nimage: [b]\nwhen: { tags: [c] }", "`tags` is not known here."),
    ("id: a\nimage: [b]\npaths: [{ path: tmp }]", "`path` must be an absolute path."),
    (
      "id: a\nimage: [b]\npaths: [{ path: /a, why: { en: x }, grade: D }]", "`D` is not known here."
    ),
    ("id: a\nimage: [b]\npaths: [{ path: /a, why: { en: x } }]", "The key `grade` is missing."),
    ("id: a\nimage: [b]\npaths: [{ path: /a, grade: C }]", "The key `why` is missing."),
    (
      "id: a\nimage: [b]\npaths: [{ path: /a, why: { en: x }, grade: C, seed: often }]",
      "`seed` must be true or false."
    ),
    (
      "id: a\nimage: [b]\npaths: [{ path: /a, why: { en: x }, grade: C, size: big }]",
      "`size` must be a number of MiB."
    ),
  ])
  func `what is wrong with a file is told, and the entry left out`(
    _ yaml: String,
    _ message: String
  ) {
    let catalogue = ImageCatalogue([SourceFile(path: "a.yaml", text: yaml)])
    #expect(catalogue.entries.isEmpty)
    #expect(catalogue.diagnostics.contains { $0.text.en.hasPrefix(message) })
    #expect(catalogue.diagnostics.allSatisfy { $0.text.ja != $0.text.en })
  }

  @Test func `of two files about one image the later counts`() {
    let files = ["/a", "/b"].map { path in
      SourceFile(
        path: "a.yaml",
        text: "id: a\nimage: [a]\npaths: [{ path: \(path), why: { en: x }, grade: C }]"
      )
    }
    #expect(ImageCatalogue(files).entries.map { $0.paths.map(\.path.text) } == [["/b"]])
  }
}

extension ImageEntry: CustomTestStringConvertible {
  /// The id, for the names of test cases.
  public var testDescription: String { id }
}
