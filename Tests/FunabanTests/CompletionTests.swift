import Foundation
import Testing

/// The completions of the command line in real, interactive shells.
@Suite struct CompletionTests {
  /// A shell: how it is started, and what it is told first.
  enum Shell: String, CaseIterable {
    case bash = "bash --norc --noprofile -i"
    case zsh = "zsh -f -i"
    case fish = "fish --no-config -i"

    var name: String { String(rawValue.prefix { $0 != " " }) }

    var setup: String {
      switch self {
      case .bash: "source <(funaban completions bash)"
      case .zsh:
        "bindkey -e; funaban completions zsh > _funaban; fpath=($PWD $fpath)"
          + "; autoload -U compinit; compinit -u -D"
      case .fish: "funaban completions fish | source"
      }
    }
  }

  /// Types each line and a TAB, and lets the shell echo what the line became.
  ///
  /// Every step waits for the file that the one before wrote, so no key is typed too early.
  private static let typist = """
    import os, pty, select, sys, time
    shell, setup, lines = sys.argv[1].split(), sys.argv[2], sys.argv[3:]
    child, terminal = pty.fork()
    if child == 0: os.execvp(shell[0], shell)
    deadline = time.time() + 240
    def wait(count):
        while not os.path.exists("typed") or open("typed").read().count("\\n") < count:
            if time.time() > deadline: break
            if select.select([terminal], [], [], 0.05)[0]: os.read(terminal, 65536)
    def type(keys): os.write(terminal, keys.encode())
    type(setup + "; echo ready >> typed\\r")
    wait(1)
    for number, line in enumerate(lines):
        type(line + "\\t\\x01echo \\x05 >> typed\\r")
        wait(number + 2)
    os.kill(child, 9)
    """

  private func completions(
    of lines: [String],
    in shell: Shell,
    language: String
  ) throws -> [String] {
    let folder = try Sandbox(["my shop.yaml": "", "variables.tfvars": "", "type.py": Self.typist])
    let arguments = ([shell.rawValue, shell.setup] + lines).map { "'\($0)'" }
    let outcome = try Tool.run(
      """
      mkdir bin && ln -s "$FUNABAN" bin/funaban && export PATH="$PWD/bin:$PATH" HOME="$PWD"
      python3 type.py \(arguments.joined(separator: " "))
      """,
      in: folder,
      environment: ["FUNABAN_LANG": language, "TERM": "vt100", "LANG": "C.UTF-8"],
      limit: 300
    )
    try #require(outcome.exitCode == 0, "\(outcome.everything)")
    return folder.text("typed").split(separator: "\n").dropFirst().map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  @Test(
    .enabled(if: Tool.exists("python3"), "no python3"),
    arguments: Shell.allCases,
    ["en", "ja"]
  )
  func `a shell completes verbs, options, their values, controls and files`(
    shell: Shell,
    language: String
  ) throws {
    guard Tool.exists(shell.name) else { return print("skipped: no \(shell.name)") }
    let lines = [
      ("funaban sca", "funaban scan"),
      ("funaban refe", "funaban refe"),
      ("funaban scan --no-ig", "funaban scan --no-ignore"),
      ("funaban scan --control ecs.td.readonl", "funaban scan --control ecs.td.readonly-root"),
      ("funaban scan --skip CKV_AWS_336", "funaban scan --skip CKV_AWS_336"),
      (
        "funaban explain ECS_CONTAINERS_READ",
        "funaban explain ECS_CONTAINERS_READONLY_ACCESS"
      ),
      ("funaban scan --fail-on crit", "funaban scan --fail-on critical"),
      ("funaban scan --severity crit", "funaban scan --severity critical"),
      ("funaban scan --format mark", "funaban scan --format markdown"),
      ("funaban scan --var-file vari", "funaban scan --var-file variables.tfvars"),
      ("funaban scan my", "funaban scan my shop.yaml"),
      ("funaban completions zs", "funaban completions zsh"),
    ]
    let completed = try completions(of: lines.map(\.0), in: shell, language: language)
    #expect(completed == lines.map(\.1))
  }
}
