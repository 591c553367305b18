import Posture
import SourceText
import Syntax
import Templates
import Testing

/// Compose files and Copilot manifests by the controls that judge them.
@Suite struct DeploymentToolTests {
  @Test func `a manifest and the task definition it stands for are found guilty of the same`() {
    let manifest = """
      name: api
      type: Backend Service
      image: { location: "nginx:latest" }
      cpu: 256
      memory: 512
      variables: { DB_PASSWORD: hunter2-Correct-Horse }
      storage: { readonly_fs: false }
      sidecars:
        proxy: { image: "envoyproxy/envoy:v1.36" }
      taskdef_overrides:
        - { path: "ContainerDefinitions[0].User", value: root }
        - { path: "ContainerDefinitions[0].Privileged", value: true }
      """
    let definition = """
      { "family": "api", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
        "cpu": "256", "memory": "512",
        "taskRoleArn": "arn:aws:iam::123456789012:role/task",
        "executionRoleArn": "arn:aws:iam::123456789012:role/execution",
        "tags": [{"key": "copilot-service", "value": "api"}],
        "containerDefinitions": [
          { "name": "api", "image": "nginx:latest", "user": "root", "privileged": true,
            "readonlyRootFilesystem": false,
            "environment": [{"name": "DB_PASSWORD", "value": "hunter2-Correct-Horse"}],
            "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "api"}} },
          { "name": "proxy", "image": "envoyproxy/envoy:v1.36",
            "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "api"}} }
        ] }
      """
    let ours = failures(manifest, path: "copilot/api/manifest.yml", of: "ecs.td.")
    let theirs = failures(definition, path: "task.json", of: "ecs.td.")
    #expect(ours == theirs)
    #expect(
      ours.isSuperset(of: ["ecs.td.privileged", "ecs.td.readonly-root", "ecs.td.env-secrets"])
    )
  }

  @Test func `a manifest that hardens everything has little left to find`() {
    let manifest = """
      name: api
      type: Load Balanced Web Service
      image:
        build: Dockerfile
        port: 8080
        healthcheck: { command: [CMD, /api, health] }
      http: { path: / }
      network: { vpc: { placement: private } }
      storage: { readonly_fs: true }
      secrets: { DB_PASSWORD: /copilot/app/db }
      taskdef_overrides:
        - { path: "ContainerDefinitions[0].User", value: "1000" }
        - { path: "ContainerDefinitions[0].LinuxParameters.Capabilities.Drop[-]", value: ALL }
      """
    let found = failures(manifest, path: "copilot/api/manifest.yml", of: "ecs.")
    #expect(found.isSubset(of: ["ecs.td.fault-injection", "ecs.td.isolation-mode"]), "\(found)")
  }

  @Test func `an environment that loosens a manifest is named`() throws {
    let manifest = """
      name: api
      type: Backend Service
      image: { location: "web:1.4" }
      network: { vpc: { placement: private } }
      environments:
        test:
          network: { vpc: { placement: public } }
        prod: { count: 4 }
      """
    let findings = scan(manifest, path: "copilot/api/manifest.yml").filter {
      $0.control == "ecs.svc.public-ip"
    }
    #expect(findings.map(\.verdict) == [.fail])
    #expect(findings.first?.condition?.en == "environment (test)")
    #expect(findings.first?.location.position.line == 7)
    #expect(findings.first?.location.position.column == 34)
  }

  @Test func `a Compose file with parameters of the ECS CLI is judged as a task definition`() {
    let compose = """
      version: "3"
      services:
        web: { image: "nginx:1.29", privileged: true, ports: ["80:80"] }
        db: { image: "postgres:18", volumes: ["/etc:/host"] }
      """
    let params = """
      version: 1
      task_definition:
        ecs_network_mode: awsvpc
        pid_mode: host
        task_role_arn: app
        task_size: { cpu_limit: 256, mem_limit: 0.5GB }
        services: { db: { mem_limit: 256m, essential: false } }
      run_params:
        network_configuration:
          awsvpc_configuration: { subnets: [subnet-1], assign_public_ip: ENABLED }
      """
    let found = failures(
      compose,
      path: "shop/docker-compose.yml",
      of: "ecs.",
      files: ["shop/ecs-params.yml": params]
    )
    let expected: Set = [
      "ecs.td.privileged", "ecs.td.host-pid", "ecs.td.host-mounts", "ecs.svc.public-ip",
      "ecs.td.nonroot-linux",
    ]
    #expect(found.isSuperset(of: expected), "\(found)")
    let alone = failures(params, path: "shop/ecs-params.yml", of: "ecs.")
    #expect(alone.isSuperset(of: ["ecs.td.host-pid", "ecs.svc.public-ip"]), "\(alone)")
    #expect(!alone.contains("ecs.td.privileged"))
  }

  @Test func `a Compose file for the ECS integration of Docker is judged as a service`() {
    let compose = """
      x-aws-cluster: main
      services:
        web:
          image: "nginx:1.29"
          read_only: true
          deploy: { resources: { limits: { cpus: "0.5", memory: 2Gb } } }
          x-aws-policies: ["arn:aws:iam::aws:policy/AdministratorAccess"]
      """
    let found = failures(compose, path: "compose.yaml", of: "")
    #expect(found.contains("ecs.svc.public-ip"))
    #expect(found.contains("iam.admin-policy-attached"))
    #expect(!found.contains("ecs.td.readonly-root") && !found.contains("ecs.td.awsvpc"))
    #expect(!found.contains("ecs.td.cpu-memory-valid"))
  }

  @Test func `values of variables, commands and build arguments of a service are not to be shown`()
  {
    let text = """
      services:
        web:
          build: { context: ., args: { NPM_TOKEN: npm-123 } }
          environment: { DB_PASSWORD: hunter2 }
          env_file: .secrets
          command: run --now
      """
    let file = SourceFile(path: "compose.yaml", text: text)
    let options = TemplateOptions(loader: Files(files: [".secrets": "KEY=s3cret\n"]))
    let unit = Templates.read(YAMLParser.parse(file), options: options)[0]
    let result = Scanner(.embedded()).scan(unit.inventories, in: file)
    let hidden = result.redactions.flatMap { file, ranges in ranges.map { file.text($0) } }
    #expect(Set(hidden) == ["npm-123", "hunter2", "run --now", "s3cret"])
  }

  @Test func `a finding in a Compose file points at the value that decides`() throws {
    let text = """
      services:
        web:
          image: web:1.4
          cap_drop: [ALL]
          cap_add:
            - NET_BIND_SERVICE
            - cap_sys_admin
          volumes:
            - ./data:/data
            - /var/run/docker.sock:/var/run/docker.sock
      """
    let findings = scan(text, path: "compose.yaml").filter { $0.verdict == .fail }
    func place(_ control: String) -> [Int]? {
      findings.first { $0.control == control }.map {
        [$0.location.position.line, $0.location.position.column]
      }
    }
    #expect(place("compose.capabilities") == [7, 9])
    #expect(place("compose.docker-socket") == [10, 9])
    #expect(place("compose.readonly-root") == [2, 3])
    #expect(!findings.contains { $0.control == "compose.sensitive-mount" })
  }

  /// A blog as a careful, a careless and a reticent author would write it.
  private static let good = """
    x-hardened: &hardened
      cap_drop: [ALL]
      security_opt: ["no-new-privileges:true"]
      read_only: true
      restart: unless-stopped
    services:
      blog:
        <<: *hardened
        image: ghost:6.0
        user: "1000:1000"
        ports: ["127.0.0.1:${BLOG_PORT:-2368}:2368"]
        tmpfs: [/tmp]
        volumes: [content:/var/lib/ghost/content, "/etc/localtime:/etc/localtime:ro"]
        mem_limit: 512m
        healthcheck: { test: [CMD, node, /check.js] }
        depends_on: { db: { condition: service_healthy } }
      db:
        <<: *hardened
        image: mysql:8.4
        tmpfs: [/tmp, /run/mysqld]
        volumes: [data:/var/lib/mysql]
        deploy: { resources: { limits: { memory: 1G } } }
        healthcheck: { test: mysqladmin ping }
        environment: { MYSQL_PASSWORD_FILE: /run/secrets/db }
        secrets: [db]
    volumes: { content: , data: }
    secrets: { db: { file: ./db.txt } }
    """

  private static let bad = """
    version: "2.4"
    services:
      blog:
        image: ghost
        privileged: true
        pid: host
        ipc: host
        network_mode: host
        userns_mode: host
        cap_add: [ALL]
        security_opt: ["seccomp:unconfined"]
        ports: ["80:2368"]
        volumes:
          - /var/run/docker.sock:/var/run/docker.sock
          - /root:/backup
        healthcheck: { disable: true }
    """

  private static let reticent = """
    services:
      blog:
        image: ghost
        privileged: ${PRIVILEGED}
        pid: ${PID}
        ipc: ${IPC}
        network_mode: ${NETWORK}
        userns_mode: ${USERNS}
        cap_drop: ["${DROP}"]
        security_opt: ["${OPTIONS}"]
        read_only: ${READ_ONLY}
        mem_limit: ${MEMORY}
        ports: ["${PORT}:2368"]
        volumes: ["${DATA}:/data"]
        healthcheck: { test: [CMD, check], disable: "${UNCHECKED}" }
    """

  @Test func `a stack passes, fails or stays open as it was written`() {
    func verdicts(_ text: String, _ verdict: Verdict) -> Set<String> {
      let found = scan(text, path: "compose.yaml").filter { $0.verdict == verdict }
      return Set(found.map(\.control).filter { $0.hasPrefix("compose.") })
    }
    let every = verdicts(Self.good, .pass)
    #expect(every.count == 14)
    #expect(verdicts(Self.good, .fail).isEmpty && verdicts(Self.good, .unknown).isEmpty)
    #expect(verdicts(Self.bad, .fail) == every)
    #expect(verdicts(Self.reticent, .unknown) == every)
  }

  /// Files by path.
  private struct Files: SourceLoader {
    var files: [String: String] = [:]

    func load(_ path: String) -> Result<SourceFile, LoadError> {
      files[path].map { .success(SourceFile(path: path, text: $0)) }
        ?? .failure(LoadError(path: path, reason: "no such file"))
    }
  }

  private func scan(_ text: String, path: String, files: [String: String] = [:]) -> [Finding] {
    let file = SourceFile(path: path, text: text)
    let options = TemplateOptions(loader: Files(files: files))
    return Templates.read(Templates.parse(file), options: options).flatMap {
      Scanner(.embedded()).scan($0.inventories, in: file).findings
    }
  }

  private func failures(
    _ text: String,
    path: String,
    of prefix: String,
    files: [String: String] = [:]
  ) -> Set<String> {
    let failed = scan(text, path: path, files: files).filter { $0.verdict == .fail }
    return Set(failed.map(\.control).filter { $0.hasPrefix(prefix) })
  }
}
