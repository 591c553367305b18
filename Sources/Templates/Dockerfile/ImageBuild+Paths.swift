import Inventory
import SourceText
import Syntax

extension ImageBuild {
  /// Notes the paths that the commands of a `RUN` prepare for being written to.
  mutating func noteCommands(_ instruction: DockerfileInstruction) {
    for command in instruction.commands(in: file) {
      switch command.name {
      case "mkdir": note(operands(of: command, taking: ["-m", "--mode"]), .directory)
      case "touch": note(operands(of: command, taking: ["-d", "-r", "-t"]), .file)
      case "install": noteInstall(command)
      case "chown": noteOwner(command)
      case "chmod": noteMode(command)
      case "ln": noteLink(command)
      default: break
      }
    }
  }

  /// Notes the target of a `COPY` or `ADD` that gives the files to a user other than root.
  mutating func noteCopy(_ instruction: DockerfileInstruction) {
    guard let owner = instruction.flag("chown"), let target = instruction.arguments.last,
      isOther(value(owner).text), let path = path(target).text
    else { return }
    let place = SourceLocation(file, target.range)
    writablePaths.append(WritablePath(path: path, sign: .copied, location: place))
  }

  private mutating func noteInstall(_ command: ShellCommand) {
    let isDirectory = command.arguments.contains {
      $0.text == "--directory"
        || $0.text.hasPrefix("-") && !$0.text.hasPrefix("--")
          && $0.text.contains("d")
    }
    guard isDirectory else { return }
    note(
      operands(of: command, taking: ["-m", "-o", "-g", "--mode", "--owner", "--group"]),
      .directory
    )
  }

  private mutating func noteOwner(_ command: ShellCommand) {
    let words = operands(of: command, taking: [])
    guard let owner = words.first, isOther(owner.unquoted) else { return }
    note(Array(words.dropFirst()), .owner)
  }

  private mutating func noteMode(_ command: ShellCommand) {
    let words = operands(of: command, taking: [])
    guard let mode = words.first?.unquoted, ImageBuild.letsOthersWrite(mode) else { return }
    note(Array(words.dropFirst()), .mode)
  }

  private mutating func noteLink(_ command: ShellCommand) {
    let words = operands(of: command, taking: [])
    let isSymbolic = command.arguments.contains {
      $0.text == "--symbolic" || $0.text.hasPrefix("-") && $0.text.contains("s")
    }
    guard isSymbolic, words.count == 2, let target = known(words[0]) else { return }
    note([words[1]], .link(to: target))
  }

  private mutating func note(_ words: [DockerfileWord], _ sign: WritablePath.Sign) {
    for word in words {
      guard let text = known(word),
        let path = ContainerPath.absolute(text, in: workingDirectory?.text)
      else { continue }
      let place = SourceLocation(file, word.range)
      writablePaths.append(WritablePath(path: path, sign: sign, location: place))
    }
  }

  /// The text of a word that the shell takes for one path; `nil` where it decides more.
  ///
  /// A script may set variables itself, so one that is set nowhere else is not known.
  private mutating func known(_ word: DockerfileWord) -> String? {
    let inheritsUnknown = scope.inheritsUnknown
    scope.inheritsUnknown = true
    defer { scope.inheritsUnknown = inheritsUnknown }
    guard let text = (try? scope.expand(word.text))?.text, !text.isEmpty else { return nil }
    return text.utf8.contains { "*?[{`~$(".utf8.contains($0) } ? nil : text
  }

  /// The words that are neither options nor the values of the options in `taking`.
  private func operands(of command: ShellCommand, taking: Set<String>) -> [DockerfileWord] {
    var operands: [DockerfileWord] = []
    var isValue = false
    var isBehindDashes = false
    for word in command.arguments {
      if isValue {
        isValue = false
      } else if word.text == "--" {
        isBehindDashes = true
      } else if !isBehindDashes, word.text.hasPrefix("-"), word.text != "-" {
        isValue = taking.contains(word.text)
      } else {
        operands.append(word)
      }
    }
    return operands
  }

  /// Whether the owner is a user other than root, as far as it is known.
  private func isOther(_ owner: String?) -> Bool {
    guard let owner else { return true }
    let user = owner.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
    return !["", "0", "root"].contains(user)
  }

  /// Whether a mode such as `777` or `g+w` lets others than the owner write.
  private static func letsOthersWrite(_ mode: String) -> Bool {
    if mode.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }) {
      return mode.utf8.suffix(2).contains { $0 & 2 != 0 }
    }
    return mode.split(separator: ",").contains { clause in
      let parts = clause.split(maxSplits: 1, omittingEmptySubsequences: false) { "+=".contains($0) }
      return parts.count == 2 && parts[1].contains("w") && parts[0] != "u"
    }
  }
}
