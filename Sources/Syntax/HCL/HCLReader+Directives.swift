import SourceText

/// A directive that ends a branch of another one.
struct HCLBranchEnd {
  let word: HCLKeyword
  let range: SourceRange
}

extension HCLReader {
  /// Reads an `if` or `for` directive with all its branches, and leaves it pending.
  ///
  /// Returns a directive that ends an outer branch instead of beginning one.
  mutating func readDirective(_ state: inout HCLTemplateState) -> HCLBranchEnd? {
    let open = beginSequence(&state)
    openSequences += 1
    let outer = setIgnoresNewlines(true)
    defer { _ = setIgnoresNewlines(outer) }
    let word = keyword
    let range = next.range
    switch word {
    case .if, .for:
      guard enter() else {
        fail(.nesting, at: open.range)
        break
      }
      advance()
      if word == .if { readConditional(open, &state) } else { readLoop(open, &state) }
      leave()
      return nil
    case .else, .endif, .endfor:
      advance()
      if kind != .closeSequence { refuseNext(.directiveEnd) }
      endSequence(open, &state, or: .unclosedDirective)
      return word.map { HCLBranchEnd(word: $0, range: open.range.union(range)) }
    default:
      fail(kind == .identifier ? .directiveWord : .directive, at: range)
    }
    endSequence(open, &state, or: .unclosedDirective)
    return nil
  }

  /// Reads the rest of `%{ if`, the branches and the `endif`.
  private mutating func readConditional(_ open: HCLToken, _ state: inout HCLTemplateState) {
    let condition = readExpression()
    finishHead(open, &state)
    let yes = readBranch(&state)
    var (no, end) = (HCLRecord.none, yes.end)
    if end?.word == .else { (no, end) = readBranch(&state) }
    expect(.endif, end, open, .missingEndif)
    pending.append(
      append(
        .templateConditional,
        from: open.start,
        to: max(previousEnd, open.end),
        condition,
        yes.parts,
        no,
        height: height(above: condition, yes.parts, no == HCLRecord.none ? condition : no)
      )
    )
  }

  /// Reads the rest of `%{ for`, the body and the `endfor`.
  private mutating func readLoop(_ open: HCLToken, _ state: inout HCLTemplateState) {
    let mark = pending.count
    readForHead()
    let isComplete = pending.count - mark == 3
    finishHead(open, &state)
    let (body, end) = readBranch(&state)
    expect(.endfor, end, open, .missingEndfor)
    if isComplete {
      pending.append(body)
      let loop = appendList(.templateLoop, from: open.start, to: previousEnd, children: mark)
      pending.append(loop)
    } else {
      pending.removeSubrange(mark...)
      let invalid = append(.invalid, from: open.start, to: previousEnd)
      pending.append(append(.interpolation, from: open.start, to: previousEnd, invalid))
    }
  }

  private mutating func finishHead(_ open: HCLToken, _ state: inout HCLTemplateState) {
    if !isRecovering, kind != .closeSequence { refuseNext(.directiveEnd) }
    endSequence(open, &state, or: .unclosedDirective)
  }

  /// Reads the parts up to the directive that ends the branch.
  private mutating func readBranch(
    _ state: inout HCLTemplateState
  ) -> (parts: UInt32, end: HCLBranchEnd?) {
    let mark = pending.count
    let start = next.start
    let end = readParts(&state)
    let last = end.map { $0.range.start } ?? next.start
    return (appendList(.parts, from: start, to: last, children: mark), end)
  }

  private mutating func expect(
    _ word: HCLKeyword,
    _ end: HCLBranchEnd?,
    _ open: HCLToken,
    _ problem: HCLProblem
  ) {
    if let end, end.word != word {
      report(.strayDirective(end.word), at: end.range)
    } else if end == nil {
      report(problem, at: open.range)
    }
  }
}
