extension FieldType {
  private static let equality: Set<Operator> = [.equal, .notEqual, .in, .intersects, .exists]
  private static let order: Set<Operator> = [.less, .lessOrEqual, .greater, .greaterOrEqual]
  private static let text: Set<Operator> = [
    .contains, .icontains, .startswith, .endswith, .glob, .iglob, .regex, .pmatch,
  ]
  private static let bytes: Set<Operator> = [
    .contains, .startswith, .endswith, .bcontains, .bstartswith,
  ]
  private static let lists: Set<Operator> = [.in, .intersects, .exists]

  private static let all = equality.union(order).union(text)
  private static let ordered = equality.union(order)
  private static let buffer = equality.union(bytes)

  /// The operators that fit a field of this type.
  func operators(isList: Bool) -> Set<Operator> {
    switch self {
    case .dynamic: Self.all
    case _ where isList: Self.lists
    case .string: Self.all
    case .uint64, .reltime, .abstime: Self.ordered
    case .bool, .ipaddr, .ipnet: Self.equality
    case .bytebuf: Self.buffer
    }
  }
}
