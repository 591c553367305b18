internal import Glibc
internal import SourceText

/// Finds the files below a folder that may describe infrastructure.
///
/// Names are sorted, so that two runs see the same order. Symbolic links below the folder are not
/// followed, so a loop of links cannot trap the walk; files that `.gitignore` names are left out,
/// but a `cdk.out` folder is not: that is where the CDK leaves the templates.
package struct FileWalker {
  /// What one walk found.
  package struct Outcome: Sendable {
    /// The files, in order.
    package var files: [String] = []
    /// Folders that could not be read.
    package var problems: [FileProblem] = []
  }

  private let include: [IgnorePattern]
  private let exclude: [IgnorePattern]
  private let isWanted: @Sendable (_ name: String) -> Bool
  private let honoursGitignore: Bool
  private var outcome = Outcome()

  /// Prepares a walk.
  ///
  /// - Parameters:
  ///   - include: globs of which a file must match one, if there are any
  ///   - exclude: globs of files and folders to leave out
  ///   - honoursGitignore: whether `.gitignore` files count
  ///   - isWanted: whether a file of that name is worth a look, where no globs choose
  package init(
    include: [String] = [],
    exclude: [String] = [],
    honoursGitignore: Bool = true,
    isWanted: @escaping @Sendable (_ name: String) -> Bool
  ) {
    self.include = include.compactMap { IgnorePattern(Substring($0)) }
    self.exclude = exclude.compactMap { IgnorePattern(Substring($0)) }
    self.isWanted = isWanted
    self.honoursGitignore = honoursGitignore
  }

  /// Walks `folder`.
  package static func walk(_ folder: String, _ walker: FileWalker) -> Outcome {
    var walker = walker
    let (rules, prefix) = walker.honoursGitignore ? rulesAbove(folder) : (IgnoreRules(), [])
    walker.visit(folder, path: prefix, depth: prefix.count, rules: rules)
    return walker.outcome
  }

  /// Whether a walk through the current folder would take the file at `path`; neither the disk nor
  /// `.gitignore` is asked.
  package func takes(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(String.init)
    let isExcluded = names.indices.contains { index in
      excludes(Array(names[...index]), from: 0, isFolder: index + 1 < names.count)
    }
    return !isExcluded && wants(names, from: 0)
  }

  private mutating func visit(_ folder: String, path: [String], depth: Int, rules: IgnoreRules) {
    let names: [Entry]
    switch FileWalker.entries(of: folder) {
    case .success(let entries): names = entries
    case .failure(let problem): return outcome.problems.append(problem)
    }
    var rules = rules
    if honoursGitignore { rules.addFile(in: folder, depth: path.count) }
    for entry in names {
      let child = path + [entry.name]
      let location =
        folder == "."
        ? entry.name : folder.hasSuffix("/") ? folder + entry.name : "\(folder)/\(entry.name)"
      let isGenerated = entry.isFolder && entry.name == "cdk.out"
      if !isGenerated, rules.ignores(child, isFolder: entry.isFolder) { continue }
      if excludes(child, from: depth, isFolder: entry.isFolder) { continue }
      if entry.isFolder {
        visit(location, path: child, depth: depth, rules: isGenerated ? IgnoreRules() : rules)
      } else if wants(child, from: depth) {
        outcome.files.append(location)
      }
    }
  }

  private func excludes(_ path: [String], from depth: Int, isFolder: Bool) -> Bool {
    guard let name = path.last else { return false }
    if isFolder, Self.foreignFolders.contains(name) { return true }
    return exclude.contains { $0.matches(path[depth...], isFolder: isFolder) }
  }

  /// Folders that hold what others wrote: history, packages, downloaded modules.
  private static let foreignFolders: Set = [".git", "node_modules", ".terraform"]

  private func wants(_ path: [String], from depth: Int) -> Bool {
    guard let name = path.last else { return false }
    return include.isEmpty
      ? isWanted(name) : include.contains { $0.matches(path[depth...], isFolder: false) }
  }
}

extension FileWalker {
  /// A file or a folder.
  struct Entry {
    let name: String
    let isFolder: Bool
  }

  /// The files and folders in `folder`, sorted by name; links, pipes and devices are left out.
  static func entries(of folder: String) -> Result<[Entry], FileProblem> {
    guard let stream = unsafe opendir(folder) else {
      return .failure(FileProblem(path: folder, errno: errno))
    }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name == "." || name == ".." { continue }
      switch unsafe kind(entry.pointee.d_type, folder, name) {
      case CInt(DT_DIR): entries.append(Entry(name: name, isFolder: true))
      case CInt(DT_REG): entries.append(Entry(name: name, isFolder: false))
      default: continue
      }
    }
    return .success(entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  /// What an entry is; file systems that do not say are asked.
  private static func kind(_ type: UInt8, _ folder: String, _ name: String) -> CInt {
    guard Int(type) == DT_UNKNOWN else { return CInt(type) }
    var status = stat()
    guard unsafe lstat("\(folder)/\(name)", &status) == 0 else { return CInt(DT_UNKNOWN) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return CInt(DT_DIR)
    case S_IFREG: return CInt(DT_REG)
    default: return CInt(DT_UNKNOWN)
    }
  }

  /// The rules of the folders above `folder` up to the root of its repository, and the names that
  /// lead from there to `folder`.
  private static func rulesAbove(_ folder: String) -> (IgnoreRules, [String]) {
    guard let real = SourceTree.realPath(folder),
      let root = SourceTree.repository(around: real)
    else { return (IgnoreRules(), []) }
    let below = real.dropFirst(root.count).split(separator: "/").map(String.init)
    return (rules(from: root, through: below), below)
  }

  private static func rules(from root: String, through names: [String]) -> IgnoreRules {
    var rules = IgnoreRules()
    if case .success(let file) = FileReader.read("\(root)/.git/info/exclude") {
      rules.add(String(decoding: file.bytes, as: UTF8.self), depth: 0)
    }
    var folder = root
    for (depth, name) in names.enumerated() {
      rules.addFile(in: folder, depth: depth)
      folder += "/" + name
    }
    return rules
  }
}
