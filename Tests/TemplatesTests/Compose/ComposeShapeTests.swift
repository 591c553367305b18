import Inventory
import SourceText
import Templates
import Testing

@Suite struct ComposeShapeTests {
  @Test func `a service takes the shape of a container`() throws {
    let text = """
      name: shop
      services:
        web:
          image: nginx:1.29
          user: "1000:1000"
          privileged: true
          read_only: yes
          init: true
          cap_add: [net_admin, CAP_SYS_TIME]
          cap_drop: [ALL]
          security_opt: ["no-new-privileges:true"]
          pid: host
          ipc: service:db
          network_mode: host
          userns_mode: host
          mem_limit: 512m
          cpus: 0.5
          command: sh -c "exec 'a b'"
          tmpfs: /run:size=64m,noexec
          devices: ["/dev/fuse:/dev/fuse:rwm"]
          ulimits: { nproc: 64, nofile: { soft: 10, hard: 20 } }
          sysctls: [net.core.somaxconn=1024]
          extra_hosts: ["db:10.0.0.2", "cache=10.0.0.3"]
          profiles: [debug]
          logging: { driver: syslog, options: { syslog-address: "tcp://x" } }
      """
    let web = try #require(service("web", in: text))
    let expected = [
      "image": "nginx:1.29", "user": "1000:1000", "privileged": "true",
      "readonlyRootFilesystem": "true", "pidMode": "host", "ipcMode": "service:db",
      "networkMode": "host", "usernsMode": "host", "memory": "512", "cpu": "512",
      "command": "[sh, -c, exec 'a b']", "dockerSecurityOptions": "[no-new-privileges:true]",
      "ulimits":
        "[{name: nproc, softLimit: 64, hardLimit: 64}, {name: nofile, softLimit: 10, hardLimit: 20}]",
      "systemControls": "[{namespace: net.core.somaxconn, value: 1024}]",
      "extraHosts":
        "[{hostname: db, ipAddress: 10.0.0.2}, {hostname: cache, ipAddress: 10.0.0.3}]",
      "profiles": "[debug]",
      "logConfiguration": "{logDriver: syslog, options: {syslog-address: tcp://x}}",
    ]
    for (name, brief) in expected { #expect(web[name]?.brief == brief, "\(name)") }
    let linux = web["linuxParameters"]
    #expect(linux?["capabilities"]?.brief == "{add: [NET_ADMIN, SYS_TIME], drop: [ALL]}")
    #expect(
      linux?["tmpfs"]?.brief == "[{containerPath: /run, size: 64, mountOptions: [noexec]}]"
    )
    #expect(
      linux?["devices"]?.brief
        == "[{hostPath: /dev/fuse, containerPath: /dev/fuse, permissions: rwm}]"
    )
    #expect(linux?["initProcessEnabled"]?.brief == "true")
  }

  @Test(arguments: [
    ("\"8080:80\"", "{containerPort: 80, hostPort: 8080}"),
    ("80", "{containerPort: 80}"),
    ("\"127.0.0.1:81:8001/udp\"", "{containerPort: 8001, hostPort: 81, protocol: udp}"),
    ("\"127.0.0.1::80\"", "{containerPort: 80}"),
    ("\"[::1]:90:91\"", "{containerPort: 91, hostPort: 90}"),
    (
      "\"90-91:8080-8081\"",
      "{containerPort: 8080, containerPortRange: 8080-8081, hostPort: 90}"
    ),
    ("\"70-8000\"", "{containerPort: 70, containerPortRange: 70-8000}"),
    (
      "{ target: 80, published: \"8080\", protocol: tcp }",
      "{containerPort: 80, hostPort: 8080, protocol: tcp}"
    ),
    ("\"${PORT}:80\"", "{containerPort: 80, hostPort: ?parameter(PORT)}"),
    ("\"${PORT:-8080}:80\"", "{containerPort: 80, hostPort: 8080}"),
    ("\"0:80\"", "{containerPort: 80}"),
    ("http", "{containerPort: ?malformed(expected: 8080:80)}"),
    ("[80]", "?malformed(expected: 8080:80)"),
    ("\"99999:80\"", "{containerPort: 80, hostPort: ?malformed(expected: 8080:80)}"),
  ])
  func `ports are understood in every form`(port: String, expected: String) throws {
    let web = try #require(service("web", in: "services: {web: {image: a, ports: [\(port)]}}"))
    #expect(web["portMappings"]?.list?.first?.brief == expected)
  }

  @Test(arguments: [
    (
      "/var/run/docker.sock:/sock:ro",
      "{name: /var/run/docker.sock, host: {sourcePath: /var/run/docker.sock}}"
    ),
    ("./data:/data", "{name: ./data, host: {sourcePath: ./data}}"),
    ("\"~/x:/data\"", "{name: ~/x, host: {sourcePath: ~/x}}"),
    ("'C:\\data:C:\\data:ro'", "{name: C:\\data, host: {sourcePath: C:\\data}}"),
    (
      "files:/files",
      "{name: files, dockerVolumeConfiguration: {driver: local, driverOpts: {device: /etc}}}"
    ),
    ("other:/files", "{name: other}"),
    (
      "{ type: bind, source: /etc, target: /e, read_only: true }",
      "{name: /etc, host: {sourcePath: /etc}}"
    ),
    ("\"${DIR}/x:/y\"", "{name: ?parameter(DIR)/x, host: {sourcePath: ?parameter(DIR)/x}}"),
    ("\"${DIR:-/etc}/x:/y\"", "{name: /etc/x, host: {sourcePath: /etc/x}}"),
  ])
  func `volumes are understood in every form`(volume: String, expected: String) throws {
    let text = """
      services: {web: {image: a, volumes: [\(volume)]}}
      volumes: {files: {driver: local, driver_opts: {device: /etc}}}
      """
    let web = try #require(service("web", in: text))
    #expect(web["volumes"]?.list?.first?.brief == expected)
    #expect(web["mountPoints"]?.list?.count == 1)
  }

  @Test func `an anonymous volume mounts nothing of the host`() throws {
    let text = "services: {web: {image: a, volumes: [/data, {type: tmpfs, target: /run}]}}"
    let web = try #require(service("web", in: text))
    #expect(web["volumes"]?.list?.isEmpty == true)
    #expect(web["linuxParameters"]?["tmpfs"]?.brief == "[{containerPath: /run}]")
  }

  @Test(arguments: [
    ("mem_limit: 1g", "1024"), ("mem_limit: 1073741824", "1024"), ("mem_limit: 1.5GiB", "1536"),
    ("mem_limit: 0", "nil"), ("mem_limit: lots", "?malformed(expected: 512m)"),
    ("mem_limit: \"${M}\"", "?parameter(M)"), ("mem_limit: \"${M:-64m}\"", "64"),
    ("deploy: { resources: { limits: { memory: 50M } } }", "50"),
    ("deploy: { resources: { reservations: { memory: 50M } } }", "nil"), ("deploy:", "nil"),
  ])
  func `a memory limit is told in MiB`(line: String, expected: String) throws {
    let web = try #require(service("web", in: "services:\n  web:\n    image: a\n    \(line)\n"))
    #expect(web["memory"]?.brief ?? "nil" == expected)
  }

  @Test(arguments: [
    ("{ test: [CMD, /check] }", "[CMD, /check]"),
    (
      "{ test: curl localhost }",
      "[CMD-SHELL, curl localhost]"
    ),
    ("{ disable: true }", "[NONE]"), ("{ test: [NONE] }", "[NONE]"),
    ("{ interval: 5s }", "nil"), ("{ test: [CMD, a], disable: \"${OFF}\" }", "?parameter(OFF)"),
  ])
  func `a health check keeps its command`(check: String, expected: String) throws {
    let web = try #require(service("web", in: "services: {web: {image: a, healthcheck: \(check)}}"))
    #expect(web["healthCheck"]?["command"]?.brief ?? "nil" == expected)
  }

  @Test func `variables of a service are told with the bytes that give them`() throws {
    let text = """
      services:
        web:
          image: a
          env_file: [web.env, { path: none.env, required: false }]
          environment:
            - LEVEL=info
            - TOKEN
            - URL=https://${HOST}/x
      """
    let files = ["web.env": "LEVEL=debug\nexport PASSWORD='p$w'  # no\n", ".env": "TOKEN=t0ken\n"]
    let web = try #require(service("web", in: text, files: files))
    let variables = web["environment"]?.list ?? []
    #expect(
      variables.map(\.brief) == [
        "{name: LEVEL, value: info}", "{name: PASSWORD, value: p$w}", "{name: TOKEN, value: t0ken}",
        "{name: URL, value: https://?parameter(HOST)/x}",
      ]
    )
    #expect(variables[1]["value"]?.owner == "p$w")
    #expect(variables[1]["value"]?.origin?.file.path == "web.env")
    #expect(variables[1]["value"]?.origin?.position.column == 18)
  }

  @Test func `a file of variables that is missing leaves a variable unknown`() throws {
    let unit = try #require(
      units("services: {web: {image: a, env_file: .secrets}}", path: "compose.yaml").first
    )
    #expect(unit.codes == ["compose.env-file-unread"])
    let web = unit.inventories[0].resources[0].properties
    #expect(web["environment"]?.list?.first?.unknownReason == .unreadFile(".secrets"))
  }
}

/// The properties of the service `name` of a Compose file.
func service(
  _ name: String,
  in text: String,
  path: String = "compose.yaml",
  files: [String: String] = [:]
) -> Value? {
  units(text, path: path, files: files).first?.inventories[0][ResourceID(name)]?.properties
}
