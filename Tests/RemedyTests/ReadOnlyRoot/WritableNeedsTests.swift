import Inventory
import Remedy
import SourceText
import Testing

struct WritableNeedsTests {
  @Test(arguments: [
    ("image: 'nginx:1.29'", ["/var/cache/nginx", "/run"]),
    (
      "image: nginx, environment: [{ name: NGINX_ENVSUBST_FILTER, value: x }]",
      ["/var/cache/nginx", "/run", "/etc/nginx/conf.d"]
    ),
    ("image: 'nginxinc/nginx-unprivileged:1'", ["/tmp"]),
    ("image: httpd", ["/usr/local/apache2/logs"]),
    ("image: wordpress", ["/run/apache2", "/tmp", "/var/www/html/wp-content"]),
    ("image: 'php:8.4-apache'", ["/run/apache2", "/tmp"]), ("image: 'php:8.4-fpm'", ["/tmp"]),
    ("image: phpmyadmin", ["/sessions", "/tmp", "/etc/phpmyadmin"]),
    (
      "image: 'public.ecr.aws/bitnami/redis:8'",
      ["/opt/bitnami/redis/conf", "/opt/bitnami/redis/tmp", "/opt/bitnami/redis/logs", "/tmp"]
    ),
    ("image: 'node:22', command: [npm, start]", ["/tmp", "/root/.npm"]),
    (
      "image: 'node:22', workingDirectory: /a, command: [node, node_modules/.bin/next, start]",
      ["/tmp", "/a/.next/cache"]
    ),
    (
      "image: 'node:22', workingDirectory: /app, command: [next, start]",
      ["/tmp", "/app/.next/cache"]
    ),
    ("image: 'python:3.14', command: [gunicorn, app]", ["/tmp"]),
    ("image: 'python:3.14', command: [gunicorn, --worker-tmp-dir, /dev/shm, app]", []),
    ("image: 'python:3.14', workingDirectory: /app, command: [celery, -A, app, beat]", ["/app"]),
    ("image: 'python:3.14', command: [celery, -A, app, beat, --schedule=/dev/shm/s]", []),
    ("image: 'apache/airflow:3.0.0'", ["/tmp", "/opt/airflow/logs"]),
    (
      "image: 'ruby:3.4', workingDirectory: /app, command: [bundle, exec, puma]",
      ["/tmp", "/app/tmp", "/app/log"]
    ),
    ("image: 'eclipse-temurin:21', command: [java, -jar, app.jar]", ["/tmp"]),
    ("image: 'amazoncorretto:21', entryPoint: [sh, -c, 'exec java -jar a.jar']", ["/tmp"]),
    (
      "image: tomcat",
      [
        "/usr/local/tomcat/logs", "/usr/local/tomcat/temp", "/usr/local/tomcat/work",
        "/usr/local/tomcat/conf/Catalina/localhost",
      ]
    ),
    ("image: jetty", ["/tmp/jetty", "/run/jetty"]),
    ("image: 'mcr.microsoft.com/dotnet/aspnet:9.0'", ["/tmp"]),
    (
      """
      image: 'mcr.microsoft.com/dotnet/aspnet:9.0', \
      environment: [{ name: DOTNET_EnableDiagnostics, value: '0' }]
      """, []
    ),
    (
      "image: 'quay.io/keycloak/keycloak:26.0', command: [start, --optimized]",
      ["/opt/keycloak/data", "/tmp"]
    ),
    (
      "image: kong, environment: [{ name: KONG_PREFIX, value: /kong_prefix }]",
      ["/tmp", "/kong_prefix"]
    ),
    ("image: varnish", ["/var/lib/varnish/varnishd"]), ("image: haproxy", []),
    ("image: 'grafana/grafana:12'", ["/var/lib/grafana", "/tmp", "/var/log/grafana"]),
    ("image: 'postgres:17'", ["/var/lib/postgresql/data", "/run/postgresql", "/tmp"]),
    ("image: 'postgres:18-alpine'", ["/var/lib/postgresql", "/run/postgresql", "/tmp"]),
    (
      "image: 'postgres:16', environment: [{ name: PGDATA, value: /data/pg }]",
      ["/data/pg", "/run/postgresql", "/tmp"]
    ),
    ("image: mysql", ["/var/lib/mysql", "/run/mysqld", "/tmp"]), ("image: redis", ["/data"]),
    ("image: memcached", []), ("image: mongo", ["/data/db", "/data/configdb", "/tmp"]),
    (
      "image: opensearchproject/opensearch",
      [
        "/usr/share/opensearch/data", "/usr/share/opensearch/logs", "/usr/share/opensearch/config",
        "/tmp",
      ]
    ),
    ("image: 'influxdb:2.7'", []),
    ("image: 'influxdb:3-core'", ["/var/lib/influxdb3/data", "/var/lib/influxdb3/plugins"]),
    (
      "image: 'public.ecr.aws/datadog/agent:7'",
      ["/etc/datadog-agent", "/opt/datadog-agent/run", "/tmp"]
    ),
    ("image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable'", []),
    (
      "image: 'public.ecr.aws/docker/library/nginx:1.29@sha256:00'", ["/var/cache/nginx", "/run"]
    ),
    ("image: 'hashicorp/consul-ecs:0.9'", ["/consul"]),
    ("image: 'envoyproxy/envoy:v1.36'", ["/tmp"]),
    ("image: 'trfk/supervised', command: [/usr/bin/supervisord, -n]", ["/tmp"]),
  ])
  func `an image needs what the catalogue says of it`(
    _ container: String,
    _ paths: [String]
  ) throws {
    let needs = try TaskSample(container: container).needs()
    #expect(needs.needs.map(\.path) == paths)
    #expect(needs.needs.allSatisfy { $0.grade == .presumed || !$0.sources.isEmpty })
  }

