import SourceText
import Syntax

extension HCLLines {
  /// How many items of a file are looked at to learn how it is written.
  private static var sampleSize: Int { 100 }

  /// What the first indented item of a block adds to the indentation of its block; else two spaces.
  var indentationUnit: String {
    for block in tree.body.blocks.prefix(Self.sampleSize) {
      guard let item = HCLContainer(block.body, of: block, self)?.items.first,
        beginsLine(item.start)
      else { continue }
      let outer = indentation(at: Int(block.range.start))
      let inner = indentation(at: item.start)
      if inner.hasPrefix(outer), inner != outer { return String(inner.dropFirst(outer.count)) }
    }
    return "  "
  }

  /// Whether more runs of arguments are aligned than are not, of those that tell.
  var isAligned: Bool {
    var balance = 0
    let bodies = tree.body.blocks.prefix(Self.sampleSize).map { ($0.body, Optional($0)) }
    for (body, block) in bodies + [(tree.body, nil)] {
      guard let items = HCLContainer(body, of: block, self)?.items else { continue }
      let sample = Array(items.prefix(Self.sampleSize))
      for run in runs(of: sample) where run.count > 1 {
        let alignment = HCLAlignment(rows: run.compactMap { row(of: sample[$0]) }, isUsual: true)
        guard alignment.isTelling else { continue }
        balance += alignment.column == nil ? -1 : 1
      }
    }
    return balance >= 0
  }
}
