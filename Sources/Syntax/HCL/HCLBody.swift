package import SourceText

/// The arguments and blocks between two braces, or of a whole file.
package struct HCLBody: Sendable {
  /// An argument or a block.
  package enum Item: Sendable {
    case attribute(HCLAttribute)
    case block(HCLBlock)
  }

  let tree: HCLTree
  private let index: UInt32?

  init(_ tree: HCLTree, _ index: UInt32?) {
    self.tree = tree
    self.index = index
  }

  private var record: HCLRecord? { index.map { tree.records[Int($0)] } }

  /// The indices of the items.
  private var children: ArraySlice<UInt32> { record.map { tree.children(of: $0) } ?? [] }

  /// Arguments and blocks in the order of the file; of arguments of one name only the first.
  package var items: [Item] {
    children.compactMap { child in
      let record = tree.records[Int(child)]
      if record.kind == .block { return .block(HCLBlock(tree, child)) }
      return record.flags.contains(.isDuplicate) ? nil : .attribute(HCLAttribute(tree, child))
    }
  }

  /// The arguments in the order of the file; of those of one name only the first.
  package var attributes: [HCLAttribute] {
    children.compactMap { child in
      let record = tree.records[Int(child)]
      guard record.kind == .argument, !record.flags.contains(.isDuplicate) else { return nil }
      return HCLAttribute(tree, child)
    }
  }

  /// The blocks in the order of the file.
  package var blocks: [HCLBlock] {
    children.compactMap { child in
      tree.records[Int(child)].kind == .block ? HCLBlock(tree, child) : nil
    }
  }

  /// The argument of that name.
  package func attribute(_ name: String) -> HCLAttribute? {
    let name = name.utf8
    let found = children.first { child in
      let record = tree.records[Int(child)]
      guard record.kind == .argument, Int(record.third - record.start) == name.count else {
        return false
      }
      return tree.file.bytes[Int(record.start)..<Int(record.third)].elementsEqual(name)
    }
    return found.map { HCLAttribute(tree, $0) }
  }

  /// The file that the body stands in.
  package var file: SourceFile { tree.file }
  /// The bytes of the body: from brace to brace, or from the first token to the end of the file.
  package var range: SourceRange { record?.range ?? SourceRange(0, 0) }
  /// The file and the bytes of the body.
  package var location: SourceLocation { tree.location(range) }
}
