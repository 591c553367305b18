import SourceText

/// What is wrong in a YAML file, and where.
struct YAMLProblem {
  let code: String
  let text: LocalizedText
  let range: SourceRange

  /// The reason not to begin reading `file` at all.
  static func refusal(of file: SourceFile) -> YAMLProblem? {
    let bytes = file.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return YAMLProblem(
        code: "yaml.utf-16",
        text: LocalizedText(
          en: "The file is encoded in UTF-16; save it as UTF-8.",
          ja: "ファイルが UTF-16 で書かれている。UTF-8 で保存する。"
        ),
        range: SourceRange(0, 2)
      )
    }
    return directives(of: file)
  }

  /// Refuses a crowd of directives, with whose number libyaml's effort grows by the square.
  private static func directives(of file: SourceFile) -> YAMLProblem? {
    let starts = file.lines.starts.lazy.map { Int($0) }.filter {
      $0 < file.bytes.count && file.bytes[$0] == UInt8(ascii: "%")
    }
    guard let excess = starts.dropFirst(1000).first else { return nil }
    return YAMLProblem(
      code: "yaml.directives",
      text: LocalizedText(
        en: "The file has more than 1000 lines that begin with `%`.",
        ja: "`%` で始まる行が 1000 行を超えている。"
      ),
      range: SourceRange(excess, excess + 1)
    )
  }

  /// Values nest too deep at `offset`.
  static func nesting(at offset: Int) -> YAMLProblem {
    YAMLProblem(
      code: "yaml.nesting",
      text: LocalizedText(
        en: "Values are nested more than \(TreeBuilder.depthLimit) levels deep.",
        ja: "値の入れ子が \(TreeBuilder.depthLimit) 段を超えている。"
      ),
      range: SourceRange(offset, offset + 1)
    )
  }

  /// No anchor has the name that the alias at `range` gives.
  static func undefinedAlias(_ name: String, _ range: SourceRange) -> YAMLProblem {
    YAMLProblem(
      code: "yaml.undefined-alias",
      text: LocalizedText(
        en: "No anchor `&\(name)` stands before this alias.",
        ja: "このエイリアスより前にアンカー `&\(name)` がない。"
      ),
      range: range
    )
  }

  /// The alias at `range` stands within the node that it means.
  static func recursiveAlias(_ name: String, _ range: SourceRange) -> YAMLProblem {
    YAMLProblem(
      code: "yaml.recursive-alias",
      text: LocalizedText(
        en: "The alias `*\(name)` stands within the very value that it names.",
        ja: "エイリアス `*\(name)` が、自身の指す値の中にある。"
      ),
      range: range
    )
  }

  /// The aliases up to `range` multiply beyond reason.
  static func expansion(_ range: SourceRange) -> YAMLProblem {
    YAMLProblem(
      code: "yaml.alias-expansion",
      text: LocalizedText(
        en: "The aliases of this file stand for more than a million values; the rest is left out.",
        ja: "エイリアスの展開が 100 万個の値を超えている。残りは読み込まない。"
      ),
      range: range
    )
  }
}
