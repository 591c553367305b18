/// The keys of Compose files behind the fields in which conditions speak of services.
enum ComposeKeys {
  /// The key whose value the field `name` holds; `nil` where Compose has the same word.
  static func key(for name: String) -> String? { keys[name] }

  private static let keys = [
    "dockerSecurityOptions": "security_opt",
    "healthCheck.command": "healthcheck.test",
    "ipcMode": "ipc",
    "linuxParameters.capabilities.add": "cap_add",
    "linuxParameters.capabilities.drop": "cap_drop",
    "memory": "mem_limit",
    "networkMode": "network_mode",
    "pidMode": "pid",
    "portMappings.hostPort": "ports.published",
    "readonlyRootFilesystem": "read_only",
    "usernsMode": "userns_mode",
  ]
}
