import Foundation
import SourceText
import Testing
import Workspace

@Suite struct FileTransactionTests {
  private let folder: Sandbox

  init() throws {
    folder = try Sandbox()
    try folder.write("a.yaml", "old a")
    try folder.write("b.yaml", "old b")
  }

  private func replacement(_ name: String, _ old: String, _ new: String) -> FileReplacement {
    FileReplacement(
      path: folder.path + "/" + name,
      expected: Array(old.utf8),
      contents: Array(new.utf8)
    )
  }

  /// Replaces `a.yaml`, then `second`; the problem that stood in the way.
  private func problem(
    with second: FileReplacement,
    _ transaction: FileTransaction = FileTransaction()
  ) -> WriteProblem? {
    do throws(WriteProblem) {
      try transaction.commit([replacement("a.yaml", "old a", "new a"), second])
      return nil
    } catch {
      return error
    }
  }

  private func expectNothingWritten() throws {
    #expect(try folder.text("a.yaml") == "old a")
    #expect(try folder.hiddenNames().isEmpty)
  }

  @Test func `all files get their new contents, and nothing else is left`() throws {
    #expect(problem(with: replacement("b.yaml", "old b", "")) == nil)
    #expect(try folder.text("a.yaml") == "new a")
    #expect(try folder.text("b.yaml") == "")
    #expect(try folder.hiddenNames().isEmpty)
  }

  @Test func `a path without a folder is written in the current one`() throws {
    let name = "funaban-\(UUID().uuidString).yaml"
    try Data("old".utf8).write(to: URL(fileURLWithPath: name))
    defer { try? FileManager.default.removeItem(atPath: name) }
    try FileTransaction().commit([
      FileReplacement(path: name, expected: Array("old".utf8), contents: Array("new".utf8))
    ])
    #expect(try String(contentsOfFile: name, encoding: .utf8) == "new")
  }

  private func creation(_ name: String) -> FileReplacement {
    FileReplacement(path: folder.path + "/" + name, expected: nil, contents: Array("new".utf8))
  }

  @Test func `a file that was not there is made`() throws {
    #expect(problem(with: creation("c.yaml")) == nil)
    #expect(try folder.text("a.yaml") == "new a")
    #expect(try folder.text("c.yaml") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/c.yaml")
    #expect(attributes[.posixPermissions] as? Int == 0o644)
    #expect(try folder.hiddenNames().isEmpty)
  }

  @Test func `a file that has come since is not overwritten`() throws {
    #expect(problem(with: creation("b.yaml"))?.kind == .changed)
    #expect(try folder.text("b.yaml") == "old b")
    try expectNothingWritten()
  }

  @Test func `a file in a folder that is not there is not made`() throws {
    #expect(problem(with: creation("none/c.yaml"))?.kind == .missing)
    try expectNothingWritten()
  }

  @Test func `a file that changed since it was read stops the whole run`() throws {
    let refusal = problem(with: replacement("b.yaml", "older b", "new b"))
    let problem = try #require(refusal)
    #expect(problem.kind == .changed && problem.path.hasSuffix("/b.yaml"))
    #expect(problem.text.en.contains("Run the command again"))
    #expect(problem.text.ja.contains("再実行"))
    try expectNothingWritten()
    #expect(try folder.text("b.yaml") == "old b")
  }

  @Test func `a file that is gone, a folder and a pipe stop the whole run`() throws {
    try folder.write("sub/c.yaml", "")
    #expect(unsafe mkfifo(folder.path + "/pipe", 0o600) == 0)
    #expect(problem(with: replacement("gone.yaml", "", "new"))?.kind == .missing)
    #expect(problem(with: replacement("sub", "", "new"))?.kind == .notRegular)
    #expect(problem(with: replacement("pipe", "", "new"))?.kind == .notRegular)
    try expectNothingWritten()
  }

  @Test func `a read-only file and a read-only folder are respected, by root as well`() throws {
    try folder.setMode("b.yaml", 0o444)
    #expect(problem(with: replacement("b.yaml", "old b", "new"))?.kind == .readOnlyFile)
    try folder.write("sub/c.yaml", "old c")
    try folder.setMode("sub", 0o555)
    defer { try? folder.setMode("sub", 0o755) }
    let refusal = problem(with: replacement("sub/c.yaml", "old c", "new"))
    #expect(refusal?.kind == .readOnlyFolder)
    try expectNothingWritten()
    #expect(try folder.text("b.yaml") == "old b" && folder.text("sub/c.yaml") == "old c")
  }

