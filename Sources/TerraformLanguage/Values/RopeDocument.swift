import SourceText
import Syntax

/// A rope laid out as a file, so that a parser can read it and every node finds its place.
///
/// Pieces that are not text yet are stood in for by a pair of characters that no configuration
/// holds, with a number between them.
struct RopeDocument {
  /// The language that the text is written in.
  enum Language {
    case json
    case yaml
  }

  /// A stretch of the file with the bytes it comes from.
  private struct Segment {
    let start: Int
    let source: TerraformText.TextSource?
  }

  /// The file to parse.
  let file: SourceFile
  /// The language that it is to be parsed as.
  let language: Language
  private let segments: [Segment]
  /// The pieces that are stood in for.
  private let holes: [TerraformText.Piece]
  /// Where the stand-ins begin that are values of their own.
  private let standalone: Set<Int>

  private static let open: Character = "\u{E000}"
  private static let close: Character = "\u{E001}"

  /// Lays out `rope`.
  init(_ rope: TerraformText, _ language: Language) {
    var bytes: [UInt8] = []
    var segments: [Segment] = []
    var holes: [TerraformText.Piece] = []
    var standalone: Set<Int> = []
    var quotes = JSONQuotes()
    for piece in rope.pieces {
      switch piece {
      case .literal(let text, let source):
        segments.append(Segment(start: bytes.count, source: source))
        bytes += text.utf8
        quotes.pass(text)
      case .json(let value) where quotes.isWithin && value.isKnown:
        segments.append(Segment(start: bytes.count, source: nil))
        bytes += (piece.text ?? "").utf8
      case .json, .unknown:
        segments.append(Segment(start: bytes.count, source: Self.source(of: piece)))
        let standIn = "\(Self.open)\(holes.count)\(Self.close)"
        if !quotes.isWithin { standalone.insert(bytes.count) }
        bytes += (language == .yaml || quotes.isWithin ? standIn : "\"\(standIn)\"").utf8
        holes.append(piece)
      }
    }
    self.segments = segments
    self.holes = holes
    self.language = language
    self.standalone = standalone
    file = SourceFile(path: Self.path(of: segments), bytes: bytes)
  }

  private static func source(of piece: TerraformText.Piece) -> TerraformText.TextSource? {
    let location: SourceLocation? =
      switch piece {
      case .literal(_, let source): source?.location
      case .json(let value): value.origin
      case .unknown(_, let location): location
      }
    return location.map { TerraformText.TextSource($0, isVerbatim: false) }
  }

  private static func path(of segments: [Segment]) -> String {
    segments.lazy.compactMap { $0.source?.location.file.path }.first ?? ""
  }

  /// The bytes of the user's files behind `range`; `nil` where nobody wrote them.
  func location(of range: SourceRange) -> SourceLocation? {
    let first = place(of: Int(range.start))
    let last = place(of: max(Int(range.start), Int(range.end) - 1))
    guard let first, let last, first.file == last.file, first.range.start <= last.range.start
    else { return first ?? last }
    return SourceLocation(first.file, first.range.union(last.range))
  }

  /// The place of the byte at `offset`: itself where it is written so, else all of its source.
  private func place(of offset: Int) -> SourceLocation? {
    guard let index = segmentIndex(of: offset), let source = segments[index].source else {
      return nil
    }
    guard source.isVerbatim else { return source.location }
    let start = Int(source.location.range.start) + offset - segments[index].start
    guard start < Int(source.location.range.end) else { return source.location }
    return SourceLocation(source.location.file, SourceRange(start, start + 1))
  }

  /// The index of the segment that holds the byte at `offset`; empty segments hold none.
  private func segmentIndex(of offset: Int) -> Int? {
    var range = segments.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if segments[middle].start <= offset {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound == 0 ? nil : range.lowerBound - 1
  }

  /// The source of `range`, where it comes from one piece.
  private func source(of range: SourceRange) -> TerraformText.TextSource? {
    guard !range.isEmpty, let index = segmentIndex(of: Int(range.start)),
      index == segmentIndex(of: Int(range.end) - 1), let source = segments[index].source
    else { return nil }
    guard source.isVerbatim, let location = location(of: range) else {
      return TerraformText.TextSource(source.location, isVerbatim: false)
    }
    return TerraformText.TextSource(location, isVerbatim: location.range.count == range.count)
  }

  /// Whether the node at `range` is nothing but a piece that stands where a value is wanted.
  func isStandIn(_ range: SourceRange) -> Bool { standalone.contains(Int(range.start)) }

  /// The pieces of the decoded `text` of the node at `range`, the stood-in ones in their places.
  func pieces(of text: String, at range: SourceRange) -> [TerraformText.Piece] {
    guard text.contains(Self.open) else {
      return text.isEmpty ? [] : [.literal(text, innerSource(of: text, at: range))]
    }
    var pieces: [TerraformText.Piece] = []
    let source = location(of: range).map { TerraformText.TextSource($0, isVerbatim: false) }
    for part in text.split(separator: Self.open, omittingEmptySubsequences: false) {
      let halves = part.split(separator: Self.close, maxSplits: 1, omittingEmptySubsequences: false)
      var literal = part
      if halves.count == 2, let index = Int(halves[0]), holes.indices.contains(index) {
        pieces.append(holes[index])
        literal = halves[1]
      }
      if !literal.isEmpty { pieces.append(.literal(String(literal), source)) }
    }
    return pieces
  }

  /// The place of the text between the quotes, where it stands there as it is.
  private func innerSource(of text: String, at range: SourceRange) -> TerraformText.TextSource? {
    let quotes = (range.count - text.utf8.count) / 2
    guard quotes == 0 || quotes == 1 else {
      return location(of: range).map { TerraformText.TextSource($0, isVerbatim: false) }
    }
    let inner = SourceRange(Int(range.start) + quotes, Int(range.end) - quotes)
    let isPlain = file.bytes[inner.bounds].elementsEqual(text.utf8)
    return isPlain
      ? source(of: inner)
      : location(of: range).map { TerraformText.TextSource($0, isVerbatim: false) }
  }
}
