import Foundation
import Testing

/// What becomes of files that are fixed, and of those that cannot be.
@Suite struct FixWritingTests {
  private static let mended = Sample.taskDefinition.replacing("true", with: "false")
  private static let write = ["fix", ".", "--unsafe", "--write"] + Sample.control

  @Test func `one read-only file keeps all from being written`() throws {
    let folder = try Sandbox(["a.json": Sample.taskDefinition, "b.json": Sample.taskDefinition])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444],
      ofItemAtPath: folder.url("b.json").path()
    )
    let outcome = try Program.run(Self.write, in: folder)
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("b.json: The file is read-only."))
    #expect(outcome.errors.contains("nothing was written"))
    #expect(folder.text("a.json") == Sample.taskDefinition)
  }

  @Test func `a link is written through only if it is to be followed`() throws {
    let folder = try Sandbox(["real/a.json": Sample.taskDefinition])
    try FileManager.default.createSymbolicLink(
      atPath: folder.url("a.json").path(),
      withDestinationPath: "real/a.json"
    )
    let write = ["fix", "a.json", "--unsafe", "--write"] + Sample.control
    let refused = try Program.run(write, in: folder)
    #expect(refused.exitCode == 3 && refused.errors.contains("This is a symbolic link"))
    #expect(folder.text("real/a.json") == Sample.taskDefinition)
    let followed = try Program.run(write + ["--follow-links"], in: folder)
    #expect(followed.exitCode == 0, "\(followed.everything)")
    #expect(folder.text("real/a.json") == Self.mended)
    let link = folder.url("a.json").path()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/a.json")
  }

  @Test func `what cannot be read is reported, and the rest is fixed`() throws {
    let folder = try Sandbox(["a.json": Sample.taskDefinition, "broken.json": "{ \"family\": "])
    let fix = ["fix", "a.json", "broken.json", "gone.json", "--unsafe"] + Sample.control
    #expect(try Program.run(fix + ["--check"], in: folder).exitCode == 3)
    let outcome = try Program.run(fix + ["--write"], in: folder)
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("broken.json:1") && outcome.errors.contains("gone.json"))
    #expect(folder.text("a.json") == Self.mended)
    #expect(folder.text("broken.json") == "{ \"family\": ")
  }

  @Test func `of two fixes of one place one is made and the other follows`() throws {
    let folder = try Sandbox([
      "compose.yaml": """
      services:
        web:
          image: nginx:1.29
          security_opt:
            - seccomp:unconfined

      """
    ])
    let controls = ["--control", "compose.seccomp", "--control", "compose.no-new-privileges"]
    var counts: [Int] = []
    for _ in 0..<3 {
      let arguments = ["fix", ".", "--unsafe", "--write"] + controls
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.exitCode == 0)
      counts.append(outcome.output.ranges(of: "● ").count)
    }
    #expect(counts.last == 0)
    #expect(!folder.text("compose.yaml").contains("unconfined"))
    #expect(folder.text("compose.yaml").contains("no-new-privileges"))
  }

  @Test(arguments: [0, 5, 20, 60])
  func `a run that is killed leaves each file old or new`(delay: Int) throws {
    let names = (0..<200).map { "\($0).json" }
    let folder = try Sandbox(
      Dictionary(uniqueKeysWithValues: names.map { ($0, Sample.taskDefinition) })
    )
    _ = try Program.runInShell(
      """
      "$FUNABAN" fix . --unsafe --write --control ECS.4 > /dev/null 2>&1 & program=$!
      until compgen -G '.*.funaban-*' > /dev/null || ! kill -0 $program 2> /dev/null; do :; done
      read -t 0.\(String(format: "%03d", delay)) <> <(:)
      kill -KILL $program
      wait $program 2> /dev/null
      """,
      in: folder
    )
    for name in names {
      #expect([Sample.taskDefinition, Self.mended].contains(folder.text(name)), "\(name)")
    }
    let outcome = try Program.run(Self.write, in: folder)
    #expect(outcome.exitCode == 0)
    #expect(names.allSatisfy { folder.text($0) == Self.mended })
  }

  @Test func `git applies the patch of many files whatever they are called`() throws {
    let folder = try Sandbox([
      "a b/task.json": Sample.taskDefinition, "日本語/タスク.json": Sample.taskDefinition,
      "\"quoted\"\\.json": Sample.taskDefinition,
      "crlf.json": Sample.taskDefinition.replacing("\n", with: "\r\n"),
      "no-end.json": String(Sample.taskDefinition.dropLast()),
    ])
    let outcome = try Program.runInShell(
      """
      git init -q . && git -c core.autocrlf=false add -A
      "$FUNABAN" fix . --unsafe --control ECS.4 --diff > patch
      git apply --check patch && git apply patch && git status --short | wc -l
      """,
      in: folder
    )
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(folder.text("a b/task.json") == Self.mended)
    #expect(folder.text("日本語/タスク.json") == Self.mended)
    #expect(folder.text("\"quoted\"\\.json") == Self.mended)
    #expect(folder.text("crlf.json") == Self.mended.replacing("\n", with: "\r\n"))
    #expect(folder.text("no-end.json") == String(Self.mended.dropLast()))
  }
}
