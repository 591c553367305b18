import ArgumentParser
import Posture
import SourceText

/// The options that say which findings are accepted.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(en: "Only this resource. Default: all.", ja: "このリソースだけ。省略時はすべて。"),
      valueName: "glob"
    )
  )
  var resource: String?

  @Option(
    help: ArgumentHelp(
      say(en: "Only this container, volume or other part.", ja: "このコンテナ、ボリュームなどだけ。"),
      valueName: "name"
    )
  )
  var container: String?

  @Option(
    help: ArgumentHelp(
      say(en: "Only this environment variable.", ja: "この環境変数だけ。"),
      valueName: "name"
    )
  )
  var variable: String?

  @Option(
    help: ArgumentHelp(
      say(en: "Only findings in this file.", ja: "このファイルの検出結果だけ。"),
      valueName: "glob"
    )
  )
  var file: String?

  /// What a decision about `control` speaks of.
  func target(_ control: String) -> Acceptance.Target {
    var target = Acceptance.Target(control: control)
    target.resource = resource ?? "*"
    target.file = file
    target.part = container
    target.variable = variable
    return target
  }
}

/// The options that say what was decided.
struct TermOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(say(en: "Why. Required.", ja: "理由(必須)。"), valueName: "text")
  )
  var reason: String?

  @Option(
    help: ArgumentHelp(
      say(en: "Who answers for the risk. Required.", ja: "リスクの責任者(必須)。"),
      valueName: "name"
    )
  )
  var owner: String?

  @Option(help: ArgumentHelp(say(en: "Who agreed.", ja: "承認者。"), valueName: "name"))
  var approver: String?

  @Option(
    help: ArgumentHelp(
      say(en: "The last day: 2027-01-31. Default: no end.", ja: "最後の日(2027-01-31)。省略時は無期限。"),
      valueName: "day"
    )
  )
  var until: String?

  @Option(
    help: ArgumentHelp(
      say(en: "Where it was discussed.", ja: "経緯が分かるチケット。"),
      valueName: "id"
    )
  )
  var ticket: String?

  @Flag(
    help: ArgumentHelp(
      say(
        en: "Only record that the owner knows (NOTIFIED); the finding still fails.",
        ja: "責任者への通知だけを記録する(NOTIFIED)。検出結果は不合格のまま。"
      )
    )
  )
  var notified = false

  static let noEnd = say(
    en: "this decision has no end. Give it a last day with --until, so that it is decided anew.",
    ja: "この受容は無期限。--until で期限を付けておくと、見直す機会ができる。"
  )

  /// What was decided, today.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where something is missing or no day.
  func terms(isForced: Bool) throws -> Acceptance.Terms {
    guard let reason, !reason.isEmpty, let owner, !owner.isEmpty else {
      throw InputFile.wrongUse(
        "accept",
        LocalizedText(
          en: "A decision needs --reason and --owner.",
          ja: "受容には --reason と --owner が必要。"
        )
      )
    }
    if let until { try TermOptions.check(until, isForced: isForced) }
    var terms = Acceptance.Terms()
    terms.reason = reason
    terms.owner = owner
    terms.approver = approver
    terms.until = until
    terms.ticket = ticket
    terms.created = Today.text
    terms.status = notified ? .notified : .suppressed
    return terms
  }

  private static func check(_ until: String, isForced: Bool) throws {
    guard let day = CalendarDay(until) else {
      throw InputFile.wrongUse(
        "--until \(until)",
        LocalizedText(
          en: "Write a day such as 2027-01-31.",
          ja: "2027-01-31 のような日付で書く。"
        )
      )
    }
    guard !isForced, let today = CalendarDay(Today.text), day < today else { return }
    throw InputFile.wrongUse(
      "--until \(until)",
      LocalizedText(en: "This day is over.", ja: "この日は過ぎている。")
    )
  }
}
