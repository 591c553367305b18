import Testing

/// What `funaban fix` asks, says and answers with its exit code.
@Suite struct FixConversationTests {
  private static let mended = Sample.taskDefinition.replacing("true", with: "false")
  private static let fix = ["fix", "."] + Sample.control

  private static func folder() throws -> Sandbox {
    try Sandbox(["a.json": Sample.taskDefinition, "b.json": Sample.taskDefinition])
  }

  @Test(arguments: [
    ("y\ny\n", ["a.json", "b.json"]), ("n\ny\n", ["b.json"]), ("a\n", ["a.json", "b.json"]),
    ("y\nq\n", ["a.json"]), ("y\n", ["a.json"]), ("n\nn\n", []), ("\n\n", []), ("", []),
    ("q\n", []), ("what?\nYes\nN\n", ["a.json"]),
  ])
  func `what was agreed to is written, and no more`(answers: String, written: [String]) throws {
    let folder = try Self.folder()
    let outcome = try Program.run(Self.fix + ["-i"], in: folder, input: answers)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("[1/2] needs review. Fix it?"))
    for name in ["a.json", "b.json"] {
      let expected = written.contains(name) ? Self.mended : Sample.taskDefinition
      #expect(folder.text(name) == expected)
    }
    #expect(outcome.errors.contains("nothing was written") == written.isEmpty)
    #expect(outcome.output.contains("Fixed (\(written.count))") == !written.isEmpty)
  }

  @Test func `a file that changes while somebody thinks is not overwritten`() throws {
    let folder = try Self.folder()
    let outcome = try Program.runInShell(
      """
      mkfifo answers
      "$FUNABAN" fix . -i --control ECS.4 < answers > out 2> err & program=$!
      exec 3> answers
      until grep -q 'Fix it' err; do read -t 0.05 <> <(:); done
      printf '\\n' >> a.json
      echo a >&3
      exec 3>&-
      wait $program
      """,
      in: folder
    )
    #expect(outcome.exitCode == 3)
    #expect(folder.text("err").contains("a.json: The file changed since it was read"))
    #expect(folder.text("err").contains("nothing was written"))
    #expect(folder.text("a.json") == Sample.taskDefinition + "\n")
    #expect(folder.text("b.json") == Sample.taskDefinition)
  }

  @Test func `without a terminal nothing is written, and that is said`() throws {
    let folder = try Self.folder()
    for mode in [[], ["--dry-run"], ["--check"]] {
      let outcome = try Program.run(Self.fix + ["--unsafe"] + mode, in: folder, input: "y\n")
      #expect(outcome.exitCode == (mode == ["--check"] ? 1 : 0))
      #expect(outcome.output.contains("2 can be fixed in 2 files."))
      #expect(outcome.errors.contains("nothing was written; --write"))
      #expect(folder.text("a.json") == Sample.taskDefinition)
    }
  }

  @Test(
    .enabled(if: Tool.exists("script"), "skipped: no script"),
    arguments: [("y", "wrote 2 files"), ("", "nothing was written")]
  )
  func `at a terminal it asks before it writes`(answer: String, words: String) throws {
    let folder = try Self.folder()
    let outcome = try Tool.run(
      """
      export TERM=dumb
      echo '\(answer)' | script -qec '"$FUNABAN" fix . --unsafe --control ECS.4' /dev/null
      """,
      in: folder
    )
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Write these changes to 2 files? [y/N]"))
    #expect(outcome.output.contains(words))
    #expect(folder.text("b.json") == (answer == "y" ? Self.mended : Sample.taskDefinition))
  }

  @Test func `fixes that wait fail no check`() throws {
    let outcome = try Program.run(Self.fix + ["--check"], in: try Self.folder())
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("Nothing can be fixed now, 2 need your review."))
  }

  @Test(arguments: ["--dry-run", "--write", "--check", "--interactive"])
  func `where there is nothing to fix it says so`(mode: String) throws {
    let folder = try Sandbox(["a.json": Self.mended])
    let outcome = try Program.run(Self.fix + ["--unsafe", mode], in: folder)
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    #expect(outcome.output == "Nothing to fix.\n")
    let diff = try Program.run(Self.fix + ["--unsafe", "--diff"], in: folder)
    #expect(diff.exitCode == 0 && diff.everything.isEmpty)
  }

  @Test func `the report is in Japanese where that is wanted`() throws {
    let folder = try Self.folder()
    let outcome = try Program.run(Self.fix + ["-i", "--lang", "ja"], in: folder, input: "y\nn\n")
    #expect(outcome.errors.contains("[1/2] 要確認。修正するか?"))
    #expect(outcome.output.contains("修正済み 1 件(1 ファイル)。"))
    #expect(!outcome.everything.contains("Fix"))
  }

  @Test(arguments: [
    (["."], ["--write", "--check"], "--write --check: Give one of these only."),
    (["-"], [], "Standard input cannot be fixed in place"),
  ])
  func `wrong use is refused`(paths: [String], options: [String], words: String) throws {
    let outcome = try Program.run(["fix"] + paths + options, in: try Self.folder())
    #expect(outcome.exitCode == 2 && outcome.errors.contains(words) && outcome.output.isEmpty)
  }

  @Test func `only the exact patch holds a secret`() throws {
    let secret = ["hunter", "2", "x9"].joined()
    let variable = #""environment": [{ "name": "DB_PASSWORD", "value": "\#(secret)" }], "#
    let text = Sample.taskDefinition.replacing("\"privileged\"", with: variable + "\"privileged\"")
    let folder = try Sandbox(["a.json": text])
    for mode in [["--dry-run"], ["--check"], ["-i"], ["--write"]] {
      try folder.write("a.json", text)
      let outcome = try Program.run(Self.fix + ["--unsafe"] + mode, in: folder, input: "y\n")
      #expect(outcome.output.contains("ECS.4") || outcome.output.contains("ecs.td.privileged"))
      #expect(!outcome.everything.contains(secret), "\(mode)")
    }
    try folder.write("a.json", text)
    let diff = try Program.run(Self.fix + ["--unsafe", "--diff"], in: folder)
    #expect(diff.output.contains(secret))
  }

  @Test func `a reader that goes away is no error`() throws {
    let files = (0..<60).map { ("\($0).json", Sample.taskDefinition) }
    let folder = try Sandbox(Dictionary(uniqueKeysWithValues: files))
    let outcome = try Program.runInShell(
      "\"$FUNABAN\" fix . --unsafe --control ECS.4 --diff | head -n 1; exit ${PIPESTATUS[0]}",
      in: folder
    )
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
  }
}
