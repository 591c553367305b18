package import SourceText

/// A configuration value in the shape of the AWS API, with the place that owns it.
///
/// A value is known, null, or unknown with a reason; a text may be known in part. Lists and objects
/// hold values, so a collection never becomes unknown because one of its members is.
package struct Value: Sendable, Hashable {
  /// What is known of the value.
  package var content: Content
  /// The bytes of the deepest literal that owns the value; `nil` for a value nobody wrote.
  package var origin: SourceLocation?
  /// The places through which the value came (the reference to a parameter, the alias, the call).
  package var via: [SourceLocation]
  /// Whether its source says that the value is a secret, so that no report may show it.
  package var isSensitive: Bool = false

  /// What is known of a value.
  package indirect enum Content: Sendable, Hashable {
    /// Explicitly nothing.
    case null
    /// A Boolean.
    case bool(Bool)
    /// A number, as it is written.
    case number(String)
    /// A text that is known as a whole.
    case string(String)
    /// A text of known and unknown pieces, at least one of them unknown.
    case partial([TextPiece])
    /// An ordered list.
    case list([Value])
    /// An object; keys in source order, each once.
    case object(ValueObject)
    /// Something of another resource: its identifier, or one of its attributes.
    case reference(ResourceReference)
    /// Not known, and why.
    case unknown(UnknownReason)
  }

  /// Makes a value that the bytes at `origin` own.
  package init(_ content: Content, at origin: SourceLocation?, via: [SourceLocation] = []) {
    self.content = content
    self.origin = origin
    self.via = via
  }
}

/// A piece of a text that is known in part.
package enum TextPiece: Sendable, Hashable {
  /// Text that is there whatever the rest turns out to be.
  case literal(String)
  /// Text that depends on another resource.
  case reference(ResourceReference)
  /// Text that is not known, and why.
  case unknown(UnknownReason)
}

/// The members of an object in source order.
package struct ValueObject: Sendable, Hashable {
  /// One member of an object.
  package struct Member: Sendable, Hashable {
    /// The name in the AWS shape.
    package var name: String
    /// The bytes of the key as it is written, where it is.
    package var key: SourceLocation?
    /// The member's value.
    package var value: Value

    /// Names a value.
    package init(_ name: String, _ value: Value, key: SourceLocation? = nil) {
      self.name = name
      self.value = value
      self.key = key
    }
  }

  /// The members in source order; no name stands twice.
  package private(set) var members: [Member]

  /// Makes an object; of members with one name the last counts.
  package init(_ members: [Member] = []) {
    var positions: [String: Int] = [:]
    positions.reserveCapacity(members.count)
    self.members = []
    self.members.reserveCapacity(members.count)
    for member in members {
      if let index = positions[member.name] {
        self.members[index] = member
      } else {
        positions[member.name] = self.members.count
        self.members.append(member)
      }
    }
  }

  /// The value of the member `name`.
  package subscript(_ name: String) -> Value? { member(name)?.value }

  /// The member `name`.
  package func member(_ name: String) -> Member? { members.first { $0.name == name } }

  /// Adds `member`, in place of one with the same name.
  package mutating func set(_ member: Member) {
    if let index = members.firstIndex(where: { $0.name == member.name }) {
      members[index] = member
    } else {
      members.append(member)
    }
  }
}

/// A pointer from one resource to another, whose text is known only after deployment.
package struct ResourceReference: Sendable, Hashable {
  /// The resource pointed at.
  package var resource: ResourceID
  /// The attribute in the words of the template (`Arn`), or `nil` for the resource's identifier.
  package var attribute: String?

  /// Points at `attribute` of `resource`.
  package init(_ resource: ResourceID, attribute: String? = nil) {
    self.resource = resource
    self.attribute = attribute
  }
}
