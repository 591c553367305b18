package import SourceText

/// Reads HCL in its native syntax, as Terraform 1.x takes it, with positions.
package enum HCLParser {
  /// Reads a file of arguments and blocks, such as `main.tf` or `terraform.tfvars`.
  package static func parse(_ file: SourceFile, anchor: SourceLocation? = nil) -> HCLTree {
    read(file, .code, anchor) { $0.readFile() }
  }

  /// Reads a text that is one expression; newlines mean nothing in it.
  ///
  /// Where the text was made up, `anchor` says where in a file of the user it comes from.
  package static func parseExpression(
    _ file: SourceFile,
    anchor: SourceLocation? = nil
  ) -> HCLTree {
    read(file, .code, anchor) { $0.readExpressionFile() }
  }

  /// Reads a text that is a template as a whole, such as a file for `templatefile`.
  ///
  /// Where the text was made up, `anchor` says where in a file of the user it comes from.
  package static func parseTemplate(_ file: SourceFile, anchor: SourceLocation? = nil) -> HCLTree {
    read(file, .bare, anchor) { $0.readTemplateFile() }
  }

  /// Reads the bytes `range` of a file as a template.
  package static func parseTemplate(_ file: SourceFile, in range: SourceRange) -> HCLTree {
    read(file, .bare, nil, in: range.bounds) { $0.readTemplateFile() }
  }

  private static func read(
    _ file: SourceFile,
    _ mode: HCLScanner.Mode,
    _ anchor: SourceLocation?,
    in range: Range<Int>? = nil,
    _ body: (inout HCLReader) -> UInt32
  ) -> HCLTree {
    let bytes = file.bytes
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let start = isUTF16 ? bytes.count : file.contentStart
    var scanner = HCLScanner(mode, in: range ?? start..<bytes.count)
    scanner.scan(bytes.span)
    var reader = HCLReader(file, tokens: scanner.tokens, anchor: anchor)
    reader.reportEncoding(isUTF16: isUTF16)
    var root = body(&reader)
    if reader.hasOpenBlock, reader.isIndented, !reader.isUnindented {
      reader = HCLReader(file, tokens: scanner.tokens, anchor: anchor, closesAtMargin: true)
      reader.reportEncoding(isUTF16: isUTF16)
      root = body(&reader)
    }
    if let start = scanner.openComment { reader.reportOpenComment(at: start) }
    return HCLTree(reader, root: root)
  }
}

extension HCLReader {
  fileprivate mutating func reportEncoding(isUTF16: Bool) {
    if isUTF16 {
      report(.utf16, at: SourceRange(0, 2))
    } else if let range = file.firstInvalidUTF8 {
      report(.encoding, at: range)
    }
    isQuiet = false
  }

  fileprivate mutating func reportOpenComment(at start: Int) {
    isQuiet = false
    report(.unclosedComment, at: SourceRange(start, start + 2))
  }
}
