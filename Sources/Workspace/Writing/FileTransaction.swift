internal import Glibc

/// Writes the new contents of many files so that none is ever torn.
///
/// All contents stand on disk in temporary files, each beside its original, before the first takes its
/// original's place by a rename. What goes wrong until then leaves every file as it was; a run that is
/// killed leaves each file old or new, and its temporary files to be removed by the next run that writes
/// in the same folder.
///
/// A file keeps its mode, owner and group; a new one may be read by all and written by its owner. Extended attributes and access control lists are not kept,
/// and a file with other names (hard links) is refused, because a rename would part it from them.
package struct FileTransaction {
  private let linkTree: SourceTree?

  /// Prepares to write.
  ///
  /// - Parameter linkTree: where links may lead: the target of a link is replaced and the link stays.
  ///   Without it links are refused.
  package init(followingLinksIn linkTree: SourceTree? = nil) { self.linkTree = linkTree }

  /// Writes every file of `replacements`, or, unless the operating system fails a rename, none.
  ///
  /// - Throws: the first problem; `written` names the files that were replaced in spite of it.
  package func commit(_ replacements: [FileReplacement]) throws(WriteProblem) {
    let files = try check(replacements)
    let folders = Set(files.map(\.folder)).sorted()
    for folder in folders { TemporaryFile.removeLeftovers(in: folder) }
    var temporaries: [TemporaryFile] = []
    defer { for temporary in temporaries { temporary.remove() } }
    for (file, replacement) in zip(files, replacements) {
      temporaries.append(try TemporaryFile(replacement.contents, for: file))
    }
    for file in files { try file.checkUntouched() }
    try replaceOriginals(&temporaries)
    for folder in folders { Self.synchronize(folder) }
  }

  private func check(_ replacements: [FileReplacement]) throws(WriteProblem) -> [WritableFile] {
    var files: [WritableFile] = []
    var identities: Set<[UInt]> = []
    for replacement in replacements {
      let file = try WritableFile(replacement, linksWithin: linkTree)
      guard identities.insert(file.identity).inserted else {
        throw WriteProblem(path: file.name, kind: .namedTwice)
      }
      files.append(file)
    }
    return files
  }

  /// Renames every temporary file; those that remain are the ones that were not.
  private func replaceOriginals(_ temporaries: inout [TemporaryFile]) throws(WriteProblem) {
    var written: [String] = []
    do throws(WriteProblem) {
      for temporary in temporaries {
        try temporary.replaceOriginal()
        written.append(temporary.original.name)
      }
    } catch {
      var problem = error
      problem.written = written
      temporaries.removeFirst(written.count)
      throw problem
    }
    temporaries = []
  }

  /// Makes the renames in `folder` outlast a power cut, where the file system can.
  private static func synchronize(_ folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
