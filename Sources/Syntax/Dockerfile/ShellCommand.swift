package import SourceText

/// One simple command of a shell script: a name and its arguments.
///
/// This is no shell: it knows words, quotes, comments and what parts commands, which is enough to
/// tell which programs a build runs, and on which paths.
package struct ShellCommand: Sendable, Hashable {
  /// The words without assignments, reserved words and wrappers such as `exec`; never empty.
  package let words: [DockerfileWord]

  /// The name of the program without its folder.
  package var name: String {
    let name = words[0].unquoted
    return name.split(separator: "/").last.map(String.init) ?? name
  }

  /// The words behind the name.
  package var arguments: ArraySlice<DockerfileWord> { words.dropFirst() }

  /// Takes the words between two separators; `nil` where no command is among them.
  init?(_ all: [DockerfileWord]) {
    var rest = all[...]
    while let first = rest.first, ShellCommand.isReserved(first.text) { rest.removeFirst() }
    let start = rest.startIndex
    while let first = rest.first,
      first.isAssignment || ShellCommand.wrappers.contains(first.text)
        || rest.startIndex > start && first.text.hasPrefix("-")
    {
      rest.removeFirst()
    }
    guard !rest.isEmpty else { return nil }
    words = Array(rest)
  }

  static func isReserved(_ word: String) -> Bool { reserved.contains(word) }

  private static let reserved: Set<String> = [
    "!", "{", "}", "if", "then", "elif", "else", "fi", "while", "until", "do", "done", "esac",
    "time",
  ]

  private static let wrappers: Set<String> = ["env", "exec", "command", "nohup", "nice"]
}

extension DockerfileWord {
  /// The text without quotes and backslashes.
  package var unquoted: String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !["'", "\"", "\\"].contains($0) })
    )
  }

  /// Whether the word sets a variable.
  fileprivate var isAssignment: Bool {
    guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")), sign > text.startIndex else {
      return false
    }
    return text.utf8[..<sign].allSatisfy { byte in
      byte == UInt8(ascii: "_")
        || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
  }
}

/// What a shell script runs.
package struct ShellScript: Sendable {
  /// The simple commands, in source order.
  package internal(set) var commands: [ShellCommand] = []
  /// The words that are not the name of a command: arguments, assignments, files.
  package internal(set) var operands: [DockerfileWord] = []
}

extension DockerfileInstruction {
  /// What a `RUN`, `CMD` or `ENTRYPOINT` runs, a heredoc that is fed to a shell included.
  package func script(in file: SourceFile) -> ShellScript {
    guard form == .shell else {
      var script = ShellScript()
      script.commands = ShellCommand(arguments).map { [$0] } ?? []
      script.operands = arguments.filter { $0 != script.commands.first?.words[0] }
      return script
    }
    var splitter = ShellSplitter(line.bytes[argumentBounds]) { [line] in line.range($0) }
    var script = splitter.read()
    guard let heredoc = heredocs.first, script.commands.allSatisfy(\.isShell) else { return script }
    var body = ShellSplitter(file.bytes[heredoc.body.bounds]) {
      SourceRange($0.lowerBound, $0.upperBound)
    }
    let rest = body.read()
    script.commands += rest.commands
    script.operands += rest.operands
    return script
  }

  /// The commands of the script.
  package func commands(in file: SourceFile) -> [ShellCommand] { script(in: file).commands }
}

extension ShellCommand {
  /// Whether the command runs what is fed to it.
  fileprivate var isShell: Bool {
    ["sh", "bash", "ash", "dash"].contains(name)
      && arguments.allSatisfy { $0.text.hasPrefix("-") }
  }
}
