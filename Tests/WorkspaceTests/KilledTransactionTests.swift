import Foundation
import Testing
import Workspace

/// Runs that are killed while they write: whenever that is, no file may be torn.
@Suite struct KilledTransactionTests {
  private static let count = 200

  /// What a file holds in the given generation: long enough for several pages.
  private static func contents(_ number: Int, _ generation: Int) -> [UInt8] {
    Array(String(repeating: "file \(number), generation \(generation)\n", count: 300).utf8)
  }

  private static func change(_ folder: String, from generation: Int) throws {
    try FileTransaction().commit(
      (0..<count).map { number in
        FileReplacement(
          path: "\(folder)/\(number).yaml",
          expected: contents(number, generation),
          contents: contents(number, generation + 1)
        )
      }
    )
  }

  @Test(arguments: [3, 11, 20, 35, 60, 90, 140, 230])
  func `a killed run leaves each file old or new`(milliseconds: Int) async throws {
    let folder = try Sandbox()
    for number in 0..<Self.count {
      let text = String(decoding: Self.contents(number, 0), as: UTF8.self)
      try folder.write("\(number).yaml", text)
    }
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = folder.path as String, milliseconds] in
      Thread.detachNewThread {
        usleep(UInt32(milliseconds) * 1000)
        kill(getpid(), SIGKILL)
      }
      for generation in 0... { try Self.change(path, from: generation) }
    }
    let generations = try (0..<Self.count).map { number in
      let bytes = Array(try folder.text("\(number).yaml").utf8)
      let generation = try folder.generation(of: "\(number).yaml")
      #expect(bytes == Self.contents(number, generation))
      return generation
    }
    let oldest = try #require(generations.min())
    #expect(generations.allSatisfy { $0 - oldest <= 1 })

    let last = try folder.text("7.yaml")
    try FileTransaction().commit([
      FileReplacement(path: folder.path + "/7.yaml", expected: Array(last.utf8), contents: [])
    ])
    #expect(try folder.hiddenNames().isEmpty, "what the killed run left is cleaned up")
  }

  @Test func `what a running program writes is not taken for a leftover`() throws {
    let folder = try Sandbox()
    try folder.write("a.yaml", "old")
    try folder.write(".a.yaml.funaban-\(getpid())-1f", "of a run that goes on")
    try folder.write(".a.yaml.funaban-notes", "of somebody else")
    try FileTransaction().commit([
      FileReplacement(path: folder.path + "/a.yaml", expected: Array("old".utf8), contents: [])
    ])
    #expect(try folder.hiddenNames().count == 2)
  }
}

extension Sandbox {
  /// The generation that the first line of a file tells.
  fileprivate func generation(of name: String) throws -> Int {
    let line = try #require(try text(name).split(separator: "\n").first)
    return try #require(line.split(separator: " ").last.flatMap { Int($0) })
  }
}
