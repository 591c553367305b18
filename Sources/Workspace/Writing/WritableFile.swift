internal import Glibc
internal import SourceText

/// A file that was found fit to be replaced, and what the replacement must keep.
struct WritableFile {
  /// The path by which messages call the file.
  let name: String
  /// Where the file is, its last link worked out.
  let path: String
  private let status: stat

  /// Checks that the file of `replacement` may be replaced and still has the expected bytes.
  ///
  /// The mode bits count even for root, who may write everything: they say what the owner wants.
  init(_ replacement: FileReplacement, linksWithin tree: SourceTree?) throws(WriteProblem) {
    name = replacement.path
    path = try WritableFile.target(of: replacement.path, within: tree)
    status = try WritableFile.status(of: path, name: name)
    func refuse(_ kind: WriteProblem.Kind, if isRefused: Bool) throws(WriteProblem) {
      if isRefused { throw WriteProblem(path: replacement.path, kind: kind) }
    }
    try refuse(.link, if: status.st_mode & S_IFMT == S_IFLNK)
    try refuse(.notRegular, if: status.st_mode & S_IFMT != S_IFREG)
    try refuse(.hardLinks, if: status.st_nlink > 1)
    let folder = try WritableFile.status(of: folder, name: name)
    try refuse(.readOnlyFolder, if: folder.st_mode & 0o222 == 0)
    try refuse(.readOnlyFolder, if: unsafe access(self.folder, W_OK | X_OK) != 0)
    try refuse(.readOnlyFile, if: status.st_mode & 0o222 == 0)
    try refuse(.readOnlyFile, if: unsafe access(path, W_OK) != 0)
    switch FileReader.read(path) {
    case .failure(let problem): throw WriteProblem(path: name, kind: .unread(problem.kind))
    case .success(let file): try refuse(.changed, if: file.bytes != replacement.expected)
    }
  }

  /// What makes two paths one file.
  var identity: [UInt] { [UInt(status.st_dev), UInt(status.st_ino)] }

  /// The folder that the file is in.
  var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The name of the file in its folder.
  var lastName: Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }

  /// Checks that nobody replaced or wrote the file since it was compared.
  func checkUntouched() throws(WriteProblem) {
    let now = try WritableFile.status(of: path, name: name)
    let isSame =
      now.st_dev == status.st_dev && now.st_ino == status.st_ino && now.st_size == status.st_size
      && now.st_mtim.tv_sec == status.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    if !isSame { throw WriteProblem(path: name, kind: .changed) }
  }

  /// Gives an open file the owner, the group and the mode of this one.
  ///
  /// The mode comes last: a change of the owner clears its setuid and setgid bits.
  func handDown(to descriptor: CInt) throws(WriteProblem) {
    var new = stat()
    guard unsafe fstat(descriptor, &new) == 0 else { throw WriteProblem(path: name, errno: errno) }
    let isOwned = new.st_uid == status.st_uid && new.st_gid == status.st_gid
    guard isOwned || fchown(descriptor, status.st_uid, status.st_gid) == 0 else {
      throw WriteProblem(path: name, kind: .foreignOwner)
    }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else {
      throw WriteProblem(path: name, errno: errno)
    }
  }

  /// The path itself, or where its link leads, if links are followed.
  private static func target(
    of path: String,
    within tree: SourceTree?
  ) throws(WriteProblem) -> String {
    guard let tree else { return path }
    guard let real = SourceTree.realPath(path) else {
      throw WriteProblem(path: path, errno: errno)
    }
    guard tree.contains(real) else { throw WriteProblem(path: path, kind: .leadsOut) }
    return real
  }

  private static func status(of path: String, name: String) throws(WriteProblem) -> stat {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw WriteProblem(path: name, errno: errno) }
    return status
  }
}
