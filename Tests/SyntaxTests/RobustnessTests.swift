import SourceText
import Syntax
import Testing

/// Whatever the bytes are, a parser ends with a sound tree or says what is wrong.
@Suite struct RobustnessTests {
  private static let isAvailable = !Vectors.templates.isEmpty
  private static let reason: Comment = "skipped: no vectors"

  @Test(.enabled(if: isAvailable, reason), arguments: Vectors.templates)
  func `a truncated file is read up to its end`(template: Vectors.Template) {
    let bytes = template.source.bytes
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 24)) {
      expectSound(Array(bytes[..<count]), like: template)
    }
  }

  @Test(.enabled(if: isAvailable, reason), arguments: Vectors.templates)
  func `a damaged file is read as far as it makes sense`(template: Vectors.Template) {
    guard !template.source.bytes.isEmpty else { return }
    var random = SplitMix(state: UInt64(template.source.bytes.count))
    for _ in 0..<24 {
      var bytes = template.source.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let marks = Array("\"'{}[]:,-#&*!|>%@`?\n\t \\\u{0}".utf8) + [0xFF, 0xC3, 0x80]
        bytes[place] = marks.randomElement(using: &random) ?? 0
      }
      expectSound(bytes, like: template)
    }
  }

  private func expectSound(_ bytes: [UInt8], like template: Vectors.Template) {
    let file = SourceFile(path: template.name, bytes: bytes)
    let tree =
      template.name.hasSuffix(".json") ? JSONParser.parse(file) : YAMLParser.parse(file)
    for diagnostic in tree.diagnostics {
      let range = diagnostic.location?.range
      #expect(range.map { $0.end <= bytes.count } ?? false, "\(diagnostic.code)")
    }
    if template.name.hasSuffix(".json") { #expect(tree.root != nil || tree.hasErrors) }
    #expect(tree.documents.flatMap { Soundness.flaws(of: $0, within: nil) } == [])
  }
}

/// Checks that ranges lie within each other and that texts can be read.
enum Soundness {
  static func flaws(of node: Node, within outer: SourceRange?) -> [String] {
    let range = node.range
    var isSound = Int(range.end) <= node.file.bytes.count
    if let outer, node.aliasRange == nil { isSound = isSound && outer.contains(range) }
    isSound =
      isSound && (node.string == nil) == [.sequence, .mapping].contains(node.kind)
      && (node.number != nil) == (node.kind == .number)
      && (node.bool != nil) == (node.kind == .bool)
    var flaws = isSound ? [] : ["\(range) in \(String(describing: outer)): \(node.source)"]
    let (elements, entries) = (node.elements, node.entries)
    if node.count != elements.count + entries.count { flaws.append("count of \(node.source)") }
    let children = elements + entries.flatMap { [$0.key, $0.value] }
    let written = children.filter { $0.aliasRange == nil }
    for (earlier, later) in zip(written, written.dropFirst())
    where earlier.range.end > later.range.start {
      flaws.append("\(earlier.source) overlaps \(later.source)")
    }
    return flaws + children.flatMap { Self.flaws(of: $0, within: range) }
  }
}
