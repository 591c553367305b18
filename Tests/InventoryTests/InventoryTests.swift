import Inventory
import SourceText
import Testing

@Suite struct InventoryTests {
  @Test func `a resource added twice stands once, with its last content`() {
    let file = SourceFile(path: "t.json", text: "{}")
    let location = SourceLocation(file, SourceRange(0, 2))
    func resource(_ type: String) -> Resource {
      Resource(
        id: ResourceID("A"),
        kind: .other,
        type: type,
        properties: Value(.null, at: nil),
        location: location
      )
    }
    let inventory = Inventory([resource("X"), resource("Y")])
    #expect(inventory.resources.map(\.type) == ["Y"])
  }
}
