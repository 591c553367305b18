import Foundation
import Testing

/// The GitHub Action's scripts, run as a runner runs them.
@Suite struct ActionTests {
  private let runner: Sandbox

  init() throws {
    runner = try Sandbox([
      "checkout/infra/web.json": Sample.taskDefinition,
      "checkout/infra/two words.json": Sample.taskDefinition,
      "temp/.keep": "", "output": "", "summary": "", "path": "",
    ])
  }

  /// Runs one of the scripts with the inputs of a step, `funaban` on its path.
  private func run(
    _ script: String,
    _ inputs: [String: String] = [:],
    before: String = ""
  ) throws -> Program.Outcome {
    let defaults = [
      "INPUT_PATHS": ".", "INPUT_FAIL_ON": "", "INPUT_FORMAT": "terminal", "INPUT_LANG": "",
      "INPUT_ARGS": "--control=ecs.td.privileged", "INPUT_WORKING_DIRECTORY": ".",
      "INPUT_BINARY": "", "INPUT_VERSION": "", "ACTION_REPOSITORY": "owner/funaban",
      "GITHUB_WORKSPACE": runner.path + "/checkout", "RUNNER_TEMP": runner.path + "/temp",
      "GITHUB_OUTPUT": runner.path + "/output", "GITHUB_PATH": runner.path + "/path",
      "GITHUB_STEP_SUMMARY": runner.path + "/summary",
    ]
    return try Program.runInShell(
      """
      cd checkout && mkdir -p ../bin && ln -sf "$FUNABAN" ../bin/funaban
      PATH="$PWD/../bin:$PATH"
      \(before)
      "\(Program.packageRoot.path())/Scripts/action/\(script).sh" || exit $?
      """,
      in: runner,
      environment: defaults.merging(inputs) { $1 }
    )
  }

  private var outputs: [String: String] {
    let lines = runner.text("output").split(separator: "\n").map { $0.split(separator: "=") }
    return Dictionary(uniqueKeysWithValues: lines.map { (String($0[0]), $0.dropFirst().joined()) })
  }

