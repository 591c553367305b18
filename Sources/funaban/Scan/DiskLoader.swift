import SourceText
import Templates
import Workspace

/// Reads the files that templates name from disk.
struct DiskLoader: SourceLoader {
  func load(_ path: String) -> Result<SourceFile, LoadError> {
    FileReader.read(path).mapError { LoadError(path: path, reason: $0.clause) }
  }
}

extension FileProblem {
  /// The problem as a part of a sentence, without the stop at its end.
  fileprivate var clause: String {
    let sentence = text[spokenLanguage]
    return sentence.hasSuffix(".") || sentence.hasSuffix("。")
      ? String(sentence.dropLast()) : sentence
  }
}
