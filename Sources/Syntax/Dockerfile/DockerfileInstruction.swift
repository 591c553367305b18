package import SourceText

/// One instruction of a Dockerfile.
package struct DockerfileInstruction: Sendable {
  /// How the arguments are written.
  package enum Form: Sendable {
    /// Words, or one text for the shell.
    case shell
    /// A JSON array.
    case exec
  }

  /// What it does.
  package let keyword: DockerfileKeyword
  /// The keyword as it is written.
  package let name: DockerfileWord
  /// The bytes from the keyword to the end, continuation lines and heredocs included.
  package internal(set) var range: SourceRange
  /// The flags in front of the arguments: `--from=build`.
  package let flags: [DockerfileFlag]
  /// How the arguments are written.
  package internal(set) var form = Form.shell
  /// The arguments; the command of a shell form is one of them, quotes and all.
  package internal(set) var arguments: [DockerfileWord] = []
  /// The names that `ENV`, `LABEL` and `ARG` set.
  package internal(set) var assignments: [DockerfileAssignment] = []
  /// The heredocs, in source order.
  package internal(set) var heredocs: [DockerfileHeredoc] = []
  /// The instruction behind `ONBUILD`: one, or none.
  package internal(set) var trigger: [DockerfileInstruction] = []
  /// The text that the instruction was read from.
  let line: LogicalLine
  /// The bytes of the arguments in `line`.
  let argumentBounds: Range<Int>

  /// The value of the flag `name`; `nil` where it is not given.
  package func flag(_ name: String) -> DockerfileWord? {
    flags.last { $0.name == name }?.value
  }
}

/// A word of a Dockerfile and where it stands.
package struct DockerfileWord: Sendable, Hashable {
  /// The text with continuations joined; quotes, escapes and variables as they are written.
  package let text: String
  /// The bytes, from the first to the last.
  package let range: SourceRange
}

/// A flag of an instruction.
package struct DockerfileFlag: Sendable, Hashable {
  /// The name without the dashes: `from`.
  package let name: String
  /// The value, quotes taken off; `nil` for a flag without one.
  package let value: DockerfileWord?
  /// The bytes of the flag.
  package let range: SourceRange
}

/// A name that an instruction sets, and what to.
package struct DockerfileAssignment: Sendable, Hashable {
  /// The name.
  package let name: DockerfileWord
  /// The value; `nil` for a build argument without a default.
  package let value: DockerfileWord?
  /// Whether it is written in the old way, with a space for the equals sign.
  package let isLegacy: Bool
}

/// A text that stands behind an instruction, up to a line with its delimiter.
package struct DockerfileHeredoc: Sendable, Hashable {
  /// The delimiter.
  package let delimiter: String
  /// Whether variables in it are expanded: no quote stands in the delimiter.
  package let isExpanded: Bool
  /// Whether the tabs at the beginning of each line are taken off (`<<-`).
  package let stripsTabs: Bool
  /// The bytes of the text, without the line that ends it.
  package let body: SourceRange
}

/// The instructions of a Dockerfile.
package enum DockerfileKeyword: String, Sendable, CaseIterable {
  case add = "ADD"
  case arg = "ARG"
  case cmd = "CMD"
  case copy = "COPY"
  case entrypoint = "ENTRYPOINT"
  case env = "ENV"
  case expose = "EXPOSE"
  case from = "FROM"
  case healthcheck = "HEALTHCHECK"
  case label = "LABEL"
  case maintainer = "MAINTAINER"
  case onbuild = "ONBUILD"
  case run = "RUN"
  case shell = "SHELL"
  case stopsignal = "STOPSIGNAL"
  case user = "USER"
  case volume = "VOLUME"
  case workdir = "WORKDIR"
}