  @Test func `a file with a second name is refused, and both names keep their contents`() throws {
    #expect(unsafe link(folder.path + "/b.yaml", folder.path + "/b2.yaml") == 0)
    #expect(problem(with: replacement("b.yaml", "old b", "new b"))?.kind == .hardLinks)
    try expectNothingWritten()
    #expect(try folder.text("b2.yaml") == "old b")
  }

  @Test func `two spellings of one file are refused`() throws {
    #expect(problem(with: replacement("./a.yaml", "old a", "newer a"))?.kind == .namedTwice)
    try expectNothingWritten()
  }

  @Test func `a link is refused unless links are followed, and then it stays a link`() throws {
    try folder.write(".git/HEAD", "")
    try folder.write("sub/c.yaml", "old c")
    try folder.link("link.yaml", to: "sub/c.yaml")
    let change = replacement("link.yaml", "old c", "new c")
    #expect(problem(with: change)?.kind == .link)
    try expectNothingWritten()
    let tree = SourceTree(around: [folder.path])
    #expect(problem(with: change, FileTransaction(followingLinksIn: tree)) == nil)
    #expect(try folder.text("sub/c.yaml") == "new c")
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.path + "/link.yaml"
    )
    #expect(target == "sub/c.yaml")
  }

  @Test func `a link to nowhere or out of the repository is never written through`() throws {
    let elsewhere = try Sandbox()
    try elsewhere.write("c.yaml", "old c")
    try folder.write(".git/HEAD", "")
    try folder.link("out.yaml", to: elsewhere.path + "/c.yaml")
    try folder.link("nowhere.yaml", to: "gone.yaml")
    let following = FileTransaction(followingLinksIn: SourceTree(around: [folder.path]))
    let out = replacement("out.yaml", "old c", "new c")
    #expect(problem(with: out, following)?.kind == .leadsOut)
    #expect(problem(with: replacement("nowhere.yaml", "", "new"), following)?.kind == .missing)
    #expect(problem(with: replacement("nowhere.yaml", "", "new"))?.kind == .link)
    #expect(try elsewhere.text("c.yaml") == "old c")
    #expect(try folder.text("a.yaml") == "old a")
  }

  @Test(arguments: [0o600, 0o664, 0o2755, 0o4755])
  func `a file keeps its mode`(mode: mode_t) throws {
    try folder.setMode("b.yaml", mode)
    #expect(problem(with: replacement("b.yaml", "old b", "new b")) == nil)
    #expect(folder.status("b.yaml").st_mode & 0o7777 == mode)
  }

  @Test(.enabled(if: getuid() == 0, "only root gives files away"))
  func `a file keeps its owner and its group`() throws {
    #expect(unsafe chown(folder.path + "/b.yaml", 1234, 2345) == 0)
    try folder.setMode("b.yaml", 0o2750)
    #expect(problem(with: replacement("b.yaml", "old b", "new b")) == nil)
    let status = folder.status("b.yaml")
    #expect(status.st_uid == 1234 && status.st_gid == 2345 && status.st_mode & 0o7777 == 0o2750)
  }

  @Test func `a name as long as a file system takes can be written`() throws {
    let name = String(repeating: "長", count: 83) + ".yaml"
    try folder.write(name, "old")
    #expect(problem(with: replacement(name, "old", "new")) == nil)
    #expect(try folder.text(name) == "new")
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "only root mounts a small disk"))
  func `a disk that is full leaves every file as it was, and says so`() throws {
    let disk = try SmallDisk(bytes: 256 << 10)
    let old = [UInt8](repeating: 0x61, count: 20_000)
    let changes = try (0..<10).map { number in
      let path = "\(disk.path)/\(number).yaml"
      try Data(old).write(to: URL(fileURLWithPath: path))
      return FileReplacement(path: path, expected: old, contents: old + old)
    }
    let error = #expect(throws: WriteProblem.self) { try FileTransaction().commit(changes) }
    #expect(error?.kind == .diskFull && error?.written == [])
    for change in changes {
      #expect(FileManager.default.contents(atPath: change.path) == Data(old))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).count == 10)
  }
}
