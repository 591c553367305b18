import SourceText

extension EditRefusal {
  static func nothingThere(_ location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "Nothing in the Terraform source begins and ends here.",
        ja: "Terraform のソースでここに始まりここで終わる要素がない。"
      ),
      at: location
    )
  }

  static func notWritten(_ location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "The collection is not written out here but made by an expression.",
        ja: "コレクションがここに直接書かれておらず、式が生成している。"
      ),
      at: location
    )
  }

  static func notABody(_ location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "A block can stand only in the body of another block or of the file.",
        ja: "ブロックは別のブロックまたはファイルの本体にのみ置ける。"
      ),
      at: location
    )
  }

  static func crowded(_ location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "Something else stands on the line, so nothing can be written in between.",
        ja: "同じ行に別の要素があり、間に書き込めない。"
      ),
      at: location
    )
  }

  static func present(_ name: String, at location: SourceLocation) -> EditRefusal {
    EditRefusal(
      LocalizedText(en: "`\(name)` is set here already.", ja: "`\(name)` はここですでに設定済み。"),
      at: location
    )
  }

  static func argumentName(_ name: String) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "`\(name)` cannot be the name of a Terraform argument.",
        ja: "`\(name)` は Terraform の引数名にできない。"
      )
    )
  }

  static func notABlock(_ name: String) -> EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "The block `\(name)` takes arguments, not a single value.",
        ja: "ブロック `\(name)` には単一の値ではなく引数を指定する。"
      )
    )
  }

  static var reference: EditRefusal {
    EditRefusal(
      LocalizedText(
        en: "The reference to another resource has no expression in Terraform's language yet.",
        ja: "他リソースへの参照が Terraform の式に変換されていない。"
      )
    )
  }
}
