import Inventory
import SourceText

extension ComposeServiceShape {
  /// Adds the lists that have a list or a mapping for their counterpart.
  func addLists(to table: inout MemberTable) {
    let lists: [(String, String, Value?)] = [
      ("security_opt", "dockerSecurityOptions", list("security_opt", text)),
      ("dns", "dnsServers", list("dns", text)),
      ("dns_search", "dnsSearchDomains", list("dns_search", text)),
      ("links", "links", list("links", text)),
      ("environment", "environment", environment()),
      ("secrets", "secrets", list("secrets", secret)),
      ("ports", "portMappings", list("ports", portMapping)),
      ("ulimits", "ulimits", pairs("ulimits", ulimit)),
      ("sysctls", "systemControls", pairs("sysctls") { named($0, "namespace", "value") }),
      ("extra_hosts", "extraHosts", extraHosts()),
      ("labels", "dockerLabels", value("labels")),
    ]
    for (key, name, value) in lists {
      if let value { table.set(.init(name, value, key: self.key(key))) }
    }
  }

  /// The member of a mapping as a pair of the API.
  func named(_ member: ValueObject.Member, _ name: String, _ value: String) -> Value {
    let pair = [
      ValueObject.Member(name, Value(.string(member.name), at: member.key)),
      ValueObject.Member(value, text(member.value)),
    ]
    return member.value.with(.object(ValueObject(pair)))
  }

  /// The variables of the files that `env_file` names, and over them those of the service.
  private func environment() -> Value? {
    var table = MemberTable()
    var unread: [Value] = []
    for file in value("env_file")?.list ?? [] {
      switch variables(of: file) {
      case .success(let found): for pair in found { table.set(.init(pair.name, pair.value)) }
      case .failure(let doubt): unread.append(file.unknown(doubt.reason))
      }
    }
    let own = value("environment")
    if let own, own.object == nil {
      return own.unknownReason == nil ? wrong(own, expected: "mapping") : own
    }
    for member in own?.object?.members ?? [] { table.set(member) }
    let pairs = table.object.members.map { named($0, "name", "value") } + unread
    guard !pairs.isEmpty || own != nil else { return nil }
    let place = own ?? value("env_file") ?? service.value
    return place.with(.list(pairs))
  }

  /// Why a file of variables was not read.
  private struct Doubt: Error {
    let reason: UnknownReason
  }

  private func variables(
    of file: Value
  ) -> Result<[(name: String, value: Value)], Doubt> {
    let path = file.object == nil ? file : file["path"] ?? file
    guard let text = path.text else {
      return .failure(Doubt(reason: path.doubt ?? .malformed(expected: "path")))
    }
    let folder = RelativePath.folder(of: path.origin?.file.path ?? "")
    let full = RelativePath.join(folder, text)
    guard let found = reading.variableFile(at: full) else {
      let isOptional = file["required"].map(bool)?.content == .bool(false)
      if !isOptional, let place = path.origin {
        reading.log.add(.variableFileUnread(full, at: place))
      }
      return isOptional ? .success([]) : .failure(Doubt(reason: .unreadFile(full)))
    }
    return .success(VariableFile.read(found, project.variables))
  }

  /// A secret by the name of its file below `/run/secrets`.
  private func secret(_ value: Value) -> Value {
    let source = value.object == nil ? value : value["source"] ?? value
    let target = value["target"] ?? source
    let external = source.text.flatMap { project.secrets[$0]?["name"] }
    let pair = [
      ValueObject.Member("name", target), ValueObject.Member("valueFrom", external ?? source),
    ]
    return value.with(.object(ValueObject(pair)))
  }

  private func ulimit(_ member: ValueObject.Member) -> Value {
    let value = member.value
    let limits = [
      ValueObject.Member("name", Value(.string(member.name), at: member.key)),
      ValueObject.Member("softLimit", value.object == nil ? value : value["soft"] ?? value),
      ValueObject.Member("hardLimit", value.object == nil ? value : value["hard"] ?? value),
    ]
    return value.with(.object(ValueObject(limits)))
  }

  /// Hosts as a mapping, or as a list of `name:address` or `name=address`.
  private func extraHosts() -> Value? {
    guard let hosts = value("extra_hosts") else { return nil }
    if hosts.object != nil { return pairs("extra_hosts") { named($0, "hostname", "ipAddress") } }
    return list("extra_hosts") { host in
      let byEqual = host.parts(separatedBy: "=", limit: 2)
      let halves = byEqual.count == 2 ? byEqual : host.parts(separatedBy: ":", limit: 2)
      guard halves.count == 2 else {
        return host.unknownReason == nil ? wrong(host, expected: "name=address") : host
      }
      let pair = [
        ValueObject.Member("hostname", halves[0]), ValueObject.Member("ipAddress", halves[1]),
      ]
      return host.with(.object(ValueObject(pair)))
    }
  }
}
