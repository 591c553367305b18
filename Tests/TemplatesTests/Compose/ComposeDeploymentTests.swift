import Inventory
import SourceText
import Templates
import Testing

@Suite struct ComposeDeploymentTests {
  static let compose = """
    services:
      web:
        image: nginx:1.29
        ports: ["80:80"]
        healthcheck: { test: [CMD, check] }
      db:
        image: postgres:18
        mem_limit: 1g
        volumes: ["data:/data"]
    """
  static let params = """
    version: 1
    task_definition:
      ecs_network_mode: awsvpc
      task_role_arn: app
      task_execution_role: ecsTaskExecutionRole
      pid_mode: task
      task_size: { cpu_limit: 256, mem_limit: 0.5GB }
      services:
        web:
          essential: true
          cpu_shares: 100
          mem_limit: 256m
          init_process_enabled: true
          secrets: [{ value_from: /app/token, name: TOKEN }]
          healthcheck: { test: curl localhost, interval: 10s }
          logging: { secret_options: [{ value_from: /app/log, name: key }] }
      efs_volumes:
        - { name: files, filesystem_id: fs-1, transit_encryption: ENABLED, access_point: fsap-1, iam: ENABLED }
    run_params:
      network_configuration:
        awsvpc_configuration:
          subnets: [subnet-1]
          security_groups: [sg-1]
          assign_public_ip: ENABLED
    """

  @Test func `the ECS CLI makes one task definition and one service of a project`() throws {
    let unit = try #require(
      units(
        Self.compose,
        path: "shop/docker-compose.yml",
        files: ["shop/ecs-params.yml": Self.params]
      ).first
    )
    #expect(unit.included == ["shop/ecs-params.yml"])
    #expect(unit.resourceNames == ["web", "db", "shop/TaskDefinition", "shop/Service"])
    let task = try #require(unit.inventories[0][ResourceID("shop/TaskDefinition")]).properties
    let expected = [
      "family": "shop", "networkMode": "awsvpc", "pidMode": "task", "taskRoleArn": "app",
      "executionRoleArn": "ecsTaskExecutionRole", "cpu": "256", "memory": "0.5GB",
      "requiresCompatibilities": "[FARGATE]",
    ]
    for (name, brief) in expected { #expect(task[name]?.brief == brief, "\(name)") }
    #expect(task["cpu"]?.origin?.position.line == 7)
    let containers = task["containerDefinitions"]?.list ?? []
    let web = containers[0]
    #expect(web["image"]?.origin?.file.path == "shop/docker-compose.yml")
    #expect(web["memory"]?.brief == "256" && web["cpu"]?.brief == "100")
    #expect(web["linuxParameters"]?["initProcessEnabled"]?.brief == "true")
    #expect(web["secrets"]?.brief == "[{valueFrom: /app/token, name: TOKEN}]")
    #expect(web["healthCheck"]?.brief == "{command: [CMD-SHELL, curl localhost], interval: 10}")
    #expect(web["logConfiguration"]?["secretOptions"]?.list?.count == 1)
    #expect(containers[1]["memory"]?.brief == "1024")
    #expect(
      task["volumes"]?.list?.last?["efsVolumeConfiguration"]?.brief
        == "{fileSystemId: fs-1, transitEncryption: ENABLED, authorizationConfig: {accessPointId: fsap-1, iam: ENABLED}}"
    )
    let service = try #require(unit.inventories[0][ResourceID("shop/Service")]).properties
    let address = service["networkConfiguration"]?["awsvpcConfiguration"]?["assignPublicIp"]
    #expect(address?.brief == "ENABLED")
    #expect(address?.origin?.position.line == 24)
    #expect(service["taskDefinition"]?.brief == "<shop/TaskDefinition>")
  }

  @Test func `parameters of the ECS CLI alone leave the containers unknown`() throws {
    let unit = try #require(units(Self.params, path: "ecs-params.yml").first)
    #expect(unit.format == .ecsParams)
    let task = try #require(unit.inventories[0].resources.first).properties
    #expect(task["networkMode"]?.brief == "awsvpc")
    #expect(task["containerDefinitions"]?.unknownReason == .outside("docker-compose.yml"))
  }

  @Test func `a container without a size gets that of the ECS CLI`() throws {
    let unit = try #require(
      units(
        "services: {web: {image: a}}",
        path: "compose.yml",
        files: ["ecs-params.yml": "version: 1\ntask_definition: {services: {web: {essential: no}}}"]
      ).first
    )
    let container = unit.inventories[0].resources(of: .taskDefinition).first?
      .properties["containerDefinitions"]?.list?.first
    #expect(container?["memory"]?.brief == "512")
    #expect(container?["essential"]?.brief == "false")
  }

  @Test func `the ECS integration of Docker makes a service of each service`() throws {
    let text = """
      x-aws-cluster: main
      services:
        web:
          image: nginx:1.29
          ports: ["80:80"]
          pid: host
          deploy: { resources: { limits: { cpus: "0.5", memory: 2Gb } } }
          volumes: ["data:/data"]
          x-aws-role: { Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }
        db: { image: postgres:18 }
      volumes: { data: { external: true, name: fs-1234 } }
      """
    let unit = try #require(units(text, path: "compose.yaml").first)
    let inventory = unit.inventories[0]
    #expect(
      unit.resourceNames == [
        "web", "db", "web/TaskDefinition", "web/Service", "web/TaskExecutionRole", "web/TaskRole",
        "db/TaskDefinition", "db/Service", "db/TaskExecutionRole",
      ]
    )
    let task = try #require(inventory[ResourceID("web/TaskDefinition")]).properties
    #expect(task["cpu"]?.brief == "512" && task["memory"]?.brief == "2048")
    #expect(task["pidMode"]?.origin?.position.line == 6)
    let volume = task["volumes"]?.list?.first?["efsVolumeConfiguration"]
    #expect(volume?["fileSystemId"]?.brief == "fs-1234")
    let role = try #require(inventory[ResourceID("web/TaskRole")])
    #expect(role.kind == .role)
    #expect(role.properties["RolePolicyList"]?.list?.count == 1)
    let service = try #require(inventory[ResourceID("web/Service")]).properties
    #expect(service["cluster"]?.brief == "main" || service["clusterArn"]?.brief == "main")
    #expect(service["loadBalancers"]?.list?.count == 1)
    let other = try #require(inventory[ResourceID("db/TaskDefinition")]).properties
    #expect(other["cpu"]?.brief == "256" && other["memory"]?.brief == "512")
  }

  @Test(.timeLimit(.minutes(2)), arguments: [compose, params, CopilotTests.api])
  func `a file cut off anywhere is still read`(text: String) {
    let bytes = Array(text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      for path in ["compose.yaml", "copilot/api/manifest.yml"] {
        let file = SourceFile(path: path, bytes: Array(bytes[..<length]))
        _ = Templates.read(Templates.parse(file))
      }
    }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: ["null", "[]", "{}", "text", "[[x]]", "${A}", "{a: [b]}"]
  )
  func `any value may stand behind any key`(value: String) {
    for text in [Self.compose, Self.params, CopilotTests.api] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        guard let colon = line.firstIndex(of: ":") else { continue }
        var changed = lines.map(String.init)
        changed[index] = line[...colon] + " " + value
        let text = changed.joined(separator: "\n")
        _ = units(text, path: "compose.yaml", files: ["ecs-params.yml": text])
      }
    }
  }
}
