import SourceText

extension DockerfileProblem {
  /// The sentence to show.
  var text: LocalizedText {
    switch self {
    case .empty:
      LocalizedText(en: "The file holds no instruction.", ja: "ファイルに命令がない。")
    case .utf16:
      LocalizedText(
        en: "The file is encoded in UTF-16; save it as UTF-8.",
        ja: "ファイルが UTF-16 で書かれている。UTF-8 で保存する。"
      )
    case .repeatedDirective(let name):
      LocalizedText(
        en: "The parser directive `\(name)` may stand only once.",
        ja: "パーサーディレクティブ `\(name)` は 1 回しか書けない。"
      )
    case .escapeDirective:
      LocalizedText(
        en: "The escape character can be a backslash or a grave accent only.",
        ja: "エスケープ文字にはバックスラッシュかバッククォートしか指定できない。"
      )
    case .emptyContinuation:
      LocalizedText(
        en: "An instruction goes on behind this empty line; delete the line.",
        ja: "命令がこの空行の後に続いている。空行を削除する。"
      )
    case .unterminatedHeredoc(let name):
      LocalizedText(
        en: "No line `\(name)` ends the heredoc that begins here.",
        ja: "ここから始まるヒアドキュメントを終える行 `\(name)` がない。"
      )
    case .tooManyStages:
      LocalizedText(
        en: "There are more than \(StageReader.limit) stages; the rest was left out.",
        ja: "ステージが \(StageReader.limit) 個を超える。残りは省いた。"
      )
    default: argumentText
    }
  }

  private var argumentText: LocalizedText {
    switch self {
    case .unknownInstruction(let name): unknownText(name)
    case .missingArgument(let keyword, let count):
      LocalizedText(
        en: "\(keyword.rawValue) needs at least \(count == 1 ? "one argument" : "two arguments").",
        ja: "\(keyword.rawValue) には引数が \(count) 個以上必要である。"
      )
    case .noEqualsSign(let keyword):
      LocalizedText(
        en: "\(keyword.rawValue) sets `name=value`; the equals sign is missing here.",
        ja: "\(keyword.rawValue) は `名前=値` の形で書く。ここに等号がない。"
      )
    case .noValue(let keyword):
      LocalizedText(
        en: "\(keyword.rawValue) needs a name and a value.",
        ja: "\(keyword.rawValue) には名前と値が必要である。"
      )
    case .otherElements:
      LocalizedText(
        en: "The array may hold nothing but texts in double quotes.",
        ja: "配列には二重引用符で囲んだ文字列しか書けない。"
      )
    case .almostArray:
      LocalizedText(
        en:
          "This is no JSON array, so it is read as words or as a shell command; use double quotes.",
        ja: "JSON の配列として正しくないため、単語またはシェルのコマンドとして扱われる。二重引用符を使う。"
      )
    case .healthCheckType:
      LocalizedText(
        en: "HEALTHCHECK takes NONE, or CMD and a command.",
        ja: "HEALTHCHECK には NONE、または CMD とコマンドを書く。"
      )
    default: stageText
    }
  }

  private var stageText: LocalizedText {
    switch self {
    case .trigger(let keyword):
      LocalizedText(
        en: "\(keyword.rawValue) may not stand behind ONBUILD.",
        ja: "ONBUILD の後に \(keyword.rawValue) は書けない。"
      )
    case .fromArguments:
      LocalizedText(
        en: "FROM takes an image, or an image, AS and a name.",
        ja: "FROM にはイメージ、またはイメージと AS と名前を書く。"
      )
    case .stageName(let name):
      LocalizedText(
        en:
          "`\(name)` cannot name a stage; begin with a letter, then letters, digits, `-`, `_`, `.`.",
        ja: "`\(name)` はステージの名前にできない。英字で始め、英数字と `-`、`_`、`.` だけを使う。"
      )
    case .beforeFrom(let keyword):
      LocalizedText(
        en: "\(keyword.rawValue) stands before the first FROM; only ARG may.",
        ja: "最初の FROM より前に \(keyword.rawValue) がある。書けるのは ARG だけである。"
      )
    case .emptyBase:
      LocalizedText(
        en: "The name of the base image is empty; declare its ARG before the first FROM.",
        ja: "ベースイメージの名前が空になる。その ARG を最初の FROM より前で宣言する。"
      )
    default:
      LocalizedText(
        en: "The variables in this text cannot be expanded.",
        ja: "この文字列の変数を展開できない。"
      )
    }
  }

  /// A word that is no plain name is not shown: a line that went astray may hold anything.
  private func unknownText(_ name: String) -> LocalizedText {
    guard name.utf8.count <= 20, name.unicodeScalars.allSatisfy(\.properties.isAlphabetic) else {
      return LocalizedText(
        en: "An instruction such as RUN or COPY is expected here.",
        ja: "ここには RUN や COPY などの命令が必要である。"
      )
    }
    let known = DockerfileKeyword.allCases.map(\.rawValue)
    let similar = NearestName.of(name.uppercased(), in: known)
    return LocalizedText(
      en: "`\(name)` is no instruction." + (similar.map { " Did you mean \($0)?" } ?? ""),
      ja: "`\(name)` という命令はない。" + (similar.map { "候補: \($0)。" } ?? "")
    )
  }
}
