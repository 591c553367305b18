import SourceText
import Templates
import Workspace

/// Reads the files that templates and modules name from disk.
struct DiskLoader: SourceLoader {
  private let tree: SourceTree

  /// Prepares to read for a scan of `paths`.
  init(around paths: [String]) { tree = SourceTree(around: paths) }

  func load(_ path: String) -> Result<SourceFile, LoadError> {
    tree.read(path).mapError { LoadError(path: path, reason: $0.clause) }
  }

  func list(_ folder: String) -> Result<[String], LoadError> {
    tree.fileNames(in: folder).mapError { LoadError(path: folder, reason: $0.clause) }
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
