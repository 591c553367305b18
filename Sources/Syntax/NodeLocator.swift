package import SourceText

/// Finds the nodes of one tree by where they stand, and the collections around them.
///
/// Making one visits every node; a search takes logarithmic time. Nodes are shown where they are
/// written: none is reached through an alias, and an alias is not found.
package struct NodeLocator: Sendable {
  /// The tree that is searched.
  package let tree: SyntaxTree
  /// The index of the collection around each node, and a root's own index.
  private let parents: ContiguousArray<UInt32>

  /// Learns the structure of `tree`.
  package init(_ tree: SyntaxTree) {
    var parents: ContiguousArray<UInt32> = []
    parents.reserveCapacity(tree.records.count)
    var open: [UInt32] = []
    for index in tree.records.indices {
      while let last = open.last, tree.records[Int(last)].first <= index { open.removeLast() }
      parents.append(open.last ?? UInt32(index))
      if tree.records[index].isCollection { open.append(UInt32(index)) }
    }
    self.tree = tree
    self.parents = parents
  }

  /// Every node that is written out, in the order of the file.
  package var nodes: some Sequence<Node> {
    tree.records.indices.lazy
      .filter { tree.records[$0].kind != .alias }
      .map { Node(tree, at: UInt32($0), alias: nil) }
  }

  /// The outermost node that covers exactly `range` and is of `kind`, if one is asked for.
  package func node(at range: SourceRange, _ kind: Node.Kind? = nil) -> Node? {
    var index = firstIndex(startingAt: range.start)
    while index < tree.records.count, tree.records[index].start == range.start {
      let record = tree.records[index]
      if record.end == range.end, record.kind != .alias {
        let node = Node(tree, at: UInt32(index), alias: nil)
        if kind == nil || node.kind == kind { return node }
      }
      index += 1
    }
    return nil
  }

  /// The collection that `node` is a key, value or element of; `nil` for a root.
  package func parent(of node: Node) -> Node? {
    let parent = parents[Int(node.index)]
    return parent == node.index ? nil : Node(tree, at: parent, alias: nil)
  }

  /// The number of collections around `node`.
  package func depth(of node: Node) -> Int {
    sequence(first: node) { parent(of: $0) }.reduce(-1) { depth, _ in depth + 1 }
  }

  private func firstIndex(startingAt offset: UInt32) -> Int {
    var low = 0
    var high = tree.records.count
    while low < high {
      let middle = (low + high) / 2
      if tree.records[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