  @Test func `a repository of one's own that is called like a known image is a guess`() throws {
    let needs = try TaskSample(
      container: "image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/nginx:1'"
    ).needs()
    #expect(needs.basis == .inferred)
    #expect(needs.needs.allSatisfy { $0.grade == .presumed })
    #expect(needs.warnings.contains { $0.en.contains("called like `nginx`") })
  }

  @Test func `an unknown image needs nothing that is known, and says so`() throws {
    let needs = try TaskSample(container: "image: 'acme/shop:1'").needs()
    #expect(needs.basis == .unknown)
    #expect(needs.needs.isEmpty)
    #expect(needs.warnings.contains { $0.en.contains("not in the catalogue") })
    #expect(needs.warnings.contains { $0.ja.contains("--writable") })
  }

  @Test func `what is writable already is not needed`() throws {
    let needs = try TaskSample(
      container: """
        image: 'postgres:17', \
        mountPoints: [{ sourceVolume: data, containerPath: /var/lib/postgresql }], \
        linuxParameters: { tmpfs: [{ containerPath: /var/run, size: 16 }] }
        """
    ).needs()
    #expect(needs.needs.map(\.path) == ["/tmp"])
  }

  @Test func `nothing is written to a mount that is read-only as it is`() throws {
    let needs = try TaskSample(
      container: """
        image: nginx, \
        mountPoints: [{ sourceVolume: run, containerPath: /run, readOnly: true }]
        """
    ).needs()
    #expect(needs.needs.map(\.path) == ["/var/cache/nginx"])
  }

  @Test func `volumes of another container count, and those that can not be seen are told`() throws
  {
    let needs = try TaskSample(
      """
      containerDefinitions:
        - { name: web, image: nginx, volumesFrom: [{ sourceContainer: app }, { sourceContainer: x }] }
        - { name: app, image: app, mountPoints: [{ sourceVolume: v, containerPath: /run }] }
      """
    ).needs()
    #expect(needs.needs.map(\.path) == ["/var/cache/nginx"])
    #expect(needs.warnings.contains { $0.en.contains("Not all mounts") })
  }

