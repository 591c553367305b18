import Remedy
import Testing

struct ReadOnlyRootRecipeTests {
  private static let control = "ecs.td.readonly-root"

  private func mounts(_ decide: (inout MountOptions) -> Void) -> RecipeBook {
    var options = MountOptions()
    decide(&options)
    return .shipped(mounts: options)
  }

  @Test func `the flag comes with the mounts, and nothing else changes`() {
    let sample = RecipeSample(
      "task.json",
      """
      {
        "family": "shop",
        "requiresCompatibilities": ["FARGATE"],
        "containerDefinitions": [
          { "name": "web", "image": "nginx:1.29" },
          { "name": "cache", "image": "redis:8", "readonlyRootFilesystem": false }
        ]
      }

      """
    )
    let mended = sample.mended(Self.control)
    #expect(
      mended.diff == """
        @@ -2,7 +2,12 @@
           "family": "shop",
           "requiresCompatibilities": ["FARGATE"],
           "containerDefinitions": [
        -    { "name": "web", "image": "nginx:1.29" },
        -    { "name": "cache", "image": "redis:8", "readonlyRootFilesystem": false }
        +    { "name": "web", "image": "nginx:1.29", "linuxParameters": { "tmpfs": [{ "containerPath": "/var/cache/nginx", "size": 64 }, { "containerPath": "/run", "size": 16 }] }, "readonlyRootFilesystem": true },
        +    { "name": "cache", "image": "redis:8", "readonlyRootFilesystem": true, "mountPoints": [{ "sourceVolume": "cache-data", "containerPath": "/data" }] }
        +  ],
        +  "volumes": [
        +    {
        +      "name": "cache-data"
        +    }
           ]
         }
        """
    )
    #expect(mended.names == ["web", "cache"])
    #expect(mended.isClean)
  }

  @Test(arguments: [
    (
      "task.yaml",
      """
      family: shop
      memory: "4096"
      containerDefinitions:
        - name: web
          image: nginx:1.29
        - name: db
          image: postgres:17

      """
    ),
    (
      "template.yaml",
      """
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            Memory: "4096"
            ContainerDefinitions:
              - { Name: web, Image: "nginx:1.29" }
              - Name: db # the data
                Image: postgres:17

      """
    ),
    (
      "template.json",
      """
      {"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Memory": "4096",
        "ContainerDefinitions": [{"Name": "web", "Image": "nginx:1.29"}, {"Name": "db", "Image": "postgres:17"}]}}}}

      """
    ),
    (
      "main.tf",
      """
      resource "aws_ecs_task_definition" "shop" {
        family = "shop"
        memory = 4096
        container_definitions = jsonencode([
          { name = "web", image = "nginx:1.29" },
          {
            name  = "db"
            image = "postgres:17"
          }
        ])
      }

      """
    ),
    (
      "main.tf",
      """
      resource "aws_ecs_task_definition" "shop" {
        family = "shop"
        memory = 4096
        container_definitions = <<JSON
      [
        { "name": "web", "image": "nginx:1.29" },
        { "name": "db", "image": "postgres:17" }
      ]
      JSON
      }

      """
    ),
  ])
  func `containers get memory and volumes in every language`(_ path: String, _ text: String) {
    let mended = RecipeSample(path, text).mended(Self.control)
    #expect(mended.reasons == [])
    #expect(mended.names == ["web", "db"])
    #expect(
      mended.text.contains("/var/cache/nginx") && mended.text.contains("db-var-lib-postgresql")
    )
    #expect(mended.notes.contains("is lost when the task stops"))
    #expect(mended.isClean)
  }

  @Test func `a container that copies what a mount hides stands behind the others`() {
    let text = """
      family: shop
      memory: "4096"
      containerDefinitions:
        - name: agent
          image: datadog/agent:7

      """
    let mended = RecipeSample("task.yaml", text).mended(Self.control)
    #expect(mended.names == ["agent"])
    #expect(mended.added.contains("- name: agent-seed"))
    #expect(mended.added.contains("- containerName: agent-seed"))
    #expect(mended.notes.contains("What is added does not pass yet"))
    #expect(mended.isClean)
  }

  @Test func `what the user names is mounted, for one container or for all`() throws {
    let text = """
      family: shop
      containerDefinitions:
        - { name: web, image: 'acme/web:1' }
        - { name: job, image: 'acme/job:1' }

      """
    let book = mounts {
      $0.writablePaths = ["web=/uploads", "/tmp"].compactMap(DeclaredPath.init)
      $0.fileSystems = ["web=/uploads=fs-1:fsap-2"].compactMap(PersistentFileSystem.init)
      $0.silentContainers = ["job"]
    }
    let mended = RecipeSample("task.yaml", text, recipes: book).mended(Self.control)
    #expect(mended.names == ["web", "job"])
    #expect(mended.text.split(separator: "/tmp").count == 3)
    #expect(mended.text.contains("fileSystemId: fs-1") && mended.text.contains("fsap-2"))
    #expect(!mended.text.contains("job-uploads"))
    #expect(mended.isClean)
  }

  @Test func `volumes are taken where the user prefers them`() {
    let text = "family: shop\ncontainerDefinitions: [{ name: web, image: 'nginx:1.29' }]\n"
    let book = mounts { $0.prefersVolumes = true }
    let mended = RecipeSample("task.yaml", text, recipes: book).mended(Self.control)
    #expect(!mended.text.contains("tmpfs"))
    #expect(mended.text.contains("sourceVolume: web-run"))
  }

  private let entered = """
    Resources:
      Task:
        Type: AWS::ECS::TaskDefinition
        Properties:
          ContainerDefinitions:
            - Name: web
              Image: nginx:1.29
      Service:
        Type: AWS::ECS::Service
        Properties: { TaskDefinition: !Ref Task, EnableExecuteCommand: true }

    """

  @Test func `where ECS Exec is on, the fix says what to do instead`() {
    let mended = RecipeSample("t.yaml", entered).mended(Self.control)
    #expect(mended.outcome.changes.isEmpty)
    #expect(mended.reasons.count == 1)
    #expect(mended.reasons[0].contains("ECS Exec is on for `Service`"))
    #expect(mended.reasons[0].contains("`enableExecuteCommand: false`"))
    #expect(mended.reasons[0].contains("`--exec-mounts`"))
  }

  @Test func `ECS Exec stays where the user asks for it, and the report says at what price`() {
    let book = mounts { $0.keepsExec = true }
    let mended = RecipeSample("t.yaml", entered, recipes: book).mended(Self.control)
    #expect(mended.names == ["web"])
    #expect(mended.text.contains("/managed-agents"))
    #expect(mended.notes.contains("not supported by AWS"))
    #expect(mended.notes.contains("`ecs.svc.exec-readonly-root` fails from then on"))
    #expect(mended.isClean)
  }

  @Test func `Windows containers are left alone, with the reason`() {
    let text = """
      family: shop
      runtimePlatform: { operatingSystemFamily: WINDOWS_SERVER_2022_CORE }
      containerDefinitions: [{ name: web, image: 'iis:2022' }]

      """
    let mended = RecipeSample("task.yaml", text).mended(Self.control)
    #expect(mended.outcome.changes.isEmpty)
  }

  @Test func `one text that becomes several containers does not get two values under one name`() {
    let text = """
      resource "aws_ecs_task_definition" "shop" {
        for_each = toset(["a", "b"])
        family   = each.key
        container_definitions = jsonencode([
          {
            name  = each.key
            image = "postgres:17"
          }
        ])
      }

      """
    let mended = RecipeSample("main.tf", text).mended(Self.control)
    #expect(mended.outcome.changes.isEmpty)
    #expect(mended.reasons.count == 2)
    #expect(mended.reasons.allSatisfy { $0.contains("serves several resources") })
    #expect(mended.notes == "")
  }

  @Test func `a Compose service gets memory where its image writes, and a word about its data`() {
    let text = """
      services:
        web:
          image: nginx:1.29
          user: "101"
        db:
          image: postgres:17
          tmpfs:
            - /tmp
          volumes: [data:/var/lib/postgresql/data]
        cache:
          image: redis:8
      volumes:
        data: {}

      """
    let mended = RecipeSample("compose.yaml", text).mended("compose.readonly-root")
    #expect(
      mended.diff == """
        @@ -2,12 +2,19 @@
           web:
             image: nginx:1.29
             user: "101"
        +    tmpfs:
        +      - /var/cache/nginx:mode=1777
        +      - /run:mode=1777
        +    read_only: true
           db:
             image: postgres:17
             tmpfs:
               - /tmp
        +      - /run/postgresql
             volumes: [data:/var/lib/postgresql/data]
        +    read_only: true
           cache:
             image: redis:8
        +    read_only: true
         volumes:
           data: {}
        """
    )
    #expect(mended.notes.contains("Mount a volume at `/data` besides"))
    #expect(mended.isClean)
  }
}
