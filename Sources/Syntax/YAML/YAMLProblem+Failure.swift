import SourceText

extension YAMLProblem {
  /// Explains why libyaml could not read on in `file`, at the byte `mark`.
  init(_ failure: YAMLFailure, at mark: Int, context: Int, in file: SourceFile) {
    let place = failure.isEncoding ? file.contentStart + failure.byteOffset : mark
    let offset = min(place, file.bytes.count)
    let range = SourceRange(offset, min(offset + 1, file.bytes.count))
    if failure.isEncoding {
      self = .encoding(failure, range)
    } else if offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: "\t") {
      self = .tab(range)
    } else {
      let known = Self.sentences[failure.problem]
      let text = known ?? Self.unknown(failure.problem)
      let line = file.lines.line(at: context)
      let isElsewhere = !failure.context.isEmpty && line != file.lines.line(at: offset)
      self.init(
        code: "yaml.syntax",
        text: isElsewhere ? text.naming(line: line + 1) : text,
        range: range
      )
    }
  }

  private static func encoding(_ failure: YAMLFailure, _ range: SourceRange) -> YAMLProblem {
    guard failure.value >= 0, failure.problem.hasPrefix("control") else {
      return YAMLProblem(
        code: "yaml.encoding",
        text: LocalizedText(
          en: "These bytes are not UTF-8; save the file as UTF-8.",
          ja: "UTF-8 として正しくないバイト列がある。UTF-8 で保存する。"
        ),
        range: range
      )
    }
    let name = String(failure.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - name.count)) + name
    return YAMLProblem(
      code: "yaml.control-character",
      text: LocalizedText(
        en: "The control character \(number) may not stand in YAML.",
        ja: "YAML に制御文字 \(number) を書けない。"
      ),
      range: range
    )
  }

  private static func tab(_ range: SourceRange) -> YAMLProblem {
    YAMLProblem(
      code: "yaml.tab",
      text: LocalizedText(
        en: "YAML is indented by spaces; a tab may not stand here.",
        ja: "YAML のインデントは空白で書く。ここにタブを置けない。"
      ),
      range: range
    )
  }

  private static func unknown(_ problem: String) -> LocalizedText {
    LocalizedText(
      en: "The YAML syntax is broken: \(problem).",
      ja: "YAML の構文が正しくない(\(problem))。"
    )
  }

  /// What libyaml says, in our words.
  private static let sentences: [String: LocalizedText] = [
    "did not find expected key": LocalizedText(
      en: "A key of the mapping is expected here; check the indentation.",
      ja: "ここにはマッピングのキーが必要である。インデントを確認する。"
    ),
    "could not find expected ':'": LocalizedText(
      en: "A colon and a space are expected behind the key.",
      ja: "キーの後にコロンと空白が必要である。"
    ),
    "mapping values are not allowed in this context": LocalizedText(
      en: "A key may not begin here; check the indentation, or quote a text that holds `: `.",
      ja: "ここにキーを置けない。インデントを確認するか、`: ` を含む文字列を引用符で囲む。"
    ),
    "mapping keys are not allowed in this context": LocalizedText(
      en: "A key may not begin here; check the indentation.",
      ja: "ここにキーを置けない。インデントを確認する。"
    ),
    "block sequence entries are not allowed in this context": LocalizedText(
      en: "A list entry may not begin here; check the indentation.",
      ja: "ここにリストの要素を置けない。インデントを確認する。"
    ),
    "did not find expected '-' indicator": LocalizedText(
      en: "A list entry that begins with `-` is expected here; check the indentation.",
      ja: "ここには `-` で始まるリストの要素が必要である。インデントを確認する。"
    ),
    "did not find expected ',' or ']'": LocalizedText(
      en: "A comma or `]` is expected here.",
      ja: "ここにはコンマか `]` が必要である。"
    ),
    "did not find expected ',' or '}'": LocalizedText(
      en: "A comma or `}` is expected here.",
      ja: "ここにはコンマか `}` が必要である。"
    ),
    "did not find expected node content": LocalizedText(
      en: "A value is expected here.",
      ja: "ここには値が必要である。"
    ),
    "found character that cannot start any token": LocalizedText(
      en: "No value may begin with this character; put the text in quotes.",
      ja: "この文字で値を始められない。文字列を引用符で囲む。"
    ),
    "found unexpected end of stream": LocalizedText(
      en: "The file ends within a quoted text; its closing quote is missing.",
      ja: "引用符で囲んだ文字列の途中でファイルが終わっている。閉じ引用符がない。"
    ),
    "found unexpected document indicator": LocalizedText(
      en: "The document ends within a quoted text; its closing quote is missing.",
      ja: "引用符で囲んだ文字列の途中で文書が終わっている。閉じ引用符がない。"
    ),
    "found unknown escape character": LocalizedText(
      en: "YAML has no such escape sequence; double the backslash or use single quotes.",
      ja: "YAML にないエスケープシーケンスである。バックスラッシュを重ねるか、単一引用符を使う。"
    ),
    "did not find expected alphabetic or numeric character": LocalizedText(
      en: "A name is expected behind `&` or `*`; put a text that begins so in quotes.",
      ja: "`&` や `*` の後には名前が必要である。文字列なら引用符で囲む。"
    ),
    "did not find expected <document start>": LocalizedText(
      en: "The document has ended; `---` is expected before anything else.",
      ja: "文書はここで終わっている。続きの前に `---` が必要である。"
    ),
    "found undefined tag handle": LocalizedText(
      en: "The prefix of this tag has not been declared.",
      ja: "このタグのプレフィックスが宣言されていない。"
    ),
  ]
}

extension LocalizedText {
  /// Adds on which line the structure began that is broken.
  fileprivate func naming(line: Int) -> LocalizedText {
    LocalizedText(
      en: "\(en) What is broken began on line \(line).",
      ja: "\(ja)\(line) 行目から始まる部分が崩れている。"
    )
  }
}