  @Test func `a Dockerfile tells of volumes, of prepared folders and of what they hide`() throws {
    let needs = try TaskSample(
      container: "image: shop",
      dockerfiles: [
        "shop": """
        FROM eclipse-temurin:21
        ENV TMPDIR=/scratch JAVA_OPTS="-Xmx1g -Djava.io.tmpdir=/work/tmp"
        RUN mkdir -p /var/lib/shop && chown app:app /var/lib/shop
        RUN chown -R app /app /var/spool/shop
        COPY --chown=app target /app/target
        VOLUME /uploads
        WORKDIR /app
        USER app
        ENTRYPOINT ["java", "-jar", "app.jar"]
        """
      ]
    ).needs()
    #expect(
      needs.needs.map { "\($0.path) \($0.grade.rawValue)" } == [
        "/tmp A", "/scratch B", "/work/tmp B", "/uploads A", "/var/lib/shop B",
        "/var/spool/shop C",
      ]
    )
    let spool = try #require(needs.needs.last)
    #expect(spool.sources == ["shop/Dockerfile:4"])
    #expect(needs.warnings.contains { $0.en.contains("makes `/app` writable") })
    #expect(
      needs.warnings.contains {
        $0.en.contains("makes `/var/spool/shop` writable; whether the image ships files")
      }
    )
    #expect(needs.basis == .inferred)
  }

  @Test func `the command of the image counts until the container has its own entry point`() throws
  {
    let dockerfile = "FROM python:3.14\nWORKDIR /app\nCMD gunicorn app:main"
    let needs = try TaskSample(container: "image: api", dockerfiles: ["api": dockerfile]).needs()
    #expect(needs.needs.map(\.path) == ["/tmp"])
    let other = try TaskSample(
      container: "image: api, entryPoint: [flask]",
      dockerfiles: ["api": dockerfile]
    ).needs()
    #expect(other.needs.isEmpty)
  }

  @Test func `a path in an unknown working directory is told, not guessed`() throws {
    let needs = try TaskSample(container: "image: 'ruby:3.4', command: [puma]").needs()
    #expect(needs.needs.map(\.path) == ["/tmp"])
    #expect(needs.needs.first?.mode == "1777")
    #expect(needs.warnings.filter { $0.en.contains("`WORKDIR/") }.count == 2)
  }

  @Test func `paths that are given are needed, and mere presumptions then are not`() throws {
    let options = MountOptions.with {
      $0.writablePaths = ["web=/var/run/app", "other=/x", "/cache"].compactMap(DeclaredPath.init)
    }
    let needs = try TaskSample(container: "image: 'node:22', command: [npm, start]").needs(options)
    #expect(needs.needs.map(\.path) == ["/run/app", "/cache"])
    #expect(needs.basis == .declared)
  }

  @Test(arguments: ["/", "tmp", "web=", "web=tmp", "/a/../b", "/dev/shm", "/proc/x", "/a b", ""])
  func `a path that nothing can be mounted upon is refused`(_ text: String) {
    #expect(DeclaredPath(text) == nil)
  }

  @Test func `what a secret variable holds is told nowhere`() throws {
    var sample = try TaskSample(
      container: "image: 'postgres:17', environment: [{ name: PGDATA, value: /hidden/place }]"
    )
    let shown = try sample.needs()
    #expect(shown.needs.first?.path == "/hidden/place")
    sample = sample.hiding("/hidden/place")
    #expect(try sample.needs().needs.allSatisfy { !$0.path.contains("hidden") })
  }
}

extension TaskSample {
  /// The sample with the values that read `text` marked as secrets.
  fileprivate func hiding(_ text: String) -> TaskSample {
    func hidden(_ value: Value) -> Value {
      var value = value
      switch value.content {
      case .list(let elements): value.content = .list(elements.map(hidden))
      case .object(let object):
        let members = object.members.map {
          ValueObject.Member($0.name, hidden($0.value), key: $0.key)
        }
        value.content = .object(ValueObject(members))
      default: value.isSensitive = value.text == text
      }
      return value
    }
    var sample = self
    var resource = taskDefinition
    resource.properties = hidden(resource.properties)
    sample.inventory.add(resource)
    return sample
  }
}
