import Foundation
import Testing

/// The hooks of this repository as pre-commit runs them.
@Suite(.enabled(if: Tool.exists("pre-commit") && Tool.exists("git"), "no pre-commit or no git"))
struct CommitHookTests {
  /// A repository that offers the hooks, and one that uses `hook`, with nothing committed yet.
  private func repository(using hook: String) throws -> Sandbox {
    let hooks = Program.packageRoot.appending(path: ".pre-commit-hooks.yaml")
    let folder = try Sandbox([
      "hooks/.pre-commit-hooks.yaml": String(contentsOf: hooks, encoding: .utf8)
    ])
    let outcome = try run(
      """
      ln -s "$FUNABAN" funaban
      cd hooks && git init -q && git add . && git commit -qm hooks && cd ..
      mkdir work && cd work && git init -q
      printf 'repos:\\n- repo: ../hooks\\n  rev: %s\\n  hooks: [{ id: \(hook) }]\\n' \\
        "$(git -C ../hooks rev-parse HEAD)" > .pre-commit-config.yaml
      git add . && pre-commit install > /dev/null && git commit -qm start
      """,
      in: folder
    )
    try #require(outcome.exitCode == 0, "\(outcome.everything)")
    return folder
  }

  private func run(_ script: String, in folder: Sandbox) throws -> Program.Outcome {
    try Tool.run(
      """
      export HOME="$PWD" PRE_COMMIT_HOME="$PWD/cache" PATH="$PWD:$PATH"
      export GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com
      export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
      \(script)
      """,
      in: folder
    )
  }

  @Test func `a commit with a failing template is stopped, and one without passes`() throws {
    let folder = try repository(using: "funaban-scan")
    try folder.write("work/two words.template", Sample.template)
    let stopped = try run("cd work && git add . && git commit -qm template", in: folder)
    #expect(stopped.exitCode == 1)
    #expect(stopped.everything.contains("two words.template:16:"))
    let mended = Sample.template.replacing("!If [IsProduction, false, true]", with: "false")
    try folder.write("work/two words.template", mended)
    try folder.write("work/.funaban.yaml", "controls: [ecs.td.privileged]\n")
    let passed = try run("cd work && git add . && git commit -qm template", in: folder)
    #expect(passed.exitCode == 0, "\(passed.everything)")
  }

  @Test func `files of other trades do not stop a commit`() throws {
    let folder = try repository(using: "funaban-scan")
    try folder.write("work/package.json", "{}")
    try folder.write("work/.github/workflows/ci.yaml", "on: push\n")
    try folder.write("work/notes.txt", "Dockerfile")
    let outcome = try run("cd work && git add . && git commit -qm notes", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
  }

  @Test func `a Terraform module is judged as a whole when one of its files is committed`() throws {
    let folder = try repository(using: "funaban-scan")
    try folder.write("work/.funaban.yaml", "controls: [ecs.td.privileged]\n")
    try folder.write("work/infra/variables.tf", "variable \"privileged\" { default = true }\n")
    try folder.write(
      "work/infra/main.tf",
      """
      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = jsonencode([{ name = "app", image = "nginx", privileged = var.privileged }])
      }

      """
    )
    let outcome = try run(
      "cd work && git add . && git commit -qm infra --no-verify && touch infra/main.tf"
        + " && echo '# note' >> infra/main.tf && git commit -qam note",
      in: folder
    )
    #expect(outcome.exitCode == 1)
    #expect(outcome.everything.contains("infra/variables.tf:1:"))
  }

  @Test func `both hooks are what pre-commit takes`() throws {
    let outcome = try Tool.run("pre-commit validate-manifest .pre-commit-hooks.yaml")
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
  }
}
