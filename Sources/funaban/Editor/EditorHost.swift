import Glibc
import Inventory
import LanguageServer
import Posture
import SourceText
import Templates
import Workspace

/// The machine as the language server sees it: its folders and files.
struct EditorHost: ServerHost {
  func enter(_ folder: String?) -> String {
    if let folder { unsafe chdir(folder) }
    return folder ?? EditorHost.currentFolder
  }

  func loader(around path: String) -> any SourceLoader { DiskLoader(around: [".", path]) }

  /// None in a folder where a walk would take in much that is no project.
  func terraformFiles() -> [String] {
    let folder = EditorHost.currentFolder
    guard folder != "/", folder != environmentVariable("HOME") else { return [] }
    return FileWalker.walk(".", FileWalker { SourceRole($0) == .terraform }).files
  }

  func setup(_ loader: any SourceLoader) -> ServerSetup {
    var setup: ServerSetup
    do {
      setup = try EditorSettings(loader).setup()
    } catch {
      setup = ServerSetup(catalogue: .embedded())
      setup.refusal = .unusedSettings
    }
    setup.sources += [Settings.fileName, AcceptanceRegister.fileName]
    return setup
  }

  private static var currentFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}

extension LocalizedText {
  fileprivate static let unusedSettings = LocalizedText(
    en: "The settings of this folder name something that does not exist, so none of them is used.",
    ja: "このフォルダーの設定に存在しないものが指定されているため、設定全体を使わない。"
  )
}
