import Inventory
import Remedy
import SourceText
import Syntax
import Templates
import Testing

/// The places that evaluated values come from are places that can be edited.
struct HCLOriginTests {
  @Test(.enabled(if: HCLEditVectors.isAvailable, "skipped: no vectors"))
  func `a value can be edited where it is written`() throws {
    var count = 0
    for tree in HCLEditVectors.trees {
      let editor = HCLEditor(tree)
      let index = HCLRangeIndex(tree)
      let unit = TerraformProject.read(file: tree.file)
      for value in unit.inventories[0].resources.flatMap({ values(of: $0.properties) }) {
        guard let origin = value.origin, origin.file == tree.file, isWritten(value, index, tree)
        else { continue }
        let edits = try edit(value, at: origin.range, editor)
        let edited = HCLParser.parse(try tree.file.applying(edits))
        #expect(edited.diagnostics.isEmpty, "\(tree.file.text(origin.range))")
        count += 1
      }
    }
    #expect(count > 500)
  }

  /// Whether the value stands at its origin in the shape that it has.
  ///
  /// Others are made of what stands there, such as lists of tags, or come from a module or resource.
  private func isWritten(_ value: Value, _ index: HCLRangeIndex, _ tree: HCLTree) -> Bool {
    guard let range = value.origin?.range else { return false }
    if let nested = index.block(at: range) {
      return value.object != nil || value.list != nil && nested.block.labels.isEmpty
    }
    guard let expression = index.expression(at: range) else { return false }
    return switch (value.content, expression.form) {
    case (.object, .object), (.list, .tuple): true
    case (.object, _), (.list, _): false
    default: true
    }
  }

  private func edit(
    _ value: Value,
    at range: SourceRange,
    _ editor: HCLEditor
  ) throws(EditRefusal) -> [Edit] {
    switch value.content {
    case .object: try editor.insert([.init("inserted", .bool(true))], into: range)
    case .list: try editor.append([.object([.init("inserted", .bool(true))])], to: range)
    default: try editor.replace(range, with: .bool(true))
    }
  }

  private func values(of value: Value) -> [Value] {
    let inner = (value.list ?? []) + (value.object?.members.map(\.value) ?? [])
    return [value] + inner.flatMap(values)
  }
}
