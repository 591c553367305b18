import SourceText

/// What the parser of the command line says, in the language of the run.
///
/// The parser speaks English only; its fixed phrases are few, and this is where they are translated.
enum UsageText {
  private static let phrases: [(en: String, ja: String)] = [
    ("OVERVIEW: ", "概要: "),
    ("USAGE: ", "使い方: "),
    ("ARGUMENTS:", "引数:"),
    ("SUBCOMMANDS:", "サブコマンド:"),
    ("OPTIONS:", "オプション:"),
    ("Show the version.", "バージョンを表示する。"),
    ("Show subcommand help information.", "サブコマンドのヘルプを表示する。"),
    ("Show help information.", "ヘルプを表示する。"),
    ("(values:", "(使える値:"),
    ("default:", "デフォルト:"),
    ("' or '", "', '"),
    ("See 'funaban help <subcommand>' for detailed help.", "詳細: 'funaban help <subcommand>'"),
    ("Error: ", "エラー: "),
    ("Help:  ", "説明:  "),
    ("Usage: ", "使い方: "),
    ("  See '", "  詳細: '"),
    ("' for more information.", "'"),
    ("Unknown option ", "存在しないオプション: "),
    ("Unexpected argument ", "余分な引数: "),
    ("Missing expected argument ", "必要な引数がない: "),
    ("Missing one of: ", "次のいずれかが必要: "),
    ("Missing value for ", "値がない: "),
    (" is invalid for ", " は使えない: "),
    ("The value ", "値 "),
    (". Please provide one of ", "。使える値: "),
    (". Did you mean ", "。候補: "),
    ("'?", "'"),
  ]

  /// The text as it is in English, else with the parser's own phrases in Japanese.
  static func spoken(_ text: String) -> String {
    guard spokenLanguage == .japanese else { return text }
    return phrases.reduce(text) { $0.replacing($1.en, with: $1.ja) }
  }
}
