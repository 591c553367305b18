import Inventory
import SourceText
import Syntax

extension Value {
  /// Holds an expanded text; what is not known of it says why.
  init(_ text: DockerfileText, at origin: SourceLocation?) {
    var builder = TextBuilder()
    for piece in text.pieces {
      switch piece {
      case .literal(let literal): builder.append(literal)
      case .unknown(let gap): builder.append(TextPiece.unknown(gap.reason(in: origin)))
      }
    }
    self.init(builder.content, at: origin)
  }

  /// A word as it is written.
  static func text(_ word: DockerfileWord, in file: SourceFile) -> Value {
    Value(.string(word.text), at: SourceLocation(file, word.range))
  }
}

extension DockerfileText.Gap {
  fileprivate func reason(in place: SourceLocation?) -> UnknownReason {
    switch self {
    case .argument(let name): .buildArgument(name)
    case .environment(let name): .outside("$" + name)
    case .tooLarge: .tooLarge(place?.file.path ?? "ARG")
    }
  }
}
