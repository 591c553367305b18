import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
  /// What one run came to.
  struct Outcome {
    let exitCode: Int32
    let output: String
    let errors: String

    /// Both streams, for what must stand in either or in none.
    var everything: String { output + errors }

    /// The report on standard output as JSON.
    func report() throws -> Report {
      try JSONDecoder().decode(Report.self, from: Data(output.utf8))
    }
  }

  struct DidNotFinish: Error, CustomStringConvertible {
    let description: String
  }

  /// The executable stands beside the bundle of tests.
  private static let executable: URL = {
    let arguments = CommandLine.arguments.map { URL(filePath: $0) }
    let folders = (arguments + [Bundle.main.bundleURL]).map { $0.deletingLastPathComponent() }
    let packageFolder = packageRoot.appending(path: ".build/debug")
    let candidates = (folders + [packageFolder]).map { $0.appending(path: "funaban") }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path()) }
      ?? packageFolder.appending(path: "funaban")
  }()

  /// The folder of the package.
  static let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the program in an environment without the tester's own settings.
  ///
  /// A run that a signal ends or that outlasts `limit` seconds is an error.
  static func run(
    _ arguments: [String],
    in folder: Sandbox? = nil,
    input: String = "",
    environment: [String: String] = [:],
    limit: Double = 60
  ) throws -> Outcome {
    try start(
      executable,
      arguments,
      in: folder,
      input: input,
      environment: environment,
      limit: limit
    )
  }

  /// Runs a script of bash in which `$FUNABAN` is the program.
  static func runInShell(
    _ script: String,
    in folder: Sandbox? = nil,
    environment: [String: String] = [:],
    limit: Double = 60
  ) throws -> Outcome {
    try start(
      URL(filePath: "/bin/bash"),
      ["-c", script],
      in: folder,
      environment: environment.merging(["FUNABAN": executable.path()]) { $1 },
      limit: limit
    )
  }

  private static func start(
    _ executable: URL,
    _ arguments: [String],
    in folder: Sandbox?,
    input: String = "",
    environment: [String: String],
    limit: Double = 60
  ) throws -> Outcome {
    let streams = try Sandbox()
    try streams.write("in", input)
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.map { $0.url("") } ?? packageRoot
    process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams.url("in"))
    process.standardOutput = try streams.newFile("out")
    process.standardError = try streams.newFile("err")
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    defer { withExtendedLifetime(folder) {} }
    if ended.wait(timeout: .now() + limit) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw DidNotFinish(description: "\(arguments) ran longer than \(limit) s")
    }
    guard process.terminationReason == .exit else {
      throw DidNotFinish(description: "\(arguments) ended by signal \(process.terminationStatus)")
    }
    return Outcome(
      exitCode: process.terminationStatus,
      output: streams.text("out"),
      errors: streams.text("err")
    )
  }

  /// Scans with `arguments` and reads the JSON report.
  static func scan(
    _ arguments: [String],
    in folder: Sandbox? = nil,
    input: String = ""
  ) throws -> (exitCode: Int32, report: Report) {
    let outcome = try run(["scan", "--format", "json"] + arguments, in: folder, input: input)
    return (outcome.exitCode, try outcome.report())
  }
}
