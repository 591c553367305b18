package import SourceText

/// Finds the blocks and the expressions of a tree by their bytes.
package struct HCLRangeIndex: Sendable {
  /// A block with the body that it stands in.
  package struct NestedBlock: Sendable {
    /// The block.
    package let block: HCLBlock
    /// The body around it.
    package let parent: HCLBody
  }

  private let tree: HCLTree
  private var expressions: [SourceRange: UInt32] = [:]
  /// The blocks by their headers, their bodies and their whole ranges, each with its parent.
  private var blocks: [SourceRange: (block: UInt32, parent: UInt32)] = [:]

  /// Goes through `tree` once.
  package init(_ tree: HCLTree) {
    self.tree = tree
    expressions.reserveCapacity(tree.records.count)
    for (index, record) in tree.records.enumerated() {
      switch record.kind {
      case .argument, .block, .item, .label, .name, .literal, .interpolation, .parts,
        .templateConditional, .templateLoop:
        continue
      case .body: addBlocks(of: UInt32(index))
      default: expressions[record.range] = UInt32(index)
      }
    }
  }

  private mutating func addBlocks(of parent: UInt32) {
    for child in tree.children(of: tree.records[Int(parent)])
    where tree.records[Int(child)].kind == .block {
      let block = HCLBlock(tree, child)
      for range in [block.range, block.body.range, block.headerLocation.range] {
        blocks[range] = (child, parent)
      }
    }
  }

  /// The expression whose bytes are exactly `range`; of several the outermost.
  package func expression(at range: SourceRange) -> HCLExpression? {
    expressions[range].map { HCLExpression(tree, $0) }
  }

  /// The block whose header, body or whole range is exactly `range`.
  package func block(at range: SourceRange) -> NestedBlock? {
    blocks[range].map {
      NestedBlock(block: HCLBlock(tree, $0.block), parent: HCLBody(tree, $0.parent))
    }
  }
}
