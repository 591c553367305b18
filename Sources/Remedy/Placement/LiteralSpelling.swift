import Inventory
import SourceText

/// Puts literals in the AWS shape into the words of a source language.
struct LiteralSpelling {
  private let spelling: SourceSpelling

  init(_ spelling: SourceSpelling) { self.spelling = spelling }

  /// `literal` with the names of its members as they are written.
  func written(_ literal: SourceLiteral) -> SourceLiteral {
    switch literal {
    case .list(let elements): .list(elements.map(written))
    case .object(let members) where spelling.isMountText: .string(Self.mountText(members))
    case .object(let members) where !literal.isIntrinsic:
      .object(members.flatMap { self.members($0.name, $0.value) })
    default: literal
    }
  }

  /// A memory file system as Compose writes it: `/run`, or `/run:mode=1777,exec`.
  private static func mountText(_ members: [SourceLiteral.Member]) -> String {
    var path = ""
    var options: [String] = []
    for member in members {
      switch (member.name, member.value) {
      case ("containerPath", .string(let text)): path = text
      case ("size", .number(let mebibytes)): options.append("size=\(mebibytes)m")
      case ("mountOptions", .list(let elements)):
        options += elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
      default: continue
      }
    }
    return options.isEmpty ? path : "\(path):\(options.joined(separator: ","))"
  }

  /// How the member `name` is written: under its own name, or, where the source language does not
  /// nest what the API nests, as several members.
  func members(_ name: String, _ literal: SourceLiteral) -> [SourceLiteral.Member] {
    if let flat = flattened([name], literal) { return flat }
    let member = spelling.member(name)
    let inner = LiteralSpelling(spelling.inside(name))
    return [
      SourceLiteral.Member(
        member.name,
        inner.written(literal.chosen(member.choice)),
        isBlock: member.isBlock
      )
    ]
  }

  /// The members in the place of the nested object at `path`; `nil` where it is nested here, too.
  private func flattened(
    _ path: [String],
    _ literal: SourceLiteral
  ) -> [SourceLiteral.Member]? {
    if path.count > 1, let member = spelling.shortcut(to: path) {
      let inner = path.reduce(spelling) { $0.inside($1) }
      let value = LiteralSpelling(inner).written(literal)
      return [SourceLiteral.Member(member.name, value, isBlock: member.isBlock)]
    }
    guard case .object(let members) = literal, path.count < 4 else { return nil }
    let parts = members.map { flattened(path + [$0.name], $0.value) }
    guard !parts.isEmpty, !parts.contains(where: { $0 == nil }) else { return nil }
    return parts.flatMap { $0 ?? [] }
  }
}

extension SourceLiteral {
  /// Whether the object is a call of a function of CloudFormation.
  var isIntrinsic: Bool {
    guard case .object(let members) = self, members.count == 1 else { return false }
    return members[0].name == "Ref" || members[0].name.hasPrefix("Fn::")
  }

  /// The Boolean that stands for the literal where the source language has one.
  func chosen(_ choice: SourceSpelling.Choice?) -> SourceLiteral {
    guard let choice, case .string(let text) = self else { return self }
    if text == choice.yes { return .bool(true) }
    return text == choice.no ? .bool(false) : self
  }

  /// The scalar in quotes where the one that it replaces has some.
  func quoted(like place: SourceLocation) -> SourceLiteral {
    let first = place.file.bytes.dropFirst(Int(place.range.start)).first
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else { return self }
    switch self {
    case .bool(let flag): return .string(flag ? "true" : "false")
    case .number(let digits): return .string(digits)
    default: return self
    }
  }

  /// The literal in the innermost of objects that `path` leads through.
  func nested(in path: [String]) -> Member {
    let inner = path.dropFirst().reversed().reduce(self) { .object([Member($1, $0)]) }
    return Member(path[0], inner)
  }
}
