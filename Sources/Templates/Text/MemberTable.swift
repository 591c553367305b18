import Inventory

/// The members of an object while it is put together, found by name at once.
struct MemberTable {
  private var members: [ValueObject.Member?]
  private var positions: [String: Int] = [:]

  /// Starts with the members of `object`.
  init(_ object: ValueObject? = nil) {
    members = object?.members ?? []
    for (index, member) in members.enumerated() { positions[member?.name ?? ""] = index }
  }

  /// The value of the member `name`.
  subscript(_ name: String) -> Value? { positions[name].flatMap { members[$0]?.value } }

  /// Adds `member`, in place of one with the same name.
  mutating func set(_ member: ValueObject.Member) {
    if let index = positions[member.name] {
      members[index] = member
    } else {
      positions[member.name] = members.count
      members.append(member)
    }
  }

  /// Takes the member `name` away.
  mutating func remove(_ name: String) {
    if let index = positions.removeValue(forKey: name) { members[index] = nil }
  }

  /// The members in the order in which they came.
  var object: ValueObject { ValueObject(members.compactMap(\.self)) }
}
