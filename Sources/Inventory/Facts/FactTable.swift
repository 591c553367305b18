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
    for length in stride(from: min(path.count, longest), through: 1, by: -1) {
      let name = path.prefix(length).joined(separator: ".")
      if let fact = facts[kind]?[name] ?? everywhere[name] { return (fact, length) }
    }
    return nil
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

  private static let longest = 2

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
