package import SourceText

extension HCLTokens {
  /// The index of the first token that begins at `offset` or behind it.
  package func index(from offset: Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension HCLTree {
  /// The bytes between the lines that begin and end the innermost heredoc around `offset`.
  package func heredoc(containing offset: Int) -> SourceRange? {
    let tokens = tokens
    var depth = 0
    var opener = tokens.index(from: offset + 1) - 1
    while opener >= 0 {
      switch tokens[opener].kind {
      case .closeHeredoc: depth += 1
      case .openHeredoc where depth == 0:
        let content = content(ofHeredocOpenedBy: opener)
        return content?.contains(SourceRange(offset, offset)) == true ? content : nil
      case .openHeredoc: depth -= 1
      default: break
      }
      opener -= 1
    }
    return nil
  }

  private func content(ofHeredocOpenedBy opener: Int) -> SourceRange? {
    var depth = 0
    for index in (opener + 1)..<tokens.count {
      let token = tokens[index]
      if token.kind == .openHeredoc { depth += 1 }
      guard token.kind == .closeHeredoc else { continue }
      if depth == 0 { return SourceRange(Int(tokens[opener].end), Int(token.start)) }
      depth -= 1
    }
    return nil
  }
}
