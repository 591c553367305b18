import ArgumentParser

/// The options about what is on record about findings.
struct DecisionOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      say(
        en: "Let known failures fail, too: leave .funaban/baseline.json unread.",
        ja: ".funaban/baseline.json を読まず、既知の不合格も不合格として扱う。"
      )
    )
  )
  var noBaseline = false
}
