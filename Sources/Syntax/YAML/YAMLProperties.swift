/// The tag and the anchor that stand before a YAML node.
struct YAMLProperties {
  private static let corePrefix = "tag:yaml.org,2002:"

  /// The tag, its handle expanded.
  let tag: String?
  /// The name of the anchor.
  let anchor: String?

  /// Copies what libyaml holds.
  @safe init(tag: UnsafePointer<UInt8>?, anchor: UnsafePointer<UInt8>?) {
    self.tag = unsafe tag.map { unsafe String(cString: $0) }
    self.anchor = unsafe anchor.map { unsafe String(cString: $0) }
  }

  var isEmpty: Bool { tag == nil && anchor == nil }

  /// The tag, unless it is one of YAML's own types or `!`, which makes a string of a scalar.
  var customTag: String? {
    guard let tag, tag != "!", !tag.hasPrefix(Self.corePrefix) else { return nil }
    return tag
  }

  /// Whether the tag makes the scalar a string, whatever its text looks like.
  var makesString: Bool {
    guard let tag else { return false }
    guard tag.hasPrefix(Self.corePrefix) else { return true }
    return ["str", "binary"].contains(tag.dropFirst(Self.corePrefix.count))
  }
}
