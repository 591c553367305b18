import Foundation

/// Programs of others that tests run where they are installed.
enum Tool {
  /// Makes the programs of the Makefile's Python environment known.
  private static let path = "PATH=\"\(Program.packageRoot.path()).cache/venv/bin:$PATH\""

  /// Whether there is a program called `name`.
  static func exists(_ name: String) -> Bool {
    (try? Program.runInShell("\(path) command -v \(name)"))?.exitCode == 0
  }

  /// Runs a script of bash that may use the programs, in `folder`, else in the package.
  static func run(
    _ script: String,
    in folder: Sandbox? = nil,
    environment: [String: String] = [:],
    limit: Double = 60
  ) throws -> Program.Outcome {
    try Program.runInShell(
      "export \(path)\n\(script)",
      in: folder,
      environment: environment,
      limit: limit
    )
  }
}
