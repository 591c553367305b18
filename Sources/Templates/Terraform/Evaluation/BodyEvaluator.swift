import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// Evaluates the bodies of resources: arguments as they are, blocks as lists of objects.
struct BodyEvaluator {
  private let module: ModuleInstance

  init(_ module: ModuleInstance) { self.module = module }

  /// The members of `body`, those named in `excluded` left out.
  func object(
    _ body: TerraformBody,
    _ scope: InstanceScope,
    excluding excluded: Set<String> = []
  ) -> TerraformObject {
    var members: [TerraformObject.Member] = []
    for argument in body.arguments where !excluded.contains(argument.name) {
      if argument.isDynamicOfJSON { continue }
      let value = module.value(of: argument.expression, in: scope)
      members.append(
        TerraformObject.Member(
          argument.name,
          argument.isBlockOfJSON(value) ? value.asOnlyElement : value,
          key: argument.nameLocation
        )
      )
    }
    for (type, blocks) in groups(of: body) where !excluded.contains(type) {
      members.append(
        TerraformObject.Member(type, list(blocks, scope), key: blocks[0].header)
      )
    }
    return TerraformObject(members)
  }

  /// The blocks of one type as a list of objects; `nil` where there are none.
  func blocks(_ type: String, of body: TerraformBody, _ scope: InstanceScope) -> TerraformValue? {
    groups(of: body).first { $0.type == type }.map { list($0.blocks, scope) }
  }

  /// The blocks by type, in source order; `dynamic` ones stand with those they generate.
  private func groups(of body: TerraformBody) -> [(type: String, blocks: [TerraformBlock])] {
    var groups: [(type: String, blocks: [TerraformBlock])] = []
    for block in body.nativeBlocks + body.dynamicBlocksOfJSON {
      if let index = groups.firstIndex(where: { $0.type == block.effectiveType }) {
        groups[index].blocks.append(block)
      } else {
        groups.append((block.effectiveType, [block]))
      }
    }
    return groups
  }

  /// The objects that `blocks` stand for; unknown where their number is.
  private func list(_ blocks: [TerraformBlock], _ scope: InstanceScope) -> TerraformValue {
    var elements: [TerraformValue] = []
    for block in blocks {
      guard block.isDynamic else {
        elements.append(
          TerraformValue(.object(object(block.body, scope)), at: block.location)
        )
        continue
      }
      switch generated(block, scope) {
      case .success(let generated): elements += generated
      case .failure(let unknown): return unknown.value
      }
    }
    return TerraformValue(.tuple(elements), at: blocks[0].location)
  }

  /// The number of blocks is not known.
  private struct UnknownBlocks: Error {
    let value: TerraformValue
  }

  /// The objects that a `dynamic` block generates.
  private func generated(
    _ block: TerraformBlock,
    _ scope: InstanceScope
  ) -> Result<[TerraformValue], UnknownBlocks> {
    guard let argument = block.body.argument("for_each"),
      let content = block.body.blocks("content").first
    else {
      module.reading.log.add(.malformedDynamic(block.effectiveType, at: block.header))
      return .success([])
    }
    let collection = module.value(of: argument.expression, in: scope)
    guard let pairs = collection.iterationPairs else {
      if collection.isKnown {
        module.reading.log.add(.invalidNumber("for_each", at: argument.expression.location))
      }
      return .failure(UnknownBlocks(value: .unknown(like: collection)))
    }
    let iterator = block.body.argument("iterator")?.expression.keyword ?? block.effectiveType
    return .success(
      pairs.map { pair in
        var inner = scope
        inner.iterators[iterator] = TerraformValue(
          .object(TerraformObject([.init("key", pair.key), .init("value", pair.value)]))
        )
        return TerraformValue(.object(object(content.body, inner)), at: content.location)
      }
    )
  }
}

extension TerraformBody.Argument {
  /// Arguments of AWS resources that hold a map, which JSON writes like a block.
  private static let maps: Set<String> = [
    "default_tags", "docker_labels", "environment", "headers", "labels", "options", "parameters",
    "properties", "tags", "tags_all", "triggers", "variables", "vars",
  ]

  /// Whether this is the JSON form of `dynamic` blocks.
  fileprivate var isDynamicOfJSON: Bool {
    if case .json = expression { name == "dynamic" } else { false }
  }

  /// Whether `value` is a block that JSON writes as one object.
  fileprivate func isBlockOfJSON(_ value: TerraformValue) -> Bool {
    guard case .json(let node) = expression, node.kind == .mapping else { return false }
    return value.members != nil && !Self.maps.contains(name)
  }
}

extension TerraformBody {
  fileprivate var dynamicBlocksOfJSON: [TerraformBlock] {
    sources.flatMap { source -> [TerraformBlock] in
      if case .json = source { source.blocks("dynamic", labels: 1) } else { [] }
    }
  }
}

extension TerraformValue {
  fileprivate var asOnlyElement: TerraformValue {
    TerraformValue(.tuple([self]), at: origin)
  }

  /// The keys and values that a loop over the collection runs over; `nil` where it is none.
  fileprivate var iterationPairs: [(key: TerraformValue, value: TerraformValue)]? {
    switch content {
    case .object(let object), .map(_, let object):
      object.members.map { (TerraformValue(.text($0.name), at: $0.key), $0.value) }
    case .set(_, let elements): elements.map { ($0, $0) }
    case .tuple(let elements), .list(_, let elements):
      elements.enumerated().map { (TerraformValue(.number(TerraformNumber($0))), $1) }
    default: nil
    }
  }
}
