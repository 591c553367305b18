/// One run that joins what resources say about others to these.
struct TerraformJoining {
  /// The resources in the AWS shape.
  private(set) var resources: [Resource]
  private let declared: [TerraformResource]
  private let owners: TerraformOwners

  /// Starts with the declared resources and what each of them is by itself, in the same order.
  init(_ declared: [TerraformResource], shaped: [Resource]) {
    self.declared = declared
    self.resources = shaped
    self.owners = TerraformOwners(declared, shaped: shaped)
  }

  /// Joins everything.
  mutating func join() {
    for index in declared.indices {
      guard let joins = TerraformShape.joins[declared[index].type] else { continue }
      let named = joins.filter { owners.isNamed(declared[index].properties[$0.by]) }
      // A resource that names no owner at all still says what it says of one.
      for join in named.isEmpty ? Array(joins.prefix(1)) : named { apply(join, of: index) }
    }
  }

  private mutating func apply(_ join: TerraformJoin, of index: Int) {
    let members = join.members(of: declared[index])
    for owner in owners.owners(by: join, of: declared[index]) {
      switch owner {
      case .resource(let position):
        for member in members { resources[position].merge(member) }
      case .elsewhere(let name):
        stand(alone: index, as: join.owner, saying: members, of: name)
      case .doubtful(let reason):
        stand(alone: index, as: join.owner, saying: members, of: reason.name)
        for position in owners.positions(of: join.owner) {
          resources[position].doubt(members, because: reason)
        }
      }
    }
  }

  /// Makes the resource one of the owner's kind, of which nothing else is known.
  private mutating func stand(
    alone index: Int,
    as kind: ResourceKind,
    saying members: [ValueObject.Member],
    of name: String
  ) {
    guard resources[index].kind == .other else { return }
    let own = declared[index]
    let unknown = Value(.unknown(.outside(name)), at: own.location)
    var object = ValueObject(
      (ShapeTable.shared.members(of: "@" + kind.rawValue) ?? []).map {
        ValueObject.Member($0.name, unknown)
      }
    )
    for member in members { object.set(member) }
    resources[index] = Resource(
      id: own.id,
      kind: kind,
      type: own.type,
      properties: Value(.object(object), at: own.properties.origin),
      location: own.location
    )
  }
}

extension TerraformJoin {
  /// What `resource` says, as members of the owner.
  fileprivate func members(of resource: TerraformResource) -> [ValueObject.Member] {
    let spelling = ArgumentSpelling("@" + owner.rawValue)
    let arguments = resource.properties.object?.members ?? []
    return says.flatMap { saying -> [ValueObject.Member] in
      switch saying {
      case .argument(let name, let path):
        return resource.properties.argument(at: name).flatMap {
          spelling.member(path, $0.value, key: $0)
        }.map { [$0] } ?? []
      case .element(let list, let shape):
        let element = ArgumentSpelling(shape).applied(to: resource.properties)
        return [ValueObject.Member(list, element.with(.list([element])))]
      case .arguments:
        return arguments.filter { $0.name != by }.compactMap(spelling.member)
      case .truth(let name):
        return [ValueObject.Member(name, Value(.bool(true), at: resource.location))]
      }
    }
  }
}

extension Resource {
  /// Adds a member: to a list the elements, to an object the members, else in place of the old.
  fileprivate mutating func merge(_ member: ValueObject.Member) {
    guard var object = properties.object else { return }
    object.merge(member)
    properties = properties.with(.object(object))
  }

  /// Holds that each of `members` which is absent may be there after all.
  fileprivate mutating func doubt(_ members: [ValueObject.Member], because reason: UnknownReason) {
    // Whether something is attached matters by what it is, and that is judged by itself.
    for member in members where member.name != "AttachedManagedPolicies" {
      if let own = properties[member.name], !own.isNull { continue }
      merge(ValueObject.Member(member.name, member.value.unknown(reason), key: member.key))
    }
  }
}

extension Value {
  /// The argument at the dotted path, through blocks of which there is one each.
  fileprivate func argument(at path: String) -> ValueObject.Member? {
    let names = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = names.first, let found = object?.member(name), !found.value.isNull else {
      return nil
    }
    guard names.count > 1, found.value.unknownReason == nil else { return found }
    return found.value.list?.first?.argument(at: names[1])
  }
}
