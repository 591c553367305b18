import Inventory
import SourceText
import Templates
import Testing

@Suite struct CopilotTests {
  static let api = """
    name: api
    type: Load Balanced Web Service
    image:
      build: ./api/Dockerfile
      port: 8080
      healthcheck:
        command: ["CMD-SHELL", "curl -f http://localhost:8080 || exit 1"]
        interval: 10s
    cpu: 512
    memory: 1024
    count: 2
    exec: true
    command: serve --port 8080
    http: { path: "/" }
    network:
      vpc:
        placement: private
        security_groups: [sg-05d7cd12cceeb9a6e]
    storage:
      readonly_fs: true
      ephemeral: 100
      volumes:
        data:
          path: /data
          efs: { id: fs-12345678, root_dir: /, auth: { iam: true } }
    variables:
      LOG_LEVEL: info
      TABLE: { from_cfn: table-name }
    secrets:
      GITHUB_TOKEN: /copilot/app/test/secrets/token
      DB: { secretsmanager: "demo/test/mysql" }
    sidecars:
      nginx:
        port: 80
        image: nginx:1.29
        essential: false
        mount_points: [{ source_volume: data, path: /html, read_only: false }]
    environments:
      test:
        storage: { readonly_fs: false }
        network: { vpc: { placement: public } }
      production:
        count: { range: 2-10 }
        image: { location: "nginx:latest" }
    """

