import SourceText
import Templates
import Workspace

/// Reads the files that templates name from disk.
struct DiskLoader: SourceLoader {
  func load(_ path: String) -> Result<SourceFile, LoadError> {
    FileReader.read(path).mapError { LoadError(path: path, reason: $0.text[spokenLanguage]) }
  }
}
