import SourceText
import Syntax

extension AnnotatedSource {
  /// Reads the comments of a Terraform source.
  static func terraform(_ file: SourceFile) -> AnnotatedSource {
    var comments: [SourceRange] = []
    var tokens: [BracketToken] = []
    for token in HCLParser.parse(file).tokens {
      switch token.kind {
      case .comment, .lineComment: comments.append(file.withoutLineEnd(token.range))
      case .newline, .endOfFile: continue
      default:
        let change = token.kind.opens ? 1 : token.kind.closes ? -1 : 0
        tokens.append(BracketToken(range: token.range, depthChange: change))
      }
    }
    return AnnotatedSource(file, comments: comments, layout: .brackets(tokens))
  }

  /// Reads the comments of a Dockerfile: lines that begin with `#`, but not in heredocs.
  static func dockerfile(_ file: SourceFile) -> AnnotatedSource {
    let dockerfile = DockerfileParser.parse(file)
    let texts = dockerfile.instructions.flatMap(\.heredocs).map(\.body)
    let comments = file.lines.starts.indices.compactMap { index -> SourceRange? in
      let line = file.lineRange(index)
      guard let start = line.bounds.first(where: { !" \t".utf8.contains(file.bytes[$0]) }),
        file.bytes[start] == UInt8(ascii: "#"), !texts.contains(where: { $0.contains(line) })
      else { return nil }
      return SourceRange(start, line.bounds.upperBound)
    }
    let places = dockerfile.instructions.map {
      InstructionPlace(range: $0.range, startsStage: $0.keyword == .from)
    }
    return AnnotatedSource(file, comments: comments, layout: .instructions(places))
  }

  /// Reads the comments of a YAML file; `#` within a text is none.
  static func yaml(_ tree: SyntaxTree) -> AnnotatedSource {
    let file = tree.file
    let texts = tree.documents.flatMap(\.scalarRanges).sorted { $0.start < $1.start }
    var comments: [SourceRange] = []
    var next = 0
    for index in file.lines.starts.indices {
      let line = file.lineRange(index).bounds
      var offset = line.lowerBound
      while offset < line.upperBound {
        while next < texts.count, Int(texts[next].end) <= offset { next += 1 }
        if next < texts.count, Int(texts[next].start) <= offset {
          offset = min(Int(texts[next].end), line.upperBound)
        } else if file.bytes[offset] == UInt8(ascii: "#"),
          offset == line.lowerBound || " \t".utf8.contains(file.bytes[offset - 1])
        {
          comments.append(SourceRange(offset, line.upperBound))
          offset = line.upperBound
        } else {
          offset += 1
        }
      }
    }
    return AnnotatedSource(file, comments: comments, layout: .indentation)
  }
}

extension SourceFile {
  /// The range without a newline at its end.
  fileprivate func withoutLineEnd(_ range: SourceRange) -> SourceRange {
    var bounds = range.bounds
    while let last = bounds.last, "\r\n".utf8.contains(bytes[last]) { bounds.removeLast() }
    return SourceRange(bounds.lowerBound, bounds.upperBound)
  }
}

extension Node {
  /// The bytes of every scalar in the node; what an alias or a merge brings in stands elsewhere.
  fileprivate var scalarRanges: [SourceRange] {
    var ranges: [SourceRange] = []
    var rest = [self]
    while let node = rest.popLast() {
      guard node.aliasRange == nil else { continue }
      switch node.kind {
      case .sequence: rest += node.elements
      case .mapping:
        for entry in node.entries where node.range.contains(entry.range) {
          rest += [entry.key, entry.value]
        }
      default: ranges.append(node.range)
      }
    }
    return ranges
  }
}
