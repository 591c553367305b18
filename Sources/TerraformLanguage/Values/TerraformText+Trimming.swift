import SourceText

extension TerraformText {
  /// The text without the characters at its start that `isIdle` holds for.
  func trimmedAtStart(_ isIdle: (Unicode.Scalar) -> Bool) -> TerraformText {
    for (index, piece) in pieces.enumerated() {
      guard case .literal(let text, let source) = piece else {
        return TerraformText(Array(pieces[index...]))
      }
      let rest = String(text.unicodeScalars.drop(while: isIdle))
      guard !rest.isEmpty else { continue }
      let kept = source?.part(from: text.utf8.count - rest.utf8.count, count: rest.utf8.count)
      return TerraformText([.literal(rest, kept)] + pieces[(index + 1)...])
    }
    return TerraformText([])
  }

  /// The text without the characters at its end that `isIdle` holds for.
  func trimmedAtEnd(_ isIdle: (Unicode.Scalar) -> Bool) -> TerraformText {
    for index in pieces.indices.reversed() {
      guard case .literal(let text, let source) = pieces[index] else {
        return TerraformText(Array(pieces[...index]))
      }
      var scalars = text.unicodeScalars[...]
      while let last = scalars.last, isIdle(last) { scalars.removeLast() }
      guard !scalars.isEmpty else { continue }
      let rest = String(scalars)
      let kept = source?.part(from: 0, count: rest.utf8.count)
      return TerraformText(pieces[..<index] + [.literal(rest, kept)])
    }
    return TerraformText([])
  }
}

extension TerraformText.TextSource {
  /// The bytes that hold `count` bytes of the text from `offset` on, as exactly as is known.
  fileprivate func part(from offset: Int, count: Int) -> Self {
    guard isVerbatim else { return self }
    let start = Int(location.range.start) + offset
    let range = SourceRange(start, start + count)
    return Self(SourceLocation(location.file, range), isVerbatim: true)
  }
}
