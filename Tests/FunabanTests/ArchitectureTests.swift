import Foundation
import Testing

@Suite struct ArchitectureTests {
  /// The house of docs/architecture.md, from the ground floor up; nothing is imported sideways.
  private static let floors: [Set<String>] = [
    ["SourceText"], ["Syntax", "RuleLanguage"], ["Inventory"],
    ["TerraformLanguage"], ["Templates", "Posture", "Workspace"], ["Remedy"], ["Reports"],
    ["LanguageServer"], ["funaban"],
  ]

  private static let rooms = Set(floors.joined())

  private struct Import: CustomTestStringConvertible {
    let target: String
    let module: String
    let file: String

    var testDescription: String { "\(file) imports \(module)" }
  }

  @Test func `every target stands on a floor, and the manifest declares each`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path())
    #expect(Set(folders.filter { !$0.hasPrefix("C") }) == ArchitectureTests.rooms)
    #expect(try Set(dependencies().keys).isSuperset(of: ArchitectureTests.rooms))
    #expect(try imports().count > 200)
  }

  @Test func `imports point to lower floors only`() throws {
    for found in try imports() where ArchitectureTests.rooms.contains(found.module) {
      let floor = try #require(ArchitectureTests.floor(of: found.target))
      let below = try #require(ArchitectureTests.floor(of: found.module))
      #expect(below < floor, "\(found.testDescription)")
    }
  }

  @Test func `what is imported is declared in the manifest`() throws {
    let declared = try dependencies()
    let given: Set = ["Glibc", "Synchronization"]
    for found in try imports() where !given.contains(found.module) {
      #expect(declared[found.target]?.contains(found.module) == true, "\(found.testDescription)")
    }
  }

  @Test func `only the command line imports the argument parser, and nothing imports Foundation`()
    throws
  {
    for found in try imports() {
      #expect(!found.module.hasPrefix("Foundation"), "\(found.testDescription)")
      if found.module == "ArgumentParser" { #expect(found.target == "funaban") }
    }
  }

  @Test func `only the workspace and the command line touch files`() throws {
    let calls = ["unsafe open(", "fopen(", "opendir(", "unsafe unlink(", "unsafe socket("]
    for file in try swiftFiles() where !["Workspace", "funaban"].contains(target(of: file)) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for call in calls { #expect(!text.contains(call), "\(file.lastPathComponent):\(call)") }
    }
  }

  private static func floor(of target: String) -> Int? {
    floors.firstIndex { $0.contains(target) }
  }

  private var sources: URL { Program.packageRoot.appending(path: "Sources") }

  private func swiftFiles() throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path())
    return names.filter { $0.hasSuffix(".swift") }.map { sources.appending(path: $0) }
  }

  private func target(of file: URL) -> String {
    let names = file.pathComponents
    return names.lastIndex(of: "Sources").map { names[$0 + 1] } ?? ""
  }

  private func imports() throws -> [Import] {
    try swiftFiles().flatMap { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return text.matches(
        of:
          /(?m)^\s*(?:(?:@\S+|package|internal|public|private|fileprivate)\s+)*import\s+(?:(?:struct|enum|class|func|typealias)\s+)?(\w+)/
      )
      .map { Import(target: target(of: file), module: String($0.1), file: file.lastPathComponent) }
    }
  }

  /// The dependencies of each target as the manifest's text declares them.
  private func dependencies() throws -> [String: Set<String>] {
    let manifest = try String(
      contentsOf: Program.packageRoot.appending(path: "Package.swift"),
      encoding: .utf8
    )
    let targets = manifest.split(separator: /(?=\.(?:target|executableTarget|testTarget)\()/)
    return targets.reduce(into: [:]) { found, text in
      guard let name = text.firstMatch(of: /name:\s*"(\w+)"/)?.1 else { return }
      let list = text.firstMatch(of: /(?s)dependencies:\s*\[(.*?)\]/)?.1 ?? ""
      found[String(name), default: []].formUnion(list.matches(of: /"(\w+)"/).map { String($0.1) })
    }
  }
}
