import SourceText
import Workspace

/// A file that the user named, or that stands at a known place.
enum InputFile {
  /// The file at `path`; one that cannot be read is wrong use.
  static func required(_ path: String) throws -> SourceFile {
    switch FileReader.read(path) {
    case .success(let file): return file
    case .failure(let problem): throw wrongUse(path, problem.text)
    }
  }

  /// The file at `path`, if there is one.
  static func existing(_ path: String) throws -> SourceFile? {
    switch FileReader.read(path) {
    case .success(let file): return file
    case .failure(let problem) where problem.kind == .missing: return nil
    case .failure(let problem): throw wrongUse(path, problem.text)
    }
  }

  /// Says what is wrong with what the user gave, and yields the exit code for it.
  static func wrongUse(_ what: String, _ text: LocalizedText) -> ExitStatus {
    complain("funaban: \(what): \(text[spokenLanguage])")
    return .wrongUse
  }
}
