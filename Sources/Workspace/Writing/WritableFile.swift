internal import Glibc
internal import SourceText

/// A file that was found fit to be replaced or made, and what the replacement must keep.
struct WritableFile {
  /// The path by which messages call the file.
  let name: String
  /// Where the file is, its last link worked out.
  let path: String
  private let folderStatus: stat
  /// What the file is; `nil` where it is to be made.
  private let status: stat?

  /// Checks that the file of `replacement` may be replaced and still has the expected bytes, or that
  /// there still is none.
  ///
  /// The mode bits count even for root, who may write everything: they say what the owner wants.
  init(_ replacement: FileReplacement, linksWithin tree: SourceTree?) throws(WriteProblem) {
    name = replacement.path
    let isNew = replacement.expected == nil
    path = isNew ? name : try WritableFile.target(of: name, within: tree)
    status = try WritableFile.status(of: path, name: name, mayBeMissing: isNew)
    let place = WritableFile.folder(of: path)
    guard let folder = try WritableFile.status(of: place, name: name) else {
      throw WriteProblem(path: name, kind: .missing)
    }
    folderStatus = folder
    try refuse(.readOnlyFolder, if: folder.st_mode & 0o222 == 0)
    try refuse(.readOnlyFolder, if: unsafe access(place, W_OK | X_OK) != 0)
    if let status { try check(status, replacement.expected) }
  }

  private func check(_ status: stat, _ expected: [UInt8]?) throws(WriteProblem) {
    try refuse(.link, if: status.st_mode & S_IFMT == S_IFLNK)
    try refuse(.notRegular, if: status.st_mode & S_IFMT != S_IFREG)
    try refuse(.hardLinks, if: status.st_nlink > 1)
    try refuse(.readOnlyFile, if: status.st_mode & 0o222 == 0)
    try refuse(.readOnlyFile, if: unsafe access(path, W_OK) != 0)
    switch FileReader.read(path) {
    case .failure(let problem): throw WriteProblem(path: name, kind: .unread(problem.kind))
    case .success(let file): try refuse(.changed, if: file.bytes != expected)
    }
  }

  private func refuse(_ kind: WriteProblem.Kind, if isRefused: Bool) throws(WriteProblem) {
    if isRefused { throw WriteProblem(path: name, kind: kind) }
  }

  /// What makes two paths one file; a file that is not there is known by its folder and its name.
  var identity: [UInt] {
    if let status { return [UInt(status.st_dev), UInt(status.st_ino)] }
    return [UInt(folderStatus.st_dev), UInt(folderStatus.st_ino)] + lastName.utf8.map(UInt.init)
  }

  /// The folder that the file is in.
  var folder: String { WritableFile.folder(of: path) }

  /// The name of the file in its folder.
  var lastName: Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }

  /// Checks that nobody replaced, wrote or made the file since it was looked at.
  func checkUntouched() throws(WriteProblem) {
    let now = try WritableFile.status(of: path, name: name, mayBeMissing: status == nil)
    guard let now, let status else { return try refuse(.changed, if: now != nil) }
    let isSame =
      now.st_dev == status.st_dev && now.st_ino == status.st_ino && now.st_size == status.st_size
      && now.st_mtim.tv_sec == status.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    try refuse(.changed, if: !isSame)
  }

  /// Gives an open file the owner, the group and the mode of this one, or the mode of a new one.
  ///
  /// The mode comes last: a change of the owner clears its setuid and setgid bits.
  func handDown(to descriptor: CInt) throws(WriteProblem) {
    if let status { try handDownOwner(status, to: descriptor) }
    guard fchmod(descriptor, status.map { $0.st_mode & 0o7777 } ?? 0o644) == 0 else {
      throw WriteProblem(path: name, errno: errno)
    }
  }

  private func handDownOwner(_ status: stat, to descriptor: CInt) throws(WriteProblem) {
    var new = stat()
    guard unsafe fstat(descriptor, &new) == 0 else { throw WriteProblem(path: name, errno: errno) }
    let isOwned = new.st_uid == status.st_uid && new.st_gid == status.st_gid
    guard isOwned || fchown(descriptor, status.st_uid, status.st_gid) == 0 else {
      throw WriteProblem(path: name, kind: .foreignOwner)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
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

  /// What stands at `path`; `nil` for nothing, where that is no problem.
  private static func status(
    of path: String,
    name: String,
    mayBeMissing: Bool = false
  ) throws(WriteProblem) -> stat? {
    var status = stat()
    if unsafe lstat(path, &status) == 0 { return status }
    if mayBeMissing, errno == ENOENT { return nil }
    throw WriteProblem(path: name, errno: errno)
  }
}
