import Inventory
import SourceText

extension FunctionLibrary {
  /// Functions that read files of the configuration, and render templates.
  static let files: [String: FunctionDefinition] = [
    "file": .init([.string], .string, file),
    "filebase64": .init([.string], .string, fileBase64),
    "fileexists": .init([.string], .bool, fileExists),
    "fileset": .init([.string, .string], .set(.string), fileSet),
    "templatefile": .init(
      [.init(.string), .init(.dynamic, [.unknown, .marks])],
      .type(.dynamic),
      templateFile
    ),
    "templatestring": .init(
      [.init(.string), .init(.dynamic, [.unknown, .marks])],
      .type(.dynamic),
      templateString
    ),
  ]

  /// The text of a file; every byte of it has its place.
  private static func file(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let file = try contents(input)
    guard file.firstInvalidUTF8 == nil else { throw notText(input) }
    let whole = SourceLocation(file, SourceRange(0, file.bytes.count))
    let text = TerraformText(
      file.text(whole.range),
      from: TerraformText.TextSource(whole, isVerbatim: true)
    )
    return TerraformValue(.string(text), at: whole)
  }

  /// The file that the first argument names.
  private static func contents(_ input: FunctionInput) throws(TerraformError) -> SourceFile {
    do throws(TerraformError) {
      return try input.context.file(at: input.text(0))
    } catch {
      guard input[0].allMarks.contains("sensitive") else { throw error }
      throw unreadSecretPath(input)
    }
  }

  /// An error about a path that is a secret itself.
  private static func unreadSecretPath(_ input: FunctionInput) -> TerraformError {
    input.failed(
      en: "the path, which is sensitive and not shown, cannot be read; check it",
      ja: "パス(機密のため表示しない)を読み込めない。パスを確認する"
    )
  }

  private static func notText(_ input: FunctionInput) -> TerraformError {
    input.failed(
      en: "the contents are not UTF-8; read them with filebase64()",
      ja: "内容が UTF-8 ではない。filebase64() で読む"
    )
  }

  private static func fileBase64(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    input.string(Base64Text.encode(try contents(input).bytes))
  }

  /// What lies outside of the configuration may exist or not.
  private static func fileExists(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    do throws(TerraformError) {
      _ = try contents(input)
      return TerraformValue(.bool(true))
    } catch {
      let path = input.text(0)
      let isInside = !path.hasPrefix("/") && !path.hasPrefix("~") && !path.hasPrefix("..")
      guard isInside else { return input.unknown(.bool, .reason(error.cause ?? .unreadFile("…"))) }
      return TerraformValue(.bool(false))
    }
  }

  private static func fileSet(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let paths = try names(input)
    guard paths.count <= FunctionInput.elementLimit else { return input.tooLarge(.set(.string)) }
    return TerraformValue(.set(of: paths.map { input.string($0) }, .string))
  }

  /// The names of the files that the arguments describe.
  private static func names(_ input: FunctionInput) throws(TerraformError) -> [String] {
    do throws(TerraformError) {
      return try input.context.files(in: input.text(0), matching: input.text(1))
    } catch {
      guard input.arguments.contains(where: { $0.allMarks.contains("sensitive") }) else {
        throw error
      }
      throw unreadSecretPath(input)
    }
  }

  private static func templateFile(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    let file = try contents(input)
    guard file.firstInvalidUTF8 == nil else { throw notText(input) }
    return try render(file, input)
  }

  private static func templateString(
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    let path = input[0].origin?.file.path ?? input.location?.file.path ?? ""
    return try render(SourceFile(path: path, text: input.text(0)), input)
  }

  private static func render(
    _ template: SourceFile,
    _ input: FunctionInput
  ) throws(TerraformError) -> TerraformValue {
    switch input[1].content {
    case .object(let object), .map(_, let object):
      return try input.context.render(template, variables: object).bearing(input[1].marks)
    case .unknown(.dynamic, _), .unknown(.object, _), .unknown(.map, _):
      return input.unknown(.string).bearing(input[1].marks)
    default:
      throw input.invalid(
        1,
        en: "a map or an object of variables is required",
        ja: "変数のマップかオブジェクトが必要"
      )
    }
  }
}
