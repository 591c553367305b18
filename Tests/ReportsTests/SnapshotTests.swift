import Testing

@Suite struct SnapshotTests {
  @Test(arguments: Sample.renderings)
  func `every report reads as it is on record`(rendering: Rendering) {
    Snapshot.expect(rendering.render(), rendering.name)
  }

  @Test func `no record is left over`() throws {
    #expect(try Snapshot.unused() == [])
  }
}