  @Test(.enabled(if: Tool.exists("jq"), "no jq"))
  func `a scan gives outputs, a summary and a report whose paths start at the repository`() throws {
    let outcome = try run("scan", ["INPUT_WORKING_DIRECTORY": "infra", "INPUT_LANG": "ja"])
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    #expect(outputs["exit-code"] == "1")
    #expect(outputs["failures"] == "2")
    #expect(outputs["score"] == "0")
    #expect(runner.text("summary").contains("不合格"))
    let sarif = try String(contentsOfFile: #require(outputs["sarif"]), encoding: .utf8)
    #expect(sarif.contains(#""uri": "infra/web.json""#))
    #expect(sarif.contains(#""uri": "infra/two%20words.json""#))
  }

  @Test(.enabled(if: Tool.exists("jq"), "no jq"))
  func `each line is one argument, and none is run by the shell`() throws {
    let outcome = try run(
      "scan",
      [
        "INPUT_PATHS": "infra/two words.json\n$(touch pwned)\n`touch pwned`\n; touch pwned\n\n",
        "INPUT_FAIL_ON": "never",
      ]
    )
    #expect(outputs["failures"] == "1" && outputs["exit-code"] == "3")
    #expect(outcome.output.contains("$(touch pwned)"))
    #expect(!FileManager.default.fileExists(atPath: runner.path + "/checkout/pwned"))
  }

  @Test func `a wrong input is told, and its exit code is passed on`() throws {
    let outcome = try run("scan", ["INPUT_FAIL_ON": "worst; touch pwned"])
    #expect(outputs == ["exit-code": "2"])
    #expect(outcome.errors.contains("worst; touch pwned"))
  }

  @Test func `a program that the runner has is used as it is`() throws {
    let outcome = try run("install", ["INPUT_BINARY": "../bin/funaban"])
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    let folder = try #require(runner.text("path").split(separator: "\n").first)
    #expect(FileManager.default.isExecutableFile(atPath: folder + "/funaban"))
  }

  /// Serves a release of one program on the loopback device.
  ///
  /// Only SIGKILL ends the server: processes inherit that the run of tests blocks other signals.
  private func release(checksumOf text: String) -> String {
    """
    machine=$(uname -m)
    release=../site/owner/funaban/releases/download/v9.8.7
    mkdir -p "$release" && cd "$release"
    printf '#!/bin/sh\\necho 9.8.7\\n' > "funaban-9.8.7-linux-$machine"
    sum=$(\(text) | sha256sum | cut -d ' ' -f 1)
    echo "$sum  funaban-9.8.7-linux-$machine" > SHA256SUMS
    cd - > /dev/null
    python3 -u -m http.server 0 --bind 127.0.0.1 --directory ../site > ../server 2>&1 &
    trap "kill -KILL $!" EXIT
    until grep -q Serving ../server; do sleep 0.05; done
    export GITHUB_SERVER_URL=http://127.0.0.1:$(sed -n 's/.*port \\([0-9]*\\).*/\\1/p' ../server)
    """
  }

  @Test(.enabled(if: Tool.exists("curl") && Tool.exists("python3"), "no curl or python3"))
  func `a release is installed if its checksum is right`() throws {
    let outcome = try run(
      "install",
      ["INPUT_VERSION": "v9.8.7"],
      before: release(checksumOf: "cat \"funaban-9.8.7-linux-$machine\"")
    )
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    #expect(outcome.output.hasSuffix("9.8.7\n"))
    #expect(!runner.text("path").isEmpty)
  }

  @Test(.enabled(if: Tool.exists("curl") && Tool.exists("python3"), "no curl or python3"))
  func `a release with another checksum is refused before it runs`() throws {
    let outcome = try run(
      "install",
      ["INPUT_VERSION": "9.8.7"],
      before: release(checksumOf: "echo another program")
    )
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("::error title=Funaban::The checksum of funaban-9.8.7-linux-"))
    #expect(!outcome.output.contains("9.8.7\n") && runner.text("path").isEmpty)
  }

  @Test(arguments: [
    ["INPUT_VERSION": "../../evil"], ["INPUT_VERSION": "1.2.3\n4"],
    ["INPUT_VERSION": "1.2.3", "ACTION_REPOSITORY": "a/b/../c"],
    ["INPUT_BINARY": "/nowhere/funaban"],
  ])
  func `an input that would lead elsewhere is refused`(inputs: [String: String]) throws {
    let outcome = try run("install", inputs)
    #expect(outcome.exitCode == 2 && outcome.errors.hasPrefix("::error title=Funaban::"))
  }

  @Test func `the steps hand every input to the scripts by the environment`() throws {
    let action = try text("action.yml")
    for line in action.split(separator: "\n") where line.contains("run:") {
      #expect(!line.contains("${{"), "\(line)")
    }
    let scripts = try text("Scripts/action/install.sh") + text("Scripts/action/scan.sh")
    let used = Set(scripts.matches(of: /INPUT_[A-Z_]+/).map { String($0.0) })
    let given = Set(action.matches(of: /(INPUT_[A-Z_]+):/).map { String($0.1) })
    #expect(used == given)
  }

  @Test func `the action is what GitHub takes, and the scripts are sound`() throws {
    if Tool.exists("check-jsonschema") {
      let outcome = try Tool.run(
        "check-jsonschema --builtin-schema vendor.github-actions action.yml"
      )
      #expect(outcome.exitCode == 0, "\(outcome.everything)")
    } else {
      print("skipped: no check-jsonschema")
    }
    guard Tool.exists("shellcheck") else { return print("skipped: no shellcheck") }
    let outcome = try Tool.run("shellcheck Scripts/action/*.sh Scripts/reference.sh")
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Program.packageRoot.appending(path: path), encoding: .utf8)
  }
}
