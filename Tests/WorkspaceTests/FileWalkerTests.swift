import Foundation
import SourceText
import Testing
import Workspace

@Suite struct FileWalkerTests {
  @Sendable private static func isDocument(_ name: String) -> Bool {
    [".json", ".yaml"].contains { name.lowercased().hasSuffix($0) }
  }

  @Test func `a walk is sorted, honours gitignore, and keeps cdk.out`() throws {
    let folder = try Sandbox()
    try folder.write(".gitignore", "cdk.out\n*.tmp.json\n!keep.tmp.json\n/only-here.yaml\nbuild/\n")
    for path in [
      "b.yaml", "a.json", "x.tmp.json", "keep.tmp.json", "only-here.yaml", "sub/only-here.yaml",
      "build/t.yaml", "sub/build.yaml", "cdk.out/S.template.json", "node_modules/p/package.json",
      "readme.md", "sub/.gitignore", "UPPER.YAML",
    ] { try folder.write(path, "") }
    try folder.write(".git/config.json", "")
    let found = FileWalker.walk(folder.path, FileWalker(isWanted: FileWalkerTests.isDocument)).files
      .map { folder.relative($0) }
    #expect(
      found == [
        "UPPER.YAML", "a.json", "b.yaml", "cdk.out/S.template.json", "keep.tmp.json",
        "sub/build.yaml", "sub/only-here.yaml",
      ]
    )
  }

  @Test(arguments: [
    ("**/a/**/b", "x/a/y/z/b", true), ("**/a/**/b", "a/b", true), ("a/**", "a", false),
    ("a/**", "a/b/c", true), ("/a", "x/a", false), ("*.json", "x/y.json", true),
    ("docs/", "x/docs", false),
    (String(repeating: "**/a/", count: 30) + "b", String(repeating: "a/", count: 60) + "c", false),
  ])
  func `a pattern names what git says it names`(
    pattern: String,
    path: String,
    matches: Bool
  ) throws {
    let read = try #require(IgnorePattern(Substring(pattern)))
    #expect(read.matches(path.split(separator: "/").map(String.init), isFolder: false) == matches)
  }

  @Test func `include and exclude globs choose files`() throws {
    let folder = try Sandbox()
    for path in ["a.json", "deep/b.json", "deep/c.yaml", "test/d.json"] {
      try folder.write(path, "")
    }
    let walker = FileWalker(
      include: ["*.json"],
      exclude: ["test/"],
      isWanted: FileWalkerTests.isDocument
    )
    let found = FileWalker.walk(folder.path, walker).files.map { folder.relative($0) }
    #expect(found == ["a.json", "deep/b.json"])
    let taken = ["a.json", "deep/b.json", "deep/c.yaml", "test/d.json", "node_modules/p/e.json"]
      .filter(walker.takes)
    #expect(taken == ["a.json", "deep/b.json"])
  }

  @Test func `a loop of links and a pipe do not stop the walk`() throws {
    let folder = try Sandbox()
    try folder.write("a.json", "")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/loop",
      withDestinationPath: folder.path
    )
    let made = unsafe mkfifo(folder.path + "/pipe.json", 0o600)
    #expect(made == 0)
    let found = FileWalker.walk(folder.path, FileWalker(isWanted: FileWalkerTests.isDocument)).files
      .map { folder.relative($0) }
    #expect(found == ["a.json"])
    guard case .failure(let problem) = FileReader.read(folder.path + "/pipe.json") else {
      Issue.record("a pipe was read")
      return
    }
    #expect(problem.kind == .notRegular)
  }

  @Test func `a missing file is named with what to do`() {
    guard case .failure(let problem) = FileReader.read("/nowhere/at/all.json") else {
      Issue.record("a missing file was read")
      return
    }
    #expect(problem.kind == .missing)
    #expect(problem.diagnostic().code == "file.missing")
    #expect(problem.text.en.contains("Check the path"))
  }

  @Test func `a file over the limit is refused before it is read`() throws {
    let folder = try Sandbox()
    try folder.write("big.json", "")
    let grown = unsafe truncate(folder.path + "/big.json", 200 << 20)
    #expect(grown == 0)
    guard case .failure(let problem) = FileReader.read(folder.path + "/big.json") else {
      Issue.record("a file of 200 MiB was read")
      return
    }
    #expect(problem.kind == .tooLarge(bytes: 200 << 20))
  }
}
