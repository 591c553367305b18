import SourceText
import Syntax

/// What stands between braces, in the native or in the JSON syntax, with what overrides it.
struct TerraformBody {
  /// The body of one file.
  enum Source {
    case native(HCLBody)
    case json(Node)
  }

  /// A named argument.
  struct Argument {
    let name: String
    let nameLocation: SourceLocation
    let expression: TerraformExpression
  }

  /// The body as it was first declared, and behind it the bodies of override files.
  private(set) var sources: [Source]

  init(_ source: Source) { sources = [source] }

  /// Merges what an override file says into the body.
  mutating func override(with other: TerraformBody) { sources += other.sources }

  /// The argument `name`; of several the overriding one.
  func argument(_ name: String) -> Argument? {
    for source in sources.reversed() {
      if let found = source.argument(name) { return found }
    }
    return nil
  }

  /// All arguments in source order; in the JSON syntax the blocks are among them.
  var arguments: [Argument] {
    guard sources.count > 1 else { return sources[0].arguments }
    var arguments: [Argument] = []
    var positions: [String: Int] = [:]
    for argument in sources.flatMap(\.arguments) {
      if let index = positions[argument.name] {
        arguments[index] = argument
      } else {
        positions[argument.name] = arguments.count
        arguments.append(argument)
      }
    }
    return arguments
  }

  /// All blocks of the native syntax in source order; those of an override replace their like.
  var nativeBlocks: [TerraformBlock] {
    sources.reduce(into: []) { blocks, source in
      guard case .native(let body) = source else { return }
      let found = body.blocks.map(TerraformBlock.init)
      let types = Set(found.map(\.effectiveType))
      if !types.isEmpty { blocks.removeAll { types.contains($0.effectiveType) } }
      blocks += found
    }
  }

  /// The blocks of one type, which bear `labels` labels each.
  func blocks(_ type: String, labels: Int = 0) -> [TerraformBlock] {
    for source in sources.reversed() {
      let found = source.blocks(type, labels: labels)
      if !found.isEmpty { return found }
    }
    return []
  }
}

extension TerraformBody.Source {
  /// A key that stands for a comment in the JSON syntax.
  static let comment = "//"

  var arguments: [TerraformBody.Argument] {
    switch self {
    case .native(let body): body.attributes.map(TerraformBody.Argument.init)
    case .json(let node): node.objects.flatMap(\.entries).compactMap(Self.argument)
    }
  }

  func argument(_ name: String) -> TerraformBody.Argument? {
    switch self {
    case .native(let body):
      body.attributes.first { $0.name == name }.map(TerraformBody.Argument.init)
    case .json(let node):
      node.objects.lazy.compactMap { $0.entry(name) }.first.flatMap(Self.argument)
    }
  }

  private static func argument(_ entry: Node.Entry) -> TerraformBody.Argument? {
    guard let name = entry.key.string, name != comment else { return nil }
    return TerraformBody.Argument(
      name: name,
      nameLocation: entry.key.location,
      expression: .json(entry.value)
    )
  }

  func blocks(_ type: String, labels: Int) -> [TerraformBlock] {
    switch self {
    case .native(let body):
      body.blocks.filter { $0.type == type }.map(TerraformBlock.init)
    case .json(let node):
      node.objects.compactMap { $0.entry(type) }.flatMap {
        Self.blocks(type, $0.value, labels: labels, given: [], header: $0.key.location)
      }
    }
  }

  /// Follows the keys that are labels, down to the bodies.
  static func blocks(
    _ type: String,
    _ node: Node,
    labels: Int,
    given: [String],
    header: SourceLocation
  ) -> [TerraformBlock] {
    guard labels > 0 else {
      return node.objects.map {
        TerraformBlock(
          type: type,
          labels: given,
          header: header,
          location: $0.location,
          body: TerraformBody(.json($0))
        )
      }
    }
    return node.objects.flatMap(\.entries).flatMap { entry -> [TerraformBlock] in
      guard let name = entry.key.string, name != comment else { return [] }
      return blocks(
        type,
        entry.value,
        labels: labels - 1,
        given: given + [name],
        header: entry.key.location
      )
    }
  }
}

extension TerraformBody.Argument {
  init(_ attribute: HCLAttribute) {
    self.init(
      name: attribute.name,
      nameLocation: attribute.nameLocation,
      expression: .native(attribute.expression)
    )
  }
}

extension Node {
  /// The object itself, or the objects of a list: a block may be written as either.
  var objects: [Node] {
    switch kind {
    case .mapping: [self]
    case .sequence: elements.filter { $0.kind == .mapping }
    default: []
    }
  }
}
