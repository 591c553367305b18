import Inventory
import SourceText
import TerraformLanguage

extension TerraformError {
  static func undeclared(
    _ name: String,
    similar: String? = nil,
    at location: SourceLocation
  ) -> TerraformError {
    TerraformError(
      "terraform.undeclared",
      LocalizedText(
        en: "\(name) is not declared." + (similar.map { " Did you mean \($0)?" } ?? ""),
        ja: "\(name) は宣言されていない。" + (similar.map { "候補: \($0)。" } ?? "")
      ),
      at: location,
      isStatic: true
    )
  }

  static func noInstance(_ address: String, at location: SourceLocation) -> TerraformError {
    TerraformError(
      "terraform.no-instance",
      LocalizedText(
        en: "\(address) has no instance with this key.",
        ja: "\(address) にこのキーのインスタンスはない。"
      ),
      at: location
    )
  }

  static func notConstant(at location: SourceLocation) -> TerraformError {
    TerraformError(
      "terraform.not-constant",
      LocalizedText(
        en: "References are not allowed here; write the value out.",
        ja: "ここでは参照を使えない。値を直接書く。"
      ),
      at: location,
      isStatic: true
    )
  }

  static func outsideFile(_ path: String) -> TerraformError {
    TerraformError(
      "terraform.file-outside",
      LocalizedText(
        en: "\(path) lies outside of the folders that are scanned and was not read.",
        ja: "\(path) はスキャン対象のフォルダーの外にあるため、読み込まない。"
      ),
      cause: .unreadFile(path)
    )
  }

  static func unreadFolder(_ pattern: String) -> TerraformError {
    TerraformError(
      "terraform.unread-folder",
      LocalizedText(
        en:
          "The files of \(pattern) were not looked for; only * and ? in a file name are followed.",
        ja: "\(pattern) のファイルは探していない。使えるのはファイル名の * と ? だけである。"
      )
    )
  }

  static func fileTooLarge(_ path: String) -> TerraformError {
    let limit = ModuleFunctions.maximumFileSize / 1_000_000
    return TerraformError(
      "terraform.unread-file",
      LocalizedText(
        en: "The file \(path) was not read: it has more than \(limit) MB.",
        ja: "ファイル \(path) は \(limit) MB を超えるため、読み込んでいない。"
      ),
      cause: .unreadFile(path)
    )
  }

  static func unreadFile(_ path: String, reason: String) -> TerraformError {
    TerraformError(
      "terraform.unread-file",
      LocalizedText(
        en: "The file \(path) was not read: \(reason).",
        ja: "ファイル \(path) は読み込まれていない(\(reason))。"
      ),
      cause: .unreadFile(path)
    )
  }
}
