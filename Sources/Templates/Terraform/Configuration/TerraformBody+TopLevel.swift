import SourceText
import Syntax

extension TerraformBody {
  /// The blocks that a file may hold, with the number of their labels.
  private static let topLevelTypes: [String: Int] = [
    "check": 1, "data": 2, "ephemeral": 2, "import": 0, "language": 0, "locals": 0, "module": 1,
    "moved": 0, "output": 1, "provider": 1, "removed": 0, "resource": 2, "terraform": 0,
    "variable": 1,
  ]

  /// The blocks of a file in source order, whichever syntax it has.
  var topLevelBlocks: [TerraformBlock] {
    sources.flatMap { source -> [TerraformBlock] in
      guard case .json(let root) = source else { return nativeBlocks }
      return root.objects.flatMap(\.entries).flatMap { entry -> [TerraformBlock] in
        guard let type = entry.key.string, let labels = Self.topLevelTypes[type] else { return [] }
        return Source.blocks(
          type,
          entry.value,
          labels: labels,
          given: [],
          header: entry.key.location
        )
      }
    }
  }

  /// Whether one of the blocks is of a type that Terraform knows.
  var hasTopLevelBlock: Bool {
    topLevelBlocks.contains { Self.topLevelTypes[$0.effectiveType] != nil }
  }

  /// What stands at the top of a file although Terraform knows no such thing.
  var topLevelProblems: [Diagnostic] {
    sources.flatMap { source -> [Diagnostic] in
      switch source {
      case .native(let body):
        let blocks = body.blocks.filter { Self.topLevelTypes[$0.type] == nil }
        return blocks.map { Self.unknown($0.type, at: $0.headerLocation) }
          + body.attributes.map { .argumentAtTopLevel($0.name, at: $0.nameLocation) }
      case .json(let root):
        return root.objects.flatMap(\.entries).compactMap { entry in
          guard let type = entry.key.string, type != Source.comment,
            Self.topLevelTypes[type] == nil
          else { return nil }
          return Self.unknown(type, at: entry.key.location)
        }
      }
    }
  }

  /// What stands in a file of variable values although such files hold only values.
  var variableProblems: [Diagnostic] {
    sources.flatMap { source -> [Diagnostic] in
      switch source {
      case .native(let body):
        body.blocks.map { .blockAmongValues($0.type, at: $0.headerLocation) }
      case .json(let root): root.objects.isEmpty ? [.valuesWithoutNames(at: root.location)] : []
      }
    }
  }

  private static func unknown(_ type: String, at location: SourceLocation) -> Diagnostic {
    let similar = NearestName.of(type, in: topLevelTypes.keys.sorted())
    return .unknownBlock(type, similar: similar, at: location)
  }
}

extension TerraformExpression {
  /// The text of a literal; `nil` for anything that has to be evaluated.
  var constantText: String? {
    switch self {
    case .json(let node): return node.kind == .string ? node.string : nil
    case .native(let expression):
      guard case .template(let parts) = expression.form else { return nil }
      var text = ""
      for part in parts {
        guard case .literal(let literal) = part else { return nil }
        text += literal.text
      }
      return text
    }
  }
}
