/// The parts of a container image's name: `registry/repository:tag@digest`.
///
/// A name without a registry means Docker Hub. A part of a name that is known only in part is a
/// text known in part; which part an unknown piece belongs to is decided by what is written around
/// it. An unknown piece at the beginning may hold a registry.
package struct ImageReference: Sendable {
  /// The host the image comes from.
  package let registry: Value?
  /// The path of the repository in it.
  package let repository: Value?
  /// The tag; absent where none is written.
  package let tag: Value?
  /// The digest; absent where none is written.
  package let digest: Value?

  /// Takes the name `image` apart.
  package init(_ image: Value, in inventory: Inventory) {
    var name = ImageReference.pieces(of: image, in: inventory)
    let opaque = name.count == 1 && !name[0].isLiteral
    digest = name.cut(after: "@").map { image.text($0) }
    if let reason = opaque ? image.firstUnknownReason : nil {
      (registry, repository, tag) = (
        image.unknown(reason), image.unknown(reason), image.unknown(reason)
      )
      return
    }
    tag = name.cutTag().map { image.text($0) } ?? ImageReference.possibleTag(name, image)
    let host = name.cutHost()
    if host == nil, case .unknown(let reason)? = name.first {
      registry = image.unknown(reason)
    } else {
      registry = image.text(host ?? [.literal("docker.io")])
    }
    repository = image.text(name)
  }

  /// An unknown tag where the name ends in something unknown that may hold one.
  private static func possibleTag(_ name: [TextPiece], _ image: Value) -> Value? {
    guard case .unknown(let reason)? = name.last else { return nil }
    return image.unknown(reason)
  }

  /// The pieces of the name, the URI of a private repository spelt out.
  private static func pieces(of image: Value, in inventory: Inventory) -> [TextPiece] {
    switch image.content {
    case .string(let text), .number(let text): return [.literal(text)]
    case .reference(let reference): return uri(reference, in: inventory) ?? opaque(reference)
    case .partial(let pieces):
      return pieces.flatMap { piece -> [TextPiece] in
        switch piece {
        case .reference(let reference): return uri(reference, in: inventory) ?? opaque(reference)
        case .unknown(.data(let text)):
          return ResourceReference(ofData: text).flatMap { uri($0, in: inventory) } ?? [piece]
        // No partition's suffix makes a private registry of AWS a different one.
        case .unknown(.pseudoParameter("AWS::URLSuffix")): return [.literal("amazonaws.com")]
        default: return [piece]
        }
      }.merged
    default: return []
    }
  }

  private static func opaque(_ reference: ResourceReference) -> [TextPiece] {
    [.unknown(.attribute(reference.text))]
  }

  /// The URI of a repository, or its name, as far as known; `nil` for anything else.
  private static func uri(
    _ reference: ResourceReference,
    in inventory: Inventory
  ) -> [TextPiece]? {
    let target = inventory[reference.resource]
    let name = target?.properties["repositoryName"]?.text
    let last = name.map(TextPiece.literal) ?? .reference(ResourceReference(reference.resource))
    let kind = target?.kind ?? reference.declaredKind
    guard ["RepositoryUri", "repository_url", "repository_uri"].contains(reference.attribute),
      kind == .repository || kind == .publicRepository
    else {
      return [nil, "id", "name"].contains(reference.attribute) && kind == .repository
        ? [last] : nil
    }
    guard kind == .repository else {
      return [
        .literal("public.ecr.aws/"), .unknown(.attribute("RegistryAlias")), .literal("/"), last,
      ]
    }
    return [
      .unknown(.pseudoParameter("AWS::AccountId")), .literal(".dkr.ecr."),
      .unknown(.pseudoParameter("AWS::Region")), .literal(".amazonaws.com/"), last,
    ]
  }
}

extension ResourceReference {
  /// The kind of the resource by the type in its address, where it has one.
  fileprivate var declaredKind: ResourceKind? {
    let parts = resource.path.split(separator: ".")
    guard parts.count > 1 else { return nil }
    return TerraformShape.kind(of: String(parts[parts.count - 2]))
  }
}

extension [TextPiece] {
  /// The pieces with neighbouring literals joined and empty ones left out.
  var merged: [TextPiece] {
    var result: [TextPiece] = []
    for piece in self {
      if case .literal(let text) = piece {
        if text.isEmpty { continue }
        if case .literal(let before)? = result.last {
          result[result.count - 1] = .literal(before + text)
          continue
        }
      }
      result.append(piece)
    }
    return result
  }

  /// Takes off and returns what stands behind the last `separator`.
  fileprivate mutating func cut(after separator: Character) -> [TextPiece]? {
    guard let index = lastIndex(where: { $0.literal?.contains(separator) ?? false }),
      let text = self[index].literal, let place = text.lastIndex(of: separator)
    else { return nil }
    return split(index, text, place)
  }

  /// Takes off and returns the tag: what stands behind a colon in the last component of the path.
  fileprivate mutating func cutTag() -> [TextPiece]? {
    for index in indices.reversed() {
      guard let text = self[index].literal,
        let place = text.lastIndex(where: { $0 == ":" || $0 == "/" })
      else { continue }
      return text[place] == ":" ? split(index, text, place) : nil
    }
    return nil
  }

  /// Takes off and returns the host, where the first component of the path is one.
  fileprivate mutating func cutHost() -> [TextPiece]? {
    guard let index = firstIndex(where: { $0.literal?.contains("/") ?? false }),
      let text = self[index].literal, let place = text.firstIndex(of: "/")
    else { return nil }
    let path = self
    var host = self
    let rest = host.split(index, text, place)
    let isHost =
      host.contains { !$0.isLiteral }
      || host.contains { $0.literal?.contains { $0 == "." || $0 == ":" } ?? false }
      || host.first?.literal == "localhost"
    self = isHost ? rest : path
    return isHost ? host : nil
  }

  /// Keeps what stands before `place` in the literal at `index`, and returns what stands behind it.
  private mutating func split(_ index: Int, _ text: String, _ place: String.Index) -> [TextPiece] {
    let behind = [.literal(String(text[text.index(after: place)...]))] + self[(index + 1)...]
    self = (self[..<index] + [.literal(String(text[..<place]))]).merged
    return behind.merged
  }
}

extension TextPiece {
  /// The known text; `nil` for a piece that is not known.
  var literal: String? { if case .literal(let text) = self { text } else { nil } }

  /// Whether the text of the piece is known.
  var isLiteral: Bool { literal != nil }
}

extension Value {
  /// The text of `pieces` at the place of this value, known as far as they are.
  func text(_ pieces: [TextPiece]) -> Value {
    if pieces.allSatisfy(\.isLiteral) {
      return with(.string(pieces.compactMap(\.literal).joined()))
    }
    if case .unknown(let reason)? = pieces.first, pieces.count == 1 { return unknown(reason) }
    return with(.partial(pieces))
  }

  /// The known pieces of a text in one, what is not known left out; empty for anything else.
  var literalText: String {
    if case .partial(let pieces) = content { return pieces.compactMap(\.literal).joined() }
    return text ?? ""
  }
}