  @Test func `a service becomes what Copilot deploys`() throws {
    let unit = try #require(units(Self.api, path: "copilot/api/manifest.yml").first)
    #expect(unit.format == .copilot)
    #expect(unit.codes == [])
    #expect(
      unit.resourceNames == [
        "api/TaskDefinition", "api/Service", "api/LogGroup", "api/ExecutionRole", "api/TaskRole",
      ]
    )
    let task = try #require(unit.inventories[0][ResourceID("api/TaskDefinition")]).properties
    #expect(task["networkMode"]?.brief == "awsvpc")
    #expect(task["requiresCompatibilities"]?.brief == "[FARGATE]")
    #expect(task["cpu"]?.brief == "512" && task["cpu"]?.origin?.position.line == 9)
    #expect(task["ephemeralStorage"]?.brief == "{sizeInGiB: 100}")
    #expect(task["taskRoleArn"]?.brief == "<api/TaskRole.Arn>")
    let volume = task["volumes"]?.list?.first
    #expect(volume?["efsVolumeConfiguration"]?["transitEncryption"]?.brief == "ENABLED")
    #expect(volume?["efsVolumeConfiguration"]?["authorizationConfig"]?.brief == "{iam: ENABLED}")
    let containers = task["containerDefinitions"]?.list ?? []
    #expect(containers.compactMap { $0["name"]?.brief } == ["api", "nginx"])
    let api = containers[0]
    #expect(api["image"]?.brief.contains("/api@sha256:") == true)
    #expect(api["image"]?.owner == "./api/Dockerfile")
    #expect(api["command"]?.brief == "[serve, --port, 8080]")
    #expect(api["readonlyRootFilesystem"]?.origin?.position.line == 20)
    #expect(api["healthCheck"]?["interval"]?.brief == "10")
    #expect(api["portMappings"]?.brief == "[{containerPort: 8080}]")
    #expect(
      api["secrets"]?.list?.compactMap { $0["valueFrom"]?.brief }
        == ["/copilot/app/test/secrets/token", "demo/test/mysql"]
    )
    #expect(api["environment"]?.list?.count == 5)
    #expect(api["environment"]?.list?.last?["value"]?.unknownReason == .importedValue("table-name"))
    #expect(
      api["mountPoints"]?.brief
        == "[{sourceVolume: data, containerPath: /data, readOnly: true}]"
    )
    #expect(containers[1]["essential"]?.brief == "false")
    #expect(containers[1]["mountPoints"]?.list?.first?["readOnly"]?.brief == "false")
  }

  @Test func `each environment is judged as it changes the manifest`() throws {
    let unit = try #require(units(Self.api, path: "copilot/api/manifest.yml").first)
    #expect(
      unit.scenarios == [
        ["environment=false: test, production"], ["environment=true: test"],
        ["environment=true: production"],
      ]
    )
    func container(_ index: Int) -> Value? {
      unit.inventories[index][ResourceID("api/TaskDefinition")]?
        .properties["containerDefinitions"]?.list?.first
    }
    #expect(container(0)?["readonlyRootFilesystem"]?.brief == "true")
    #expect(container(1)?["readonlyRootFilesystem"]?.brief == "false")
    #expect(container(1)?["readonlyRootFilesystem"]?.origin?.position.line == 40)
    #expect(container(2)?["image"]?.brief == "nginx:latest")
    let addresses = unit.inventories.map { inventory in
      inventory[ResourceID("api/Service")]?.properties["networkConfiguration"]?[
        "awsvpcConfiguration"
      ]?["assignPublicIp"]
    }
    #expect(addresses.compactMap { $0?.brief } == ["DISABLED", "ENABLED", "DISABLED"])
    #expect(addresses[1]?.owner == "public")
  }

  @Test func `a service is public unless it says otherwise`() throws {
    let unit = try #require(units("name: w\ntype: Backend Service\nimage: {location: a}").first)
    let service = try #require(unit.inventories[0][ResourceID("w/Service")]).properties
    let address = service["networkConfiguration"]?["awsvpcConfiguration"]?["assignPublicIp"]
    #expect(address?.brief == "ENABLED")
    #expect(address?.owner == "Backend Service")
    #expect(service["loadBalancers"] == nil)
    #expect(service["launchType"]?.brief == "FARGATE")
  }

  @Test func `logs may go through a router, and traces through a collector`() throws {
    let text = """
      name: w
      type: Worker Service
      image: { location: a }
      logging: { destination: { Name: cloudwatch }, retention: 7 }
      observability: { tracing: awsxray }
      count: { spot: 2 }
      """
    let unit = try #require(units(text).first)
    let task = try #require(unit.inventories[0][ResourceID("w/TaskDefinition")]).properties
    let containers = task["containerDefinitions"]?.list ?? []
    #expect(
      containers.compactMap { $0["name"]?.brief }
        == ["w", "firelens_log_router", "aws-otel-collector"]
    )
    #expect(containers[0]["logConfiguration"]?["logDriver"]?.brief == "awsfirelens")
    #expect(containers[1]["firelensConfiguration"]?["type"]?.brief == "fluentbit")
    let group = try #require(unit.inventories[0][ResourceID("w/LogGroup")]).properties
    #expect(group["retentionInDays"]?.brief == "7")
    let service = try #require(unit.inventories[0][ResourceID("w/Service")]).properties
    #expect(service["capacityProviderStrategy"]?.list?.count == 1)
  }

  @Test func `a job is run by a state machine`() throws {
    let text = """
      name: report
      type: Scheduled Job
      image: { location: a }
      on: { schedule: "@daily" }
      network: { vpc: { placement: private } }
      """
    let unit = try #require(units(text).first)
    let target = try #require(unit.inventories[0].subjects(of: "ecsTarget").first)
    let address = target.lookup([
      "ecsTarget", "EcsParameters", "NetworkConfiguration", "awsvpcConfiguration", "AssignPublicIp",
    ])
    #expect(address.values.map(\.brief) == ["DISABLED"])
  }

  @Test func `overrides of the task definition are applied`() throws {
    let text = """
      name: w
      type: Backend Service
      image: { location: a }
      taskdef_overrides:
        - path: "ContainerDefinitions[0].User"
          value: "1000"
        - path: "ContainerDefinitions[0].Ulimits[-].Name"
          value: nofile
        - path: "ContainerDefinitions[0].LinuxParameters.Capabilities.Drop[-]"
          value: ALL
        - path: "ContainerDefinitions[7].User"
          value: root
        - path: PidMode
          value: task
        - oops
      """
    let unit = try #require(units(text).first)
    #expect(unit.codes == ["copilot.override-failed", "copilot.wrong-type"])
    #expect(unit.diagnostics.compactMap { $0.location?.position.line } == [11, 15])
    let task = try #require(unit.inventories[0][ResourceID("w/TaskDefinition")]).properties
    let container = task["containerDefinitions"]?.list?.first
    #expect(container?["user"]?.owner == "\"1000\"")
    #expect(container?["ulimits"]?.brief == "[{name: nofile}]")
    #expect(container?["linuxParameters"]?.brief == "{capabilities: {drop: [ALL]}}")
    #expect(task["pidMode"]?.brief == "task")
  }

  @Test func `patches of the generated template are applied where they hit`() throws {
    let patches = """
      - op: add
        path: /Resources/TaskDefinition/Properties/ContainerDefinitions/0/ReadonlyRootFilesystem
        value: true
      - op: replace
        path: /Resources/Service/Properties/NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp
        value: !Ref PublicIp
      - op: remove
        path: /Resources/TaskRole
      - op: remove
        path: /Resources/TaskDefinition/Properties/Nothing
      - op: add
        path: /Resources/Bucket/Properties/Tags/-
        value: { Key: a }
      - op: move
      """
    let unit = try #require(
      units(
        "name: w\ntype: Backend Service\nimage: {location: a}",
        path: "copilot/w/manifest.yml",
        files: [
          "copilot/w/overrides/cfn.patches.yml": patches, "copilot/w/overrides/cdk.json": "{}",
        ]
      ).first
    )
    #expect(
      unit.codes == ["copilot.cdk-overrides", "copilot.wrong-type", "copilot.override-failed"]
    )
    #expect(unit.included == ["copilot/w/overrides/cfn.patches.yml"])
    let inventory = unit.inventories[0]
    let task = try #require(inventory[ResourceID("w/TaskDefinition")]).properties
    let flag = task["containerDefinitions"]?.list?.first?["readonlyRootFilesystem"]
    #expect(flag?.brief == "true")
    #expect(flag?.origin?.file.path == "copilot/w/overrides/cfn.patches.yml")
    #expect(flag?.origin?.position.line == 3)
    let service = try #require(inventory[ResourceID("w/Service")]).properties
    let address = service["networkConfiguration"]?["awsvpcConfiguration"]?["assignPublicIp"]
    #expect(address?.unknownReason == .function("Ref"))
    #expect(inventory[ResourceID("w/TaskRole")] == nil)
  }

  @Test func `variables of the shell are unknown, that of the environment is not`() throws {
    let text = """
      name: w
      type: Backend Service
      image: { location: "repo:${TAG}" }
      command: echo $HOME
      variables: { STAGE: "${COPILOT_ENVIRONMENT_NAME}" }
      environments: { prod: { cpu: 512 } }
      """
    let unit = try #require(units(text).first)
    #expect(unit.parameters == ["COPILOT_ENVIRONMENT_NAME", "TAG"])
    let container = unit.inventories[1][ResourceID("w/TaskDefinition")]?
      .properties["containerDefinitions"]?.list?.first
    #expect(container?["image"]?.brief == "repo:?parameter(TAG)")
    #expect(container?["command"]?.brief == "[echo, $HOME]")
    #expect(container?["environment"]?.list?.last?["value"]?.brief == "prod")
  }

  @Test func `an environment has a cluster`() throws {
    let text = "name: test\ntype: Environment\nobservability: {container_insights: true}"
    let unit = try #require(units(text).first)
    let cluster = try #require(unit.inventories[0][ResourceID("test/Cluster")]).properties
    #expect(cluster["settings"]?.brief == "[{name: containerInsights, value: enabled}]")
  }

  @Test(arguments: [
    "name: w\ntype: Request-Driven Web Service", "name: w\ntype: Static Site",
  ])
  func `what does not run on ECS is noted`(text: String) throws {
    let unit = try #require(units(text).first)
    #expect(unit.codes == ["copilot.not-on-ecs"])
    #expect(unit.inventories.allSatisfy { $0.resources.isEmpty })
  }

  @Test(arguments: [
    "variables: [a]", "secrets: text", "sidecars: [a]", "sidecars: {x: text}", "image: [a]",
    "storage: {volumes: [a]}", "command: {a: b}", "image: {healthcheck: no}",
    "taskdef_overrides: {a: b}", "taskdef_overrides: [{path: \"\", value: 1}]", "cpu: [a]",
  ])
  func `a value of the wrong type is reported, never fatal`(line: String) throws {
    let unit = try #require(units("name: w\ntype: Backend Service\n\(line)\n").first)
    #expect(!unit.diagnostics.isEmpty)
    #expect(unit.resourceNames.contains("w/TaskDefinition"))
  }

  @Test(arguments: [
    "network: text", "network: {vpc: []}", "count: [a]", "environments: text",
    "environments: {a: text}", "exec: [x]", "http: [x]", "logging: text", "platform: {a: b}",
  ])
  func `an odd value elsewhere does no harm`(line: String) throws {
    let unit = try #require(units("name: w\ntype: Backend Service\n\(line)\n").first)
    #expect(unit.resourceNames.contains("w/Service"))
  }
}
