/// Facts about tags, of whatever kind of resource.
enum TagFacts {
  /// The keys of the tags that are the user's own; those of AWS begin with `aws:`.
  static let userKeys: Fact = { site in
    guard let tags = site.value["tags"] ?? site.value["Tags"] ?? site.value["TagsList"] else {
      return nil
    }
    return site.list(keys(of: tags).filter { !($0.text?.hasPrefix("aws:") ?? false) })
  }

  private static func keys(of tags: Value) -> [Value] {
    if let object = tags.object { return object.members.map { $0.value.named($0.name) } }
    return tags.elements.compactMap { tag in
      tag.unknownReason == nil ? tag.object.flatMap { NameValuePair($0)?.name } : tag
    }
  }
}
