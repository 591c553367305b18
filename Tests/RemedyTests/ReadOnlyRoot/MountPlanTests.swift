import Inventory
import Remedy
import SourceText
import Testing

struct MountPlanTests {
  @Test func `nginx on Fargate gets memory file systems, and nobody has to look`() throws {
    let sample = try TaskSample(container: "image: 'nginx:1.29'")
    let plan = sample.plan()
    #expect(plan.applicability == .safe)
    #expect(
      plan.patch
        == .members([
          "containerDefinitions": .elements([
            0: .members([
              "readonlyRootFilesystem": .set(.bool(true)),
              "linuxParameters": .members([
                "tmpfs": .append([
                  .object([
                    .init("containerPath", .string("/var/cache/nginx")),
                    .init("size", .number("64")),
                  ]),
                  .object([.init("containerPath", .string("/run")), .init("size", .number("16"))]),
                ])
              ]),
            ])
          ])
        ])
    )
  }

  @Test(arguments: [
    "image: 'nginx:1.29'", "image: 'postgres:17'", "image: 'public.ecr.aws/datadog/agent:7'",
    "image: 'acme/shop:1'", "image: 'node:22', command: [npm, start]",
  ])
  func `after the change there is nothing left to plan`(_ container: String) throws {
    let sample = try TaskSample(container: container)
    let changed = sample.applying(try #require(sample.plan().patch))
    #expect(changed.plan().patch == nil)
    #expect(try changed.needs().needs == [])
    for definition in changed.taskDefinition.properties["containerDefinitions"]?.list ?? [] {
      #expect(definition["readonlyRootFilesystem"]?.text == "true")
    }
  }

  @Test func `all containers of a task change at once, those that are read-only excepted`() throws {
    let plan = try TaskSample(
      """
      requiresCompatibilities: [FARGATE]
      containerDefinitions:
        - { name: web, image: nginx }
        - { name: app, image: 'eclipse-temurin:21', readonlyRootFilesystem: true }
        - { name: cache, image: redis, readonlyRootFilesystem: false }
      """
    ).plan()
    #expect(
      plan.shown == [
        "web /var/cache/nginx tmpfs 64", "web /run tmpfs 16", "cache /data volume cache-data",
      ]
    )
    guard case .members(let members) = plan.patch,
      case .elements(let elements) = members["containerDefinitions"]
    else {
      Issue.record("no elements")
      return
    }
    #expect(Set(elements.keys) == [0, 2])
  }

  @Test func `the data of a database goes to EFS where a file system is given`() throws {
    let sample = try TaskSample(container: "image: 'postgres:17'")
    let system = try #require(PersistentFileSystem("fs-123:fsap-456"))
    let plan = sample.plan(.with { $0.fileSystems = [system] })
    #expect(plan.applicability == .needsReview)
    #expect(plan.shown.first == "web /var/lib/postgresql/data fs-123 web-var-lib-postgresql-data")
    let volumes = sample.applying(try #require(plan.patch)).taskDefinition.properties["volumes"]
    let efs = volumes?.list?.first?["efsVolumeConfiguration"]
    #expect(efs?["transitEncryption"]?.text == "ENABLED")
    #expect(efs?["authorizationConfig"]?["accessPointId"]?.text == "fsap-456")
    #expect(efs?["rootDirectory"] == nil)
    #expect(!plan.warns("is lost when the task stops") && !plan.warns("belongs to root"))
    #expect(plan.warns("TCP 2049"))
  }

  @Test func `each path gets a folder of its own in a file system without an access point`() throws
  {
    let sample = try TaskSample(container: "image: mongo")
    let systems = ["/data/configdb=fs-2", "fs-1"].compactMap(PersistentFileSystem.init)
    let plan = sample.plan(.with { $0.fileSystems = systems })
    let volumes = sample.applying(try #require(plan.patch)).taskDefinition.properties["volumes"]
    let stores = volumes?.list?.map { $0["efsVolumeConfiguration"] }
    #expect(stores?.map { $0?["fileSystemId"]?.text } == ["fs-1", "fs-2"])
    #expect(
      stores?.map { $0?["rootDirectory"]?.text } == ["/web-data-db", "/web-data-configdb"]
    )
  }

  @Test func `a path goes to the file system that is given for it, if it is written to at all`()
    throws
  {
    let options = MountOptions.with {
      $0.writablePaths = [DeclaredPath("/uploads")].compactMap { $0 }
      $0.fileSystems = ["/uploads=fs-1", "/other=fs-2"].compactMap(
        PersistentFileSystem.init
      )
    }
    let plan = try TaskSample(container: "image: 'acme/shop:1'").plan(options)
    #expect(plan.shown == ["web /uploads fs-1 web-uploads"])
    #expect(plan.warns("No container is known to write to `/other`"))
  }

  @Test func `data is never lost without a word`() throws {
    let plan = try TaskSample(container: "image: 'postgres:17'").plan()
    #expect(plan.applicability == .needsReview)
    #expect(plan.shown.first?.contains("volume") == true)
    #expect(plan.warns("is lost when the task stops"))
  }

  @Test(arguments: [
    ("fs-1", true), ("fs-1:fsap-2", true), ("/data=fs-1", true), ("db=/data=fs-1:fsap-2", true),
    ("efs-1", false), ("fs-1:2", false), ("data=fs-1", false), ("fs-1:fsap-2:x", false),
    ("/data=", false), ("=fs-1", false), ("fs-1:", false),
  ])
  func `a file system is named by its identifier`(_ text: String, _ isOne: Bool) {
    #expect((PersistentFileSystem(text) != nil) == isOne)
  }

  @Test func `a user other than root can write to a memory file system`() throws {
    let sample = try TaskSample(container: "image: nginx, user: '101'")
    let changed = sample.applying(try #require(sample.plan().patch))
    let mounts = changed.container(0)["linuxParameters"]?["tmpfs"]?.list ?? []
    #expect(mounts.map { $0["mountOptions"]?.list?.map(\.text) } == [["mode=1777"], ["mode=1777"]])
  }

  @Test func `a user other than root is warned of volumes that root owns`() throws {
    let options = MountOptions.with { $0.prefersVolumes = true }
    let plan = try TaskSample(container: "image: nginx, user: '101'").plan(options)
    #expect(
      plan.shown == [
        "web /var/cache/nginx volume web-var-cache-nginx", "web /run volume web-run",
      ]
    )
    #expect(plan.applicability == .needsReview)
    #expect(plan.warns("belongs to root"))
    #expect(try TaskSample(container: "image: nginx").plan(options).applicability == .safe)
  }

  @Test func `a volume of the image is mounted where ECS copies its files and its owner`() throws {
    let plan = try TaskSample(
      container: "image: shop",
      dockerfiles: [
        "shop": "FROM acme/base:1\nRUN mkdir /data && chown 10 /data\nVOLUME /data\nUSER 10"
      ]
    ).plan()
    #expect(plan.shown == ["web /data volume web-data"])
    #expect(!plan.warns("belongs to root"))
  }

  @Test func `compiled code may run from the memory file system of varnish`() throws {
    let sample = try TaskSample(container: "image: varnish, user: root")
    let changed = sample.applying(try #require(sample.plan().patch))
    let mount = changed.container(0)["linuxParameters"]?["tmpfs"]?.list?.first
    #expect(mount?["mountOptions"]?.list?.map(\.text) == ["exec"])
  }

  @Test func `what a mount would hide is copied by another container first`() throws {
    let sample = try TaskSample(
      container: """
        image: 'public.ecr.aws/datadog/agent:7', \
        logConfiguration: { logDriver: awslogs, options: { awslogs-group: g } }
        """
    )
    let plan = sample.plan()
    #expect(plan.applicability == .needsReview)
    let changed = sample.applying(try #require(plan.patch))
    let seeder = changed.container(1)
    #expect(seeder["name"]?.text == "web-seed")
    #expect(
      seeder["command"]?.list?.map(\.text) == [
        "cp -a /etc/datadog-agent/. /seed/web-etc-datadog-agent/"
      ]
    )
    #expect(seeder["essential"]?.text == "false" && seeder["user"] == nil)
    #expect(seeder["logConfiguration"]?["logDriver"]?.text == "awslogs")
    #expect(changed.container(0)["dependsOn"]?.list?.first?["condition"]?.text == "SUCCESS")
    #expect(
      seeder["mountPoints"]?.list?.map { $0["sourceVolume"]?.text }
        == [changed.container(0)["mountPoints"]?.list?.first?["sourceVolume"]?.text]
    )
  }

  @Test func `root copies for an image that runs as somebody else`() throws {
    let sample = try TaskSample(container: "image: 'bitnami/redis:8'")
    let plan = sample.plan()
    #expect(plan.warns("It runs as root"))
    #expect(sample.applying(try #require(plan.patch)).container(1)["user"]?.text == "0")
  }

  @Test func `a copy to a file system leaves what is there alone`() throws {
    let sample = try TaskSample(container: "image: wordpress")
    let options = MountOptions.with {
      $0.fileSystems = [PersistentFileSystem("fs-1")].compactMap { $0 }
    }
    let changed = sample.applying(try #require(sample.plan(options).patch))
    #expect(
      changed.container(1)["command"]?.list?.map(\.text) == [
        "cp -rn /var/www/html/wp-content/. /seed/web-var-www-html-wp-content/"
      ]
    )
  }

  @Test func `nothing is hidden where nothing can copy`() throws {
    let plan = try TaskSample(
      container: "image: 'acme/jobs:1', workingDirectory: /app, command: [celery, beat]"
    ).plan()
    #expect(plan.patch == nil && plan.applicability == .manual)
    #expect(plan.remaining == [0])
    #expect(plan.warns("not known to have a shell"))
  }

  @Test func `the init image of Fluent Bit is left, and the rest of the task is not`() throws {
    let fluentBit = "image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:init-latest'"
    let alone = try TaskSample(container: fluentBit).plan()
    #expect(alone.patch == nil && alone.applicability == .manual)
    #expect(alone.warns("no mount makes this image work"))
    let plan = try TaskSample(
      """
      requiresCompatibilities: [FARGATE]
      containerDefinitions: [{ name: web, image: nginx }, { name: log, \(fluentBit) }]
      """
    ).plan()
    #expect(plan.remaining == [1])
    #expect(plan.patch != nil)
  }

  @Test func `Windows containers are left, with the reason`() throws {
    let plan = try TaskSample(
      """
      runtimePlatform: { operatingSystemFamily: WINDOWS_SERVER_2022_CORE }
      containerDefinitions: [{ name: web, image: iis }]
      """
    ).plan()
    #expect(plan.patch == nil && plan.applicability == .manual)
    #expect(plan.warns("Windows containers do not support"))
  }

  @Test func `an unknown image becomes read-only after a review`() throws {
    let sample = try TaskSample(container: "image: 'acme/shop:1'")
    #expect(sample.plan().applicability == .needsReview)
    #expect(sample.plan().patch != nil)
    let declared = MountOptions.with {
      $0.writablePaths = [DeclaredPath("/cache")].compactMap { $0 }
    }
    #expect(sample.plan(declared).applicability == .safe)
    #expect(sample.plan(declared).shown == ["web /cache tmpfs 64"])
    #expect(sample.plan(.with { $0.writesNothing = true }).applicability == .safe)
    #expect(sample.plan(.with { $0.writesNothing = true }).mounts == [])
  }

  @Test func `a plan that rests upon a base image says what is not known`() throws {
    let plan = try TaskSample(
      container: "image: shop",
      dockerfiles: ["shop": "FROM node:22"]
    ).plan()
    #expect(plan.applicability == .needsReview)
    #expect(plan.warns("besides is not known"))
    #expect(plan.warns("Guessed: `/tmp`."))
  }

  @Test(arguments: [
    ("image: 'node:22'", Applicability.needsReview), ("image: memcached", .needsReview),
    ("image: 'php:8.4-fpm'", .safe), ("image: haproxy", .safe), ("image: redis", .needsReview),
    ("image: '1.dkr.ecr.us-east-1.amazonaws.com/nginx'", .needsReview),
    ("image: 'python:3.14', command: [gunicorn, a]", .needsReview),
    ("image: 'ruby:3.4', workingDirectory: /app, command: [puma]", .needsReview),
  ])
  func `a plan is safe where every path has a source`(
    _ container: String,
    _ applicability: Applicability
  ) throws {
    #expect(try TaskSample(container: container).plan().applicability == applicability)
  }

  @Test func `ECS Exec stops working, or goes on at one's own risk`() throws {
    let sample = try TaskSample(
      """
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            RequiresCompatibilities: [FARGATE]
            ContainerDefinitions: [{ Name: web, Image: nginx }]
        Service:
          Type: AWS::ECS::Service
          Properties: { TaskDefinition: !Ref Task, EnableExecuteCommand: true }
      """
    )
    #expect(sample.plan().applicability == .needsReview)
    #expect(sample.plan().warns("AWS does not support it"))
    let kept = sample.plan(.with { $0.keepsExec = true })
    #expect(kept.warns("not supported by AWS"))
    #expect(
      kept.shown.filter { $0.contains("volume") } == [
        "web /managed-agents volume web-managed-agents",
        "web /var/lib/amazon/ssm volume web-var-lib-amazon-ssm",
        "web /var/log/amazon/ssm volume web-var-log-amazon-ssm",
      ]
    )
  }

  @Test func `an old platform version gets volumes`() throws {
    let plan = try TaskSample(
      """
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties: { ContainerDefinitions: [{ Name: web, Image: nginx }] }
        Service:
          Type: AWS::ECS::Service
          Properties: { TaskDefinition: !Ref Task, LaunchType: FARGATE, PlatformVersion: 1.3.0 }
      """
    ).plan()
    #expect(plan.mounts.count == 2 && plan.shown.allSatisfy { $0.contains("volume") })
  }

  @Test func `no name of a volume is taken twice`() throws {
    let sample = try TaskSample(
      """
      volumes: [{ name: web-run }]
      containerDefinitions: [{ name: web, image: nginx }]
      """
    )
    let plan = sample.plan(.with { $0.prefersVolumes = true })
    #expect(plan.shown.last == "web /run volume web-run-2")
  }

  @Test func `no name of a container is taken twice`() throws {
    let sample = try TaskSample(
      """
      containerDefinitions:
        - { name: web, image: phpmyadmin }
        - { name: web-seed, image: busybox, readonlyRootFilesystem: true }
      """
    )
    let changed = sample.applying(try #require(sample.plan().patch))
    #expect(changed.container(2)["name"]?.text == "web-seed-2")
    #expect(
      changed.container(0)["dependsOn"]?.list?.map { $0["containerName"]?.text } == ["web-seed-2"]
    )
    #expect(changed.container(2)["memory"]?.text == "64", "nothing else limits it")
  }

  @Test func `memory file systems that take much of the memory are looked at`() throws {
    let plan = try TaskSample(container: "image: nginx, memory: 128").plan()
    #expect(plan.applicability == .needsReview)
    #expect(plan.warns("80 MiB of the 128 MiB"))
    let small = MountOptions.with { $0.sizes = ["/var/cache/nginx": 8, "/run": 1] }
    #expect(
      try TaskSample(container: "image: nginx, memory: 128").plan(small).applicability == .safe
    )
  }

  @Test func `where the tasks run is asked for when nothing says so`() throws {
    let plan = try TaskSample("containerDefinitions: [{ name: web, image: nginx }]").plan()
    #expect(plan.warns("launch type is not known"))
    let windows = try TaskSample(
      """
      Parameters: { System: { Type: String } }
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            RuntimePlatform: { OperatingSystemFamily: !Ref System }
            ContainerDefinitions: [{ Name: web, Image: nginx }]
      """
    ).plan()
    #expect(windows.applicability == .needsReview)
  }

  @Test func `every warning exists in Japanese`() throws {
    let options = MountOptions.with { $0.prefersVolumes = true }
    for image in [
      "postgres", "bitnami/redis", "acme/shop", "1.dkr.ecr.us-east-1.amazonaws.com/ruby",
    ] {
      let plan = try TaskSample(container: "image: '\(image)', command: [puma], memory: 32").plan(
        options
      )
      #expect(plan.warnings.allSatisfy { $0.ja.unicodeScalars.contains { $0.value > 0x3040 } })
    }
  }
}

extension TaskSample {
  /// The container definition `index`.
  fileprivate func container(_ index: Int) -> Value {
    taskDefinition.properties["containerDefinitions"]?.list?[index] ?? Value(.null, at: nil)
  }
}
