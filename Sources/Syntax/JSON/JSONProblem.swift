import SourceText

/// What can be wrong in a JSON file.
enum JSONProblem {
  case empty
  case utf16
  case encoding
  case nesting
  case value
  case key
  case colon
  case separator
  case trailingData
  case unterminated
  case string
  case escape
  case control
  case number
  case surrogate
  case comment
  case openComment
  case trailingComma

  /// The stable name.
  var code: String {
    switch self {
    case .empty: "json.empty"
    case .utf16: "json.utf-16"
    case .encoding: "json.encoding"
    case .nesting: "json.nesting"
    case .value: "json.value"
    case .key: "json.key"
    case .colon: "json.colon"
    case .separator: "json.separator"
    case .trailingData: "json.trailing-data"
    case .unterminated: "json.unterminated"
    case .string: "json.unterminated-string"
    case .escape: "json.escape"
    case .control: "json.control-character"
    case .number: "json.number"
    case .surrogate: "json.lone-surrogate"
    case .comment: "json.comment"
    case .openComment: "json.unterminated-comment"
    case .trailingComma: "json.trailing-comma"
    }
  }

  /// The sentence to show.
  var text: LocalizedText {
    switch self {
    case .empty:
      LocalizedText(en: "The file holds no JSON value.", ja: "ファイルに JSON の値がない。")
    case .utf16:
      LocalizedText(
        en: "The file is encoded in UTF-16; save it as UTF-8.",
        ja: "ファイルが UTF-16 で書かれている。UTF-8 で保存する。"
      )
    case .encoding:
      LocalizedText(
        en: "These bytes are not UTF-8; save the file as UTF-8.",
        ja: "UTF-8 として正しくないバイト列がある。UTF-8 で保存する。"
      )
    case .nesting:
      LocalizedText(
        en: "Values are nested more than \(TreeBuilder.depthLimit) levels deep.",
        ja: "値の入れ子が \(TreeBuilder.depthLimit) 段を超えている。"
      )
    case .value:
      LocalizedText(en: "A value is expected here.", ja: "ここには値が必要である。")
    case .key:
      LocalizedText(
        en: "A key in double quotes is expected here.",
        ja: "ここには二重引用符で囲んだキーが必要である。"
      )
    case .colon:
      LocalizedText(
        en: "A colon is expected between the key and its value.",
        ja: "キーと値の間にコロンが必要である。"
      )
    case .separator:
      LocalizedText(
        en: "A comma or the closing bracket is expected here.",
        ja: "ここにはコンマか閉じ括弧が必要である。"
      )
    case .trailingData:
      LocalizedText(
        en: "The file goes on behind its JSON value.",
        ja: "JSON の値の後に余分な文字がある。"
      )
    case .unterminated:
      LocalizedText(
        en: "The file ends in the middle of a value.",
        ja: "ファイルが値の途中で終わっている。"
      )
    case .string:
      LocalizedText(
        en: "The string that begins here has no closing quote.",
        ja: "ここから始まる文字列に閉じ引用符がない。"
      )
    case .escape:
      LocalizedText(
        en: "JSON has no such escape sequence.",
        ja: "JSON にないエスケープシーケンスである。"
      )
    case .control:
      LocalizedText(
        en: "A string may not hold a raw control character; write it as an escape sequence.",
        ja: "文字列に制御文字をそのまま書けない。エスケープシーケンスで書く。"
      )
    case .number:
      LocalizedText(
        en: "This is not a number as JSON writes it.",
        ja: "JSON の数値として正しくない。"
      )
    case .surrogate:
      LocalizedText(
        en: "Half of a surrogate pair stands alone; it is read as U+FFFD.",
        ja: "サロゲートペアの片方しかない。U+FFFD として扱う。"
      )
    case .comment:
      LocalizedText(
        en: "JSON has no comments; other tools may refuse the file.",
        ja: "JSON にコメントはない。他のツールは読み込めないことがある。"
      )
    case .openComment:
      LocalizedText(
        en: "The comment that begins here does not end.",
        ja: "ここから始まるコメントが終わっていない。"
      )
    case .trailingComma:
      LocalizedText(
        en: "JSON allows no comma behind the last element; other tools may refuse the file.",
        ja: "JSON では最後の要素の後にコンマを置けない。他のツールは読み込めないことがある。"
      )
    }
  }
}

/// Where a JSON file can be read no further.
struct JSONFault: Error {
  let problem: JSONProblem
  let start: Int
  let end: Int

  init(_ problem: JSONProblem, _ start: Int, _ end: Int) {
    self.problem = problem
    self.start = start
    self.end = end
  }
}
