/// The derived facts by the kind of thing they belong to and the field they become.
package enum FactTable {
  /// The fields of all kinds that are facts.
  package static var names: Set<String> {
    facts.values.reduce(into: Set(everywhere.keys)) { $0.formUnion($1.keys) }
  }

  /// The fields of `kind` that are facts of this kind alone, sorted.
  package static func ownNames(of kind: String) -> [String] { (facts[kind] ?? [:]).keys.sorted() }

  /// The fact that the longest beginning of `path` names for a `kind`, and its length.
  static func fact(of kind: String, along path: ArraySlice<String>) -> (fact: Fact, length: Int)? {
    guard let first = path.first else { return nil }
    let own = facts[kind]
    if path.count > 1, pairBeginnings.contains(first) {
      let name = "\(first).\(path[path.startIndex + 1])"
      if let fact = own?[name] ?? everywhere[name] { return (fact, 2) }
    }
    return own?[first].map { ($0, 1) }
  }

  /// The fields of `kind` that are facts.
  static func names(of kind: String) -> [String] {
    (facts[kind].map { Array($0.keys) } ?? []) + everywhere.keys
  }

  /// What the facts of `kind` whose names begin with `member` and a stop are called behind it.
  static func names(of kind: String, below member: String) -> [String] {
    names(of: kind).filter { $0.hasPrefix(member + ".") }.map {
      String($0.dropFirst(member.count + 1))
    }
  }

  /// The first words of the fields that have two.
  private static let pairBeginnings: Set<String> = Set(
    names.compactMap { name in name.firstIndex(of: ".").map { String(name[..<$0]) } }
  )

  /// The facts of all kinds; each is named by two words.
  private static let everywhere: [String: Fact] = [
    "tags.userKeys": TagFacts.userKeys, "Tags.userKeys": TagFacts.userKeys,
  ]

  private static let facts: [String: [String: Fact]] = [
    "cluster": ClusterFacts.table,
    "composeService": ComposeFacts.table,
    "container": ContainerFacts.table,
    "daemonTaskDefinition": JobFacts.daemon,
    "detector": AuditFacts.detector,
    "dockerfile": DockerfileFacts.table,
    "fileSystem": [
      "customerKey": DataFacts.customerKey("KmsKeyId"),
      "publicStatements": RepositoryFacts.publicStatements("FileSystemPolicy"),
    ],
    "host": HostFacts.table,
    "jobDefinition": JobFacts.job,
    "listener": DataFacts.listener,
    "logGroup": ["customerKey": DataFacts.customerKey("kmsKeyId")],
    "parameter": DataFacts.parameter,
    "policy": PolicyFacts.table,
    "principal": RoleFacts.principal,
    "publicRepository": ["isPublic": { $0.bool(true) }],
    "registryPolicy": ["publicStatements": RepositoryFacts.publicStatements("policyText")],
    "repository": RepositoryFacts.table,
    "role": RoleFacts.table,
    "secret": DataFacts.secret,
    "service": ServiceFacts.table,
    "stage": DockerfileFacts.stage,
    "taskDefinition": TaskDefinitionFacts.table,
    "taskSet": ServiceFacts.table,
    "trail": AuditFacts.trail,
    "vpc": AuditFacts.vpc,
  ]
}
