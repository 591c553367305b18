package import SourceText
package import Syntax

/// JSON text within a Terraform template, made readable for a JSON parser in its place.
///
/// The masked copy of the file is as long as the file, so that what is found in it stands at the
/// same offsets. Outside of the text there are spaces and line endings only. A sequence `${…}` is a
/// word of letters within a JSON string, and a number elsewhere; one that spans lines keeps them and
/// is a number on its last line, outside of strings. Directives `%{…}` are spaces.
package struct MaskedTemplate {
  private let source: [UInt8]
  private var masked: [UInt8]
  /// Whether the text that has been read is within a JSON string.
  private var isInString = false
  /// Whether the last byte of the text is a backslash that escapes the next.
  private var isEscaping = false

  private init(_ file: SourceFile) {
    source = file.bytes
    masked = file.bytes.map { Self.isLineEnd($0) ? $0 : UInt8(ascii: " ") }
  }

  /// The copy of `file` in which only the JSON text of the template in `content` stands.
  ///
  /// The template is what stands between the marks of a heredoc, or a whole file that `templatefile`
  /// reads.
  package static func masking(_ file: SourceFile, content: SourceRange) -> SourceFile {
    var template = MaskedTemplate(file)
    template.read(HCLParser.parseTemplate(file, in: content).tokens)
    return SourceFile(path: file.path, bytes: template.masked)
  }

  /// The bytes of the heredoc in which `offset` lies.
  ///
  /// - Throws: that the text is in quotes, where every quote of the JSON text bears a backslash, or
  ///   that it is no text.
  package static func heredoc(
    of tree: HCLTree,
    containing offset: Int
  ) throws(EditRefusal) -> SourceRange {
    if let content = tree.heredoc(containing: offset) { return content }
    let location = SourceLocation(tree.file, SourceRange(offset, offset))
    throw EditRefusal(
      LocalizedText(
        en: "The JSON text does not stand in a heredoc, so its parts cannot be edited in place.",
        ja: "JSON テキストがヒアドキュメント内になく、その一部を直接編集できない。"
      ),
      at: location
    )
  }

  private mutating func read(_ tokens: HCLTokens) {
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      let end = token.kind.opensSequence ? Self.end(ofSequenceAt: index, in: tokens) : index
      let range = token.range.union(tokens[end].range).bounds
      switch token.kind {
      case .openDirective: isEscaping = false
      case .openInterpolation, .escapedText: mask(range)
      default: copy(range)
      }
      index = end + 1
    }
  }

  /// The index of the token that ends the sequence which the token at `start` begins.
  private static func end(ofSequenceAt start: Int, in tokens: HCLTokens) -> Int {
    var depth = 0
    for index in start..<tokens.endIndex {
      if tokens[index].kind.opensSequence { depth += 1 }
      if tokens[index].kind == .closeSequence { depth -= 1 }
      if depth == 0 { return index }
    }
    return tokens.endIndex - 1
  }

  private mutating func copy(_ range: Range<Int>) {
    for place in range {
      let byte = source[place]
      masked[place] = byte
      if byte == UInt8(ascii: "\""), !isEscaping { isInString.toggle() }
      isEscaping = isInString && byte == UInt8(ascii: "\\") && !isEscaping
    }
  }

  private mutating func mask(_ range: Range<Int>) {
    isEscaping = false
    if isInString {
      for place in range { masked[place] = UInt8(ascii: "x") }
    } else {
      let lastLine = source[range].lastIndex(where: Self.isLineEnd).map { $0 + 1 }
      for place in (lastLine ?? range.lowerBound)..<range.upperBound {
        masked[place] = UInt8(ascii: "1")
      }
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}

extension HCLToken.Kind {
  fileprivate var opensSequence: Bool { self == .openInterpolation || self == .openDirective }
}
