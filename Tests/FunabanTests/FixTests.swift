import Testing

/// `funaban fix` as a user runs it.
struct FixTests {
  private let task = """
    {
      "family": "shop",
      "containerDefinitions": [
        {
          "name": "web",
          "image": "nginx:1.29",
          "environment": [
            { "name": "DB_PASSWORD", "value": "kingfisher-42-river" }
          ]
        }
      ]
    }

    """

  @Test func `the secret that a fix takes out is shown in the exact patch only`() throws {
    let folder = try Sandbox(["task.json": task])
    let secret = "kingfisher-42-river"
    for language in ["en", "ja"] {
      let arguments = [
        "fix", "task.json", "--control", "ECS.8", "--unsafe", "--dry-run", "--lang", language,
      ]
      let shown = try Program.run(arguments, in: folder)
      #expect(shown.output.contains("-        { \"name\": \"DB_PASSWORD\", \"value\": •••"))
      #expect(!shown.everything.contains(secret))
    }
    let diff = try Program.run(
      ["fix", "task.json", "--control", "ECS.8", "--unsafe", "--diff"],
      in: folder
    )
    #expect(
      diff.output.contains("-        { \"name\": \"DB_PASSWORD\", \"value\": \"\(secret)\" }")
    )
  }

  @Test(arguments: [
    (["--writable", "web=/uploads"], "/uploads"), (["--volumes"], "web-var-cache-nginx"),
    (["--writable", "/data", "--persistent", "web=/data=fs-12345678:fsap-1"], "fsap-1"),
  ])
  func `the user decides what is mounted`(_ options: [String], _ found: String) throws {
    let folder = try Sandbox(["task.json": task])
    let arguments = ["fix", "task.json", "--control", "ECS.5", "--unsafe", "--write"] + options
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.exitCode == 0)
    #expect(folder.text("task.json").contains(found))
  }

  @Test(arguments: ["--no-writes", "--no-writes-in=web"])
  func `a container that writes nothing gets the flag alone`(_ option: String) throws {
    let folder = try Sandbox(["task.json": task])
    let arguments = ["fix", "task.json", "--control", "ECS.5", "--write", option]
    #expect(try Program.run(arguments, in: folder).exitCode == 0)
    #expect(folder.text("task.json").contains("\"readonlyRootFilesystem\": true"))
    #expect(!folder.text("task.json").contains("tmpfs"))
  }

  @Test(arguments: [
    (["--writable", "uploads"], "no absolute path"),
    (["--writable", "db=/data"], "Containers: web."),
    (["--no-writes-in", "db"], "Containers: web."),
    (["--persistent", "/data=x"], "no file system"),
    (["--persistent", "db=/data=fs-1"], "Containers: web."), (["--region", "Tokyo"], "no Region"),
  ])
  func `what is given wrongly is named, and nothing is written`(
    _ options: [String],
    _ message: String
  ) throws {
    let folder = try Sandbox(["task.json": task])
    let arguments = ["fix", "task.json", "--unsafe", "--write"] + options
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(message))
    #expect(folder.text("task.json") == task)
  }

  @Test func `the Region of a task definition is that of the environment, or the one given`() throws
  {
    let folder = try Sandbox(["task.json": task])
    let arguments = ["fix", "task.json", "--control", "ECS.9", "--unsafe", "--dry-run"]
    let unknown = try Program.run(arguments, in: folder)
    #expect(unknown.output.contains("--region"))
    let known = try Program.run(
      arguments,
      in: folder,
      environment: ["AWS_REGION": "ap-northeast-1"]
    )
    #expect(known.output.contains("\"awslogs-region\": \"ap-northeast-1\""))
    let given = try Program.run(arguments + ["--region", "eu-west-1"], in: folder)
    #expect(given.output.contains("\"awslogs-region\": \"eu-west-1\""))
  }
}
