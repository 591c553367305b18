import Inventory
import Testing

@testable import Remedy

/// A plan that did not come about in full is noticed, whatever the edits were.
struct PatchOutcomeTests {
  private static let old = task([container("web"), container("log")])

  private static func container(
    _ name: String,
    _ more: [SourceLiteral.Member] = []
  ) -> SourceLiteral {
    .object([.init("name", .string(name))] + more)
  }

  private static func task(_ containers: [SourceLiteral]) -> Value {
    SourceLiteral.object([.init("containerDefinitions", .list(containers))]).value
  }

  private static let readOnly = SourceLiteral.Member("readonlyRootFilesystem", .bool(true))

  private static let patch = Patch.members([
    "containerDefinitions": .elements([
      1: .members(["readonlyRootFilesystem": .set(.bool(true))]),
      2: .set(container("seed")),
    ])
  ])

  private func unmet(_ containers: [SourceLiteral]) -> String? {
    Self.patch.unmet(from: Self.old, to: Self.task(containers))
  }

  @Test func `a patch that came about leaves nothing unmet`() {
    let containers = ["web", "log", "seed"].map {
      Self.container($0, $0 == "log" ? [Self.readOnly] : [])
    }
    #expect(unmet(containers) == nil)
  }

  @Test func `an element that was not added is missed`() {
    let path = unmet([Self.container("web"), Self.container("log", [Self.readOnly])])
    #expect(path == "containerDefinitions[2]")
  }

  @Test func `a member that was set elsewhere is missed`() {
    let path = unmet([
      Self.container("web", [Self.readOnly]), Self.container("log"), Self.container("seed"),
    ])
    #expect(path == "containerDefinitions[1].readonlyRootFilesystem")
  }

  @Test func `an element that moved because another went is found by its name`() {
    #expect(unmet([Self.container("log", [Self.readOnly]), Self.container("seed")]) == nil)
  }

  @Test func `what should be gone and is not is missed`() {
    let patch = Patch.members(["pidMode": .remove])
    let old = SourceLiteral.object([.init("pidMode", .string("host"))]).value
    #expect(patch.unmet(from: old, to: old) == "pidMode")
    #expect(patch.unmet(from: old, to: SourceLiteral.object([]).value) == nil)
  }
}
