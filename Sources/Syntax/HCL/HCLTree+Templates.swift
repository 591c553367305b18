import SourceText

extension HCLTree {
  /// The parts of a template or of a branch, empty texts left out and neighbours joined.
  func parts(of record: HCLRecord) -> [HCLTemplatePart] {
    var parts: [HCLTemplatePart] = []
    for child in children(of: record) {
      let record = records[Int(child)]
      guard record.kind == .literal else {
        parts.append(part(record))
        continue
      }
      guard record.end > record.start else { continue }
      let literal = HCLLiteral(
        self,
        record.range,
        isVerbatim: !record.flags.contains(.isEscaped),
        isQuoted: record.flags.contains(.isQuoted)
      )
      if case .literal(let last) = parts.last, last.joins(literal) {
        parts[parts.count - 1] = .literal(last.joined(to: literal))
      } else {
        parts.append(.literal(literal))
      }
    }
    return parts
  }

  private func part(_ record: HCLRecord) -> HCLTemplatePart {
    switch record.kind {
    case .templateConditional:
      .conditional(
        HCLExpression(self, record.first),
        then: branch(record.second),
        otherwise: branch(record.third),
        record.range
      )
    case .templateLoop: .loop(HCLTemplateLoop(self, record))
    default: .interpolation(HCLExpression(self, record.first), record.range)
    }
  }

  private func branch(_ index: UInt32) -> [HCLTemplatePart] {
    index == HCLRecord.none ? [] : parts(of: records[Int(index)])
  }
}
