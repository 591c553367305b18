/// How a value of a later Compose file, or of an extending service, joins an earlier one.
indirect enum ComposeMerge: Sendable {
  /// It takes its place.
  case replacement
  /// Mappings join key by key, lists one behind the other, all else is replaced.
  case ordinary
  /// A mapping whose keys have rules of their own.
  case mapping([String: ComposeMerge])
  /// A list, or one text that stands for a list of one.
  case list
  /// A list whose elements replace those with the same target.
  case mounts
  /// A mapping, or a list of `name=value`.
  case pairs(inheritsEnvironment: Bool)

  /// The rule for the key `name` of a mapping.
  func rule(for name: String) -> ComposeMerge {
    if case .mapping(let rules) = self { rules[name] ?? .ordinary } else { .ordinary }
  }

  /// The rules for the keys of a service.
  static let service = ComposeMerge.mapping([
    "annotations": .pairs(inheritsEnvironment: false),
    "build": .mapping([
      "args": .pairs(inheritsEnvironment: true), "labels": .pairs(inheritsEnvironment: false),
    ]),
    "command": .replacement,
    "configs": .mounts,
    "deploy": .mapping(["labels": .pairs(inheritsEnvironment: false)]),
    "dns": .list,
    "dns_search": .list,
    "entrypoint": .replacement,
    "env_file": .list,
    "environment": .pairs(inheritsEnvironment: true),
    "healthcheck": .mapping(["test": .replacement]),
    "labels": .pairs(inheritsEnvironment: false),
    "secrets": .mounts,
    "sysctls": .pairs(inheritsEnvironment: false),
    "tmpfs": .list,
    "volumes": .mounts,
  ])
}
