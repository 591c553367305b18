import Remedy
import SourceText

/// The page about the images that the catalogue knows, and about the files that it is read from.
enum ImageReferencePage {
  /// The page in `language`, as Markdown.
  static func page(in language: Language) -> String {
    let entries = ImageCatalogue.embedded.entries
    let blocks =
      ["# \(title[language])", introduction(entries.count)[language]]
      + [schema(language)] + entries.map { section($0, language) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static let title = LocalizedText(
    en: "Images and the paths that they write to",
    ja: "イメージと書き込みパスの一覧"
  )

  private static func introduction(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: """
        Under `readonlyRootFilesystem` a container can write only to what is mounted. The catalogue \
        says of \(count) images and programs where they write; a fix of ECS.5 mounts these paths. Grade \
        **A**: the documentation or the source of the image says so. **B**: somebody reported the failure, \
        or a set-up that works. **C**: common knowledge, a hint only. This page is generated from \
        `Rules/images/` by `make docs`.

        A path gets a `linuxParameters.tmpfs` where that will do (Linux; on Fargate since January 2026, \
        platform version 1.4.0): 64 MiB of the memory of the container unless said otherwise. A volume of \
        the task takes its place for data, for files that are copied first, and where somebody prefers it. \
        Data that must outlive the task belongs on Amazon EFS. An official image is known by its name in \
        Docker Hub and in mirrors that keep `library/`; any other by its publisher and name. A repository \
        that merely goes by the same name gets a hint. An image that a Dockerfile at hand builds is known by \
        its base image, its command and what the Dockerfile prepares.
        """,
      ja: """
        `readonlyRootFilesystem` を有効にしたコンテナは、マウントしたパスにしか書き込めない。このカタログは \(count) 種類の\
        イメージとプログラムの書き込み先を示し、ECS.5 の修正はこれらのパスをマウントする。根拠の等級は、\
        **A**: イメージのドキュメントまたはソース、**B**: 失敗の報告または動作する実例、**C**: 一般的な知識(ヒントにとどまる)。\
        このページは `make docs` が `Rules/images/` から生成する。

        可能なら `linuxParameters.tmpfs` でマウントする(Linux のみ。Fargate は 2026 年 1 月から、プラットフォームバージョン 1.4.0)。\
        サイズは特に指定がなければ 64 MiB で、コンテナのメモリを使う。データ、先にコピーするファイル、指定がある場合はタスクのボリュームを使う。\
        タスクより長く残すデータは Amazon EFS に置く。公式イメージは Docker Hub と `library/` を保つミラーでの名前で、\
        それ以外は発行元と名前で識別する。名前だけが同じリポジトリはヒントとして扱う。Dockerfile が手元にあるイメージは、\
        ベースイメージ、コマンド、Dockerfile が用意するパスから判断する。
        """
    )
  }

  private static func schema(_ language: Language) -> String {
    let title = LocalizedText(en: "The files", ja: "ファイルの書き方")
    let rows = keys.map { "| `\($0.key)` | \($0.meaning[language]) |" }
    let head = LocalizedText(en: "key", ja: "キー")
    return (["## \(title[language])", "", "| \(head[language]) | |", "|:--|:--|"] + rows)
      .joined(separator: "\n")
  }

  private static let keys: [(key: String, meaning: LocalizedText)] = [
    ("id", LocalizedText(en: "name of the entry and of its file", ja: "エントリーとファイルの名前")),
    (
      "image",
      LocalizedText(
        en: "repositories: `nginx`, `grafana/grafana`, `bitnami/*`, or with a registry in front",
        ja: "リポジトリ: `nginx`、`grafana/grafana`、`bitnami/*`。前にレジストリを付けてもよい"
      )
    ),
    (
      "when`, `unless",
      LocalizedText(
        en: """
          signs that must show, or must not, one of them: `tag`, `command`, `environment` (`NAME` or \
          `NAME=VALUE`) and `mount`, each a list of globs; for an entry or for one path
          """,
        ja: """
          いずれか 1 つが当てはまるべき条件、当てはまってはならない条件。`tag`、`command`、`environment`\
          (`NAME` または `NAME=VALUE`)、`mount` のリスト。ワイルドカード可。エントリーにもパスにも書ける
          """
      )
    ),
    (
      "feature",
      LocalizedText(en: "`ecs-exec`: what ECS Exec writes", ja: "`ecs-exec`: ECS Exec の書き込み先")
    ),
    (
      "user", LocalizedText(en: "`root` if the image starts as root", ja: "root で起動するイメージなら `root`")
    ),
    (
      "shell",
      LocalizedText(en: "whether the image has a shell and `cp`", ja: "イメージにシェルと `cp` があるか")
    ),
    (
      "trial",
      LocalizedText(
        en: "`true` if reports speak against it, so that a fix waits for review",
        ja: "反例の報告があり、修正を要確認とする場合は `true`"
      )
    ),
    (
      "mountable",
      LocalizedText(
        en: "`false` if no mount makes the image work",
        ja: "マウントでは対応できないイメージなら `false`"
      )
    ),
    (
      "paths[].path",
      LocalizedText(
        en: "the real path; may hold `${VARIABLE:-DEFAULT}`, `${WORKDIR}` or `${REPOSITORY}`",
        ja: "実際のパス。`${変数:-既定値}`、`${WORKDIR}`、`${REPOSITORY}` を含められる"
      )
    ),
    (
      "paths[].alias",
      LocalizedText(en: "symbolic links of the image to it", ja: "イメージ内のシンボリックリンク")
    ),
    ("paths[].why", LocalizedText(en: "what is written there", ja: "書き込む内容")),
    (
      "paths[].if",
      LocalizedText(
        en: "what decides that no template shows; such a path is a hint",
        ja: "テンプレートからは分からない条件。このパスはヒントになる"
      )
    ),
    (
      "paths[].seed",
      LocalizedText(
        en: "the image ships files there, which are copied first",
        ja: "イメージのファイルがあり、先にコピーする"
      )
    ),
    (
      "paths[].persistent",
      LocalizedText(en: "data that must outlive the task", ja: "タスクより長く残すデータ")
    ),
    ("paths[].exec", LocalizedText(en: "programs are run from there", ja: "そこからプログラムを実行する")),
    ("paths[].volume", LocalizedText(en: "no tmpfs", ja: "tmpfs を使わない")),
    ("paths[].mode", LocalizedText(en: "mode of the folder, octal", ja: "フォルダーのモード(8 進数)")),
    ("paths[].size", LocalizedText(en: "size of a tmpfs in MiB", ja: "tmpfs のサイズ(MiB)")),
    (
      "grade`, `source",
      LocalizedText(
        en:
          "how well it is known, and from where: `OWNER/REPOSITORY@FILE` or `OWNER/REPOSITORY#ISSUE`",
        ja: "根拠の等級と出典: `所有者/リポジトリ@ファイル` または `所有者/リポジトリ#Issue`"
      )
    ),
    ("remark", LocalizedText(en: "what else there is to know", ja: "補足")),
  ]

  private static func section(_ entry: ImageEntry, _ language: Language) -> String {
    var blocks = ["## \(entry.id)"]
    let images = entry.repositories.map { "`\($0.text)`" }
    let words = entry.signs.commands.map { "`\($0)`" }
    if !images.isEmpty {
      blocks.append("\(image[language]): \(images.joined(separator: ", "))")
    } else if !words.isEmpty {
      blocks.append("\(command[language]): \(words.joined(separator: ", "))")
    }
    if !entry.paths.isEmpty { blocks.append(table(entry, language)) }
    if let remark = entry.remark { blocks.append(remark[language]) }
    if let grade = entry.grade {
      let sources = entry.sources.map(link).joined(separator: ", ")
      blocks.append("\(grade.text[language])" + (sources.isEmpty ? "" : " (\(sources))"))
    }
    return blocks.joined(separator: "\n\n")
  }

  private static func table(_ entry: ImageEntry, _ language: Language) -> String {
    let head = headings.map { $0[language] }.joined(separator: " | ")
    let rows = entry.paths.map { path in
      let marks = marks(of: path).map { $0[language] }
      let cells = [
        "`\(path.path.text)`",
        ([path.reason[language]] + marks).joined(separator: language.separator),
        path.grade.rawValue, path.sources.map(link).joined(separator: ", "),
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    return (["| \(head) |", "|:--|:--|:--|:--|"] + rows).joined(separator: "\n")
  }

  private static let image = LocalizedText(en: "Image", ja: "イメージ")
  private static let command = LocalizedText(en: "Command", ja: "コマンド")
  private static let headings = [
    LocalizedText(en: "path", ja: "パス"), LocalizedText(en: "what for", ja: "用途"),
    LocalizedText(en: "grade", ja: "等級"), LocalizedText(en: "sources", ja: "出典"),
  ]

  private static func marks(of path: ImagePath) -> [LocalizedText] {
    let marks: [(Bool, LocalizedText)] = [
      (path.isPersistent, LocalizedText(en: "must outlive the task", ja: "タスクより長く残す")),
      (path.isSeeded, LocalizedText(en: "copied first", ja: "先にコピーする")),
      (path.isExecuted, LocalizedText(en: "executable", ja: "実行可能")),
      (path.needsVolume, LocalizedText(en: "a volume", ja: "ボリューム")),
    ]
    let condition = path.condition.map { LocalizedText(en: "if \($0.en)", ja: $0.ja) }
    return [condition].compactMap { $0 } + marks.filter(\.0).map(\.1)
  }

  /// A link to a file or an issue of a public repository.
  private static func link(_ source: String) -> String {
    let file = source.split(separator: "@", maxSplits: 1)
    if file.count == 2 { return "[\(source)](https://github.com/\(file[0])/blob/HEAD/\(file[1]))" }
    let issue = source.split(separator: "#", maxSplits: 1)
    guard issue.count == 2 else { return source }
    return "[\(source)](https://github.com/\(issue[0])/issues/\(issue[1]))"
  }
}

extension Language {
  /// What stands between the parts of a cell.
  fileprivate var separator: String { self == .english ? "; " : "、" }
}
