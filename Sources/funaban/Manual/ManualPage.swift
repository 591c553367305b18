import ArgumentParser
import SourceText
import Syntax

/// The manual page of the program, funaban(1), from what the parser of the command line knows.
enum ManualPage {
  /// The page in the language of the run.
  static var text: String {
    let tree = JSONParser.parse(SourceFile(path: "help", text: Funaban._dumpHelp()))
    guard let program = tree.root?["command"] else { return "" }
    let verbs = (program["subcommands"]?.elements ?? []).filter { $0.isShown }
    let parts = [
      [heading], name(of: program), synopsis(verbs), description(of: program),
      section(en: "COMMANDS", ja: "コマンド"), verbs.flatMap(command),
      section(en: "OPTIONS", ja: "オプション"), options(of: program, besides: []),
      list(ManualPageList.environment), list(ManualPageList.files),
      list(ManualPageList.exitStatus),
    ]
    return parts.joined().joined(separator: "\n") + "\n"
  }

  private static var heading: String {
    let title = say(en: "Funaban manual", ja: "Funaban マニュアル")
    let line = #".TH FUNABAN 1 "\#(Funaban.releaseDate)" "funaban \#(Funaban.version)" "\#(title)""#
    return spokenLanguage == .japanese ? line + "\n.ad l\n.nh" : line
  }

  private static func section(en: String, ja: String) -> [String] {
    [".SH \"\(say(en: en, ja: ja))\""]
  }

  private static func name(of program: Node) -> [String] {
    let abstract = RoffText.prose(program.text("abstract"))
    return section(en: "NAME", ja: "名前") + ["funaban \\- \(abstract)"]
  }

  private static func synopsis(_ verbs: [Node]) -> [String] {
    let lines = verbs.map { verb in
      let operands = verb.arguments.filter { $0.text("kind") == "positional" }.map { operand in
        let name = RoffText.italic(operand.text("valueName"))
        let repeated = operand.isTrue("isRepeating") ? name + " ..." : name
        return operand.isTrue("isOptional") ? "[\(repeated)]" : repeated
      }
      let options = say(en: "options", ja: "オプション")
      let words = [RoffText.bold("funaban \(verb.commandName)"), "[\\fI\(options)\\fR]"] + operands
      return words.joined(separator: " ")
    }
    return section(en: "SYNOPSIS", ja: "書式") + [".nf"] + lines + [".fi"]
  }

  private static func description(of program: Node) -> [String] {
    section(en: "DESCRIPTION", ja: "説明") + RoffText.paragraphs(program.text("discussion"))
  }

  private static func command(_ verb: Node) -> [String] {
    let text = verb.text("abstract") + "\n\n" + verb.text("discussion")
    return [".SS \"funaban \(verb.commandName)\""] + RoffText.paragraphs(text)
      + options(of: verb, besides: ["version", "help"])
  }

  private static func options(of command: Node, besides hidden: Set<String>) -> [String] {
    command.arguments.filter { !hidden.contains($0.text("valueName")) }.flatMap { argument in
      [".TP", term(of: argument), RoffText.prose(explanation(of: argument))]
    }
  }

  private static func term(of argument: Node) -> String {
    let value = argument.text("valueName")
    let shortestFirst = (argument["names"]?.elements ?? []).sorted {
      $0.text("name").count < $1.text("name").count
    }
    let names = shortestFirst.map { name in
      RoffText.bold((name.text("kind") == "long" ? "--" : "-") + name.text("name"))
    }
    return switch argument.text("kind") {
    case "positional": RoffText.italic(value)
    case "option": names.joined(separator: ", ") + " " + RoffText.italic(value)
    default: names.joined(separator: ", ")
    }
  }

  private static func explanation(of argument: Node) -> String {
    var sentences = [UsageText.spoken(argument.text("abstract"))]
    let values = (argument["allValues"]?.elements ?? []).compactMap(\.string)
    if !values.isEmpty {
      let list = values.joined(separator: ", ")
      sentences.append(say(en: "Values: \(list).", ja: "使える値: \(list)。"))
    }
    if let value = argument["defaultValue"]?.string {
      sentences.append(say(en: "Default: \(value).", ja: "デフォルト: \(value)。"))
    }
    return sentences.joined(separator: say(en: " ", ja: ""))
  }

  private static func list(_ list: ManualPageList) -> [String] {
    [".SH \"\(list.title[spokenLanguage])\""]
      + list.entries.flatMap { term, text in
        [".TP", RoffText.bold(term), RoffText.prose(text[spokenLanguage])]
      }
  }
}

extension Node {
  fileprivate func text(_ key: String) -> String { self[key]?.string ?? "" }

  fileprivate func isTrue(_ key: String) -> Bool { self[key]?.bool == true }

  fileprivate var commandName: String { text("commandName") }

  fileprivate var isShown: Bool { isTrue("shouldDisplay") && commandName != "help" }

  fileprivate var arguments: [Node] {
    (self["arguments"]?.elements ?? []).filter { $0.isTrue("shouldDisplay") }
  }
}
