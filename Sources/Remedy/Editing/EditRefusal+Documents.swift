import SourceText

extension EditRefusal {
  static func notFound(at location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "No value that could be edited stands at this place of the file.",
        ja: "ファイルのこの位置に編集できる値がない。"
      ),
      at: location
    )
  }

  static let unreadable = EditRefusal(
    LocalizedText(
      en: "The file cannot be read to its end; mend its errors first.",
      ja: "ファイルを最後まで読み取れない。先に構文エラーを直す。"
    )
  )

  static let severalDocuments = EditRefusal(
    LocalizedText(
      en: "The file holds several YAML documents; only files with one are edited.",
      ja: "ファイルに複数の YAML ドキュメントがある。編集できるのは 1 つだけのファイルである。"
    )
  )

  static func foreignMember(at location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "The key is not written in this mapping; it comes from a merge key (`<<`) or an alias.",
        ja: "キーはこのマッピングに書かれていない。マージキー (`<<`) またはエイリアスに由来する。"
      ),
      at: location
    )
  }

  static func foreignElement(at location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "The element is not written in this list; it comes from an alias.",
        ja: "要素はこのリストに書かれていない。エイリアスに由来する。"
      ),
      at: location
    )
  }

  static func existingKey(_ name: String, at location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "The key `\(name)` already stands here.",
        ja: "キー `\(name)` はすでにここにある。"
      ),
      at: location
    )
  }

  static func crowdedLine(at location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "Something else stands on the same line, so that nothing can be written here safely.",
        ja: "同じ行に別のものがあるため、ここには安全に書き込めない。"
      ),
      at: location
    )
  }

  static func bareCollection(at location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "The mapping `[key: value]` has no braces of its own; write them first.",
        ja: "`[キー: 値]` の形のマッピングに波括弧がない。先に波括弧を書く。"
      ),
      at: location
    )
  }

  static func unfinishedText(at location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en:
          "A line added behind this text would become a part of it; end the file with a line break.",
        ja: "この文字列の後に行を足すと値が変わる。ファイルの末尾に改行を入れる。"
      ),
      at: location
    )
  }

  static let foreignExpression = EditRefusal(
    LocalizedText(
      en: "A Terraform expression cannot be written into a file that is no template.",
      ja: "テンプレートでないファイルに Terraform の式は書けない。"
    )
  )

  static func untranslated(_ reference: String) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "The reference to `\(reference)` has no form in this file's language.",
        ja: "`\(reference)` への参照をこのファイルの言語で書けない。"
      )
    )
  }
}
