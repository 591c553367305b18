import Foundation
import Testing

@Suite struct FileSystemTests {
  private func sandbox() throws -> Sandbox { try Sandbox(["web.json": Sample.taskDefinition]) }

  /// Scans `name` by its name and by walking; the sample beside it is always judged.
  private func scan(
    _ name: String,
    in folder: Sandbox
  ) throws -> (named: [Report.Problem], found: [Report.Problem], codes: [Int32]) {
    let named = try Program.scan([name, "web.json"] + Sample.control, in: folder)
    let found = try Program.scan(Sample.control, in: folder)
    #expect(named.report.failures.map(\.location.path) == ["web.json"])
    #expect(found.report.failures.map(\.location.path) == ["web.json"])
    return (
      named.report.diagnostics, found.report.diagnostics, [named.exitCode, found.exitCode]
    )
  }

  @Test func `a file of 200 MB is told, not read`() throws {
    let folder = try sandbox()
    try folder.newFile("big.json").truncate(atOffset: 200 << 20)
    let outcome = try scan("big.json", in: folder)
    #expect(outcome.named.map(\.code) == ["file.too-large"])
    #expect(outcome.found.map(\.code) == ["file.too-large"])
    #expect(outcome.codes == [3, 1])
  }

  @Test func `a pipe is told where it is named and passed over where it is found`() throws {
    let folder = try sandbox()
    #expect(unsafe mkfifo(folder.url("pipe.json").path(), 0o600) == 0)
    let outcome = try scan("pipe.json", in: folder)
    #expect(outcome.named.map(\.code) == ["file.not-regular"])
    #expect(outcome.codes == [3, 1])
  }

  @Test func `links are followed where they are named, and a loop of them ends`() throws {
    let folder = try sandbox()
    let files = FileManager.default
    try files.createSymbolicLink(at: folder.url("loop"), withDestinationURL: folder.url(""))
    try files.createSymbolicLink(
      at: folder.url("self.json"),
      withDestinationURL: folder.url("self.json")
    )
    let outcome = try scan("self.json", in: folder)
    #expect(outcome.named.count == 1 && outcome.found.isEmpty)
    #expect(outcome.codes == [3, 1])
    let (code, report) = try Program.scan(["loop"] + Sample.control, in: folder)
    #expect(code == 1 && report.failures.map(\.location.path) == ["loop/web.json"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full"))
  func `a report that a full disk cuts short is told`() throws {
    let outcome = try Program.run(
      ["scan", "--fail-on", "never", "-o", "/dev/full"] + Sample.control,
      in: try sandbox()
    )
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("/dev/full: cannot be written"))
    let redirected = try Program.runInShell(
      "\"$FUNABAN\" scan web.json --fail-on never > /dev/full",
      in: try sandbox()
    )
    #expect(redirected.exitCode == 2 && redirected.errors.contains("cannot be written"))
  }

  @Test(.enabled(if: getuid() != 0, "root reads everything"))
  func `a file without read permission is told`() throws {
    let folder = try sandbox()
    try folder.write("closed.json", Sample.taskDefinition)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0],
      ofItemAtPath: folder.url("closed.json").path()
    )
    let outcome = try scan("closed.json", in: folder)
    #expect(outcome.named.map(\.code) == ["file.not-permitted"])
    #expect(outcome.codes == [3, 3])
  }

  @Test func `a link to nowhere is told where it is named`() throws {
    let folder = try sandbox()
    try FileManager.default.createSymbolicLink(
      at: folder.url("gone.json"),
      withDestinationURL: folder.url("nowhere")
    )
    #expect(try scan("gone.json", in: folder).codes == [3, 1])
  }

  @Test func `a hundred thousand files of another trade are walked in seconds`() throws {
    let folder = try sandbox()
    let written = (0..<100).reduce(0) { $0 + link(1000, in: folder.path + "/d\($1)") }
    #expect(written == 100_000)
    let outcome = try Program.run(
      ["scan", "--format", "json"] + Sample.control,
      in: folder,
      limit: 120
    )
    #expect(outcome.exitCode == 1)
    #expect(try outcome.report().summary.files == 1)
  }

  /// Makes a folder with `count` names of one small file of another trade; returns how many.
  ///
  /// Hard links cost a disk a tenth of what new files do, and a walk cannot tell.
  private func link(_ count: Int, in path: String) -> Int {
    let first = path + "/f.json"
    guard unsafe mkdir(path, 0o700) == 0,
      FileManager.default.createFile(atPath: first, contents: Data("{\"a\":1}".utf8))
    else { return 0 }
    return 1 + (1..<count).filter { unsafe Glibc.link(first, "\(path)/f\($0).json") == 0 }.count
  }
}
