import Inventory

extension ComposeServiceShape {
  private static let texts = [
    ("image", "image"), ("user", "user"), ("hostname", "hostname"),
    ("working_dir", "workingDirectory"), ("network_mode", "networkMode"), ("pid", "pidMode"),
    ("ipc", "ipcMode"), ("userns_mode", "usernsMode"),
  ]

  private static let booleans = [
    ("privileged", "privileged"), ("read_only", "readonlyRootFilesystem"),
    ("tty", "pseudoTerminal"), ("stdin_open", "interactive"),
  ]

  /// Adds what is one text or one Boolean.
  func addScalars(to table: inout MemberTable) {
    for (key, name) in Self.texts {
      if let value = value(key) { table.set(.init(name, text(value), key: self.key(key))) }
    }
    for (key, name) in Self.booleans {
      if let value = value(key) { table.set(.init(name, bool(value), key: self.key(key))) }
    }
    if let build = value("build") { table.set(.init("build", build, key: key("build"))) }
    if let profiles = list("profiles") { table.set(.init("profiles", profiles)) }
  }

  /// Adds the commands, taken apart as a shell does where they are one text.
  func addCommands(to table: inout MemberTable) {
    for (key, name) in [("command", "command"), ("entrypoint", "entryPoint")] {
      guard let value = value(key) else { continue }
      table.set(.init(name, command(value), key: self.key(key)))
    }
  }

  private func command(_ value: Value) -> Value {
    switch value.content {
    case .list, .unknown: return value
    case .string(let text): return value.words(of: text)
    case .partial, .bool, .number: return value.with(.list([value]))
    default: return wrong(value, expected: "command")
    }
  }

  /// Adds memory in MiB and CPU units: of the `deploy` section, else of the keys of the service.
  func addSizes(to table: inout MemberTable) {
    let resources = value("deploy")?["resources"]
    let sizes: [(name: String, value: Value?, convert: (Value) -> Value)] = [
      ("memory", known(resources?["limits"]?["memory"]) ?? value("mem_limit"), mebibytes),
      (
        "memoryReservation",
        known(resources?["reservations"]?["memory"]) ?? value("mem_reservation"), mebibytes
      ),
      ("cpu", value("cpu_shares"), text),
      ("cpu", known(resources?["limits"]?["cpus"]) ?? value("cpus"), cpuUnits),
    ]
    for size in sizes {
      guard let value = size.value.map(size.convert), value.text != "0" else { continue }
      table.set(.init(size.name, value))
    }
  }

  private func known(_ value: Value?) -> Value? { value.flatMap { $0.isNull ? nil : $0 } }

  /// A number of bytes in MiB.
  func mebibytes(_ value: Value) -> Value {
    if let doubt = value.doubt { return value.unknown(doubt) }
    guard let bytes = value.text.flatMap(Quantity.bytes),
      let whole = Int(exactly: (bytes / 1_048_576).rounded(.down))
    else { return wrong(value, expected: "512m") }
    return value.with(.number(String(bytes > 0 ? max(1, whole) : 0)))
  }

  private func cpuUnits(_ value: Value) -> Value {
    if let doubt = value.doubt { return value.unknown(doubt) }
    guard let cpus = value.text.flatMap(Double.init), (0...10_000).contains(cpus) else {
      return wrong(value, expected: "0.5")
    }
    return value.with(.number(String(Int(cpus * 1024))))
  }

  /// Adds the health check; one that is switched off keeps the command `NONE`.
  func addHealthCheck(to table: inout MemberTable) {
    guard let check = value("healthcheck") else { return }
    table.set(.init("healthCheck", healthCheck(check), key: key("healthcheck")))
  }

  /// A health check in the shape of the API.
  func healthCheck(_ check: Value) -> Value {
    guard check.object != nil else {
      return check.unknownReason == nil ? wrong(check, expected: "mapping") : check
    }
    var members = MemberTable()
    if let test = known(check["test"] ?? check["command"]) {
      members.set(.init("command", testCommand(test)))
    }
    if let disable = known(check["disable"]).map(bool), disable.content != .bool(false) {
      let none = disable.with(.list([disable.with(.string("NONE"))]))
      members.set(.init("command", disable.content == .bool(true) ? none : disable))
    }
    for (key, name) in [
      ("interval", "interval"), ("timeout", "timeout"), ("start_period", "startPeriod"),
    ] {
      if let value = known(check[key]) { members.set(.init(name, seconds(value))) }
    }
    if let retries = known(check["retries"]) { members.set(.init("retries", text(retries))) }
    return check.with(.object(members.object))
  }

  private func testCommand(_ test: Value) -> Value {
    switch test.content {
    case .list, .unknown: return test
    case .object: return wrong(test, expected: "command")
    default: return test.with(.list([test.with(.string("CMD-SHELL")), test]))
    }
  }

  private func seconds(_ value: Value) -> Value {
    if let doubt = value.doubt { return value.unknown(doubt) }
    guard let seconds = value.text.flatMap(Quantity.seconds) else {
      return wrong(value, expected: "1m30s")
    }
    return value.with(.number(String(seconds)))
  }

  /// Adds the log driver.
  func addLogging(to table: inout MemberTable) {
    guard let logging = value("logging") else { return addOldLogging(to: &table) }
    var members = MemberTable()
    if let driver = known(logging["driver"]) { members.set(.init("logDriver", text(driver))) }
    if let options = known(logging["options"]) { members.set(.init("options", options)) }
    let isKnown = logging.object != nil
    let value = isKnown ? logging.with(.object(members.object)) : logging
    table.set(.init("logConfiguration", value, key: key("logging")))
  }

  /// Adds the log driver as the first version of the format names it.
  private func addOldLogging(to table: inout MemberTable) {
    guard let driver = value("log_driver") else { return }
    var members = MemberTable()
    members.set(.init("logDriver", text(driver)))
    if let options = value("log_opt") { members.set(.init("options", options)) }
    table.set(.init("logConfiguration", driver.with(.object(members.object))))
  }
}
