import SourceText

/// Files that a program writes, so that an edit would be lost.
enum GeneratedFile {
  /// Why `file` must not be edited; `nil` where nothing speaks against it.
  static func reason(_ file: SourceFile) -> LocalizedText? {
    let folders = file.path.split(separator: "/").dropLast()
    if folders.contains(".terraform") { return downloaded(file.path) }
    if folders.contains("cdk.out") || marks.contains(where: { head(of: file).contains($0) }) {
      return generated(file.path)
    }
    return nil
  }

  /// The words by which generators say that a file is theirs.
  private static let marks = ["DO NOT EDIT", "Do not edit", "@generated"]

  /// The first lines, where generators leave their mark.
  private static func head(of file: SourceFile) -> String {
    String(decoding: file.bytes.prefix(600), as: UTF8.self)
  }

  private static func downloaded(_ path: String) -> LocalizedText {
    LocalizedText(
      en: """
        \(path) belongs to a downloaded module: set the value through the module's variables, or ask its \
        author for one.
        """,
      ja: "\(path) はダウンロードしたモジュールのファイルである。モジュールの変数で値を設定するか、変数の追加を作者に依頼する。"
    )
  }

  private static func generated(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "\(path) is generated: change what it is made from.",
      ja: "\(path) は自動生成されたファイルである。生成元を変更する。"
    )
  }
}
