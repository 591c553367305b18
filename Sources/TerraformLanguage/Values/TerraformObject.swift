package import Inventory
package import SourceText

/// The members of an object or a map, in the order of their names as Terraform has it.
package struct TerraformObject: Sendable, Hashable {
  /// One named value.
  package struct Member: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The bytes of the key as it is written, where it is.
    package var key: SourceLocation?
    /// The value.
    package var value: TerraformValue

    /// Names a value.
    package init(_ name: String, _ value: TerraformValue, key: SourceLocation? = nil) {
      self.name = name
      self.value = value
      self.key = key
    }
  }

  /// The members, sorted by the bytes of their names; no name stands twice.
  package private(set) var members: [Member]
  /// The resource whose attributes these are: one that is missing is known after deployment.
  package var resource: ResourceID?

  /// Makes an object; of members with one name the last counts.
  package init(_ members: [Member] = [], resource: ResourceID? = nil) {
    self.members = []
    self.resource = resource
    let sorted = members.enumerated().sorted {
      $0.element.name == $1.element.name
        ? $0.offset < $1.offset
        : $0.element.name.utf8.lexicographicallyPrecedes($1.element.name.utf8)
    }
    self.members.reserveCapacity(members.count)
    for (_, member) in sorted {
      if self.members.last?.name == member.name { self.members.removeLast() }
      self.members.append(member)
    }
  }

  /// Takes members that are in order, each name once.
  init(sorted members: [Member], resource: ResourceID? = nil) {
    self.members = members
    self.resource = resource
  }

  /// The value of the member `name`.
  package subscript(_ name: String) -> TerraformValue? { member(name)?.value }

  /// The member `name`.
  package func member(_ name: String) -> Member? {
    let index = position(of: name)
    return index < members.count && members[index].name == name ? members[index] : nil
  }

  /// Adds `member`, in place of one with the same name.
  package mutating func set(_ member: Member) {
    let index = position(of: member.name)
    if index < members.count, members[index].name == member.name {
      members[index] = member
    } else {
      members.insert(member, at: index)
    }
  }

  /// The index of the first member whose name is not below `name`.
  private func position(of name: String) -> Int {
    var range = members.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if members[middle].name.utf8.lexicographicallyPrecedes(name.utf8) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
