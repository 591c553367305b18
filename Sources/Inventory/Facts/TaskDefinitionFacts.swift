/// Facts about a task definition as a whole.
enum TaskDefinitionFacts {
  static let table: [String: Fact] = [
    "isFargateSize": isFargateSize,
    "sharesExecutionRole": sharesExecutionRole,
  ]

  /// Whether the task's CPU and memory are a pair that Fargate offers.
  static let isFargateSize: Fact = { site in
    guard let cpu = site.value["cpu"], let memory = site.value["memory"] else {
      return site.bool(false)
    }
    if let reason = cpu.firstUnknownReason ?? memory.firstUnknownReason {
      return (cpu.firstUnknownReason == nil ? memory : cpu).unknown(reason)
    }
    guard let units = FargateSizes.cpuUnits(cpu.text ?? ""),
      let mebibytes = FargateSizes.mebibytes(memory.text ?? "")
    else { return site.bool(false, from: cpu) }
    return site.bool(FargateSizes.offers(cpu: units, memory: mebibytes), from: memory)
  }

  /// Whether the containers run with the very role that starts them.
  static let sharesExecutionRole: Fact = { site in
    guard let task = site.value["taskRoleArn"], let execution = site.value["executionRoleArn"]
    else { return site.bool(false) }
    if task.isSame(as: execution) { return site.bool(true, from: task) }
    guard let left = site.inventory.identity(of: task),
      let right = site.inventory.identity(of: execution)
    else {
      let reason = task.firstUnknownReason ?? execution.firstUnknownReason
      return task.unknown(reason ?? .malformed(expected: "ARN"))
    }
    return site.bool(left == right, from: task)
  }
}

extension Inventory {
  /// A text that tells one role from another: its place in the inventory, or its ARN.
  fileprivate func identity(of role: Value) -> String? {
    switch resolution(of: role, as: .role) {
    case .resource(let resource): resource.id.path
    default: role.text ?? role.textInAccount
    }
  }
}

extension Value {
  /// The text with pseudo parameters, which are the same everywhere in a template, by their names.
  fileprivate var textInAccount: String? {
    guard case .partial(let pieces) = content else { return nil }
    let texts = pieces.map { piece -> String? in
      if case .unknown(.pseudoParameter(let name)) = piece { return "${\(name)}" }
      return piece.literal
    }
    return texts.contains(nil) ? nil : texts.compactMap { $0 }.joined()
  }

  /// Whether both stand for one text, though it may not be known which.
  fileprivate func isSame(as other: Value) -> Bool {
    switch unknownReason {
    case nil, .parameter, .importedValue: isEquivalent(to: other)
    default: false
    }
  }
}

/// The sizes of tasks that Fargate offers.
package enum FargateSizes {
  /// Memory in MiB by CPU units: the least, the most, and the step between.
  private static let rows: [Int: (least: Int, most: Int, step: Int)] = [
    512: (1024, 4096, 1024), 1024: (2048, 8192, 1024), 2048: (4096, 16_384, 1024),
    4096: (8192, 30_720, 1024), 8192: (16_384, 61_440, 4096), 16_384: (32_768, 122_880, 8192),
  ]

  /// Whether a task may have that many CPU units and MiB of memory.
  static func offers(cpu: Int, memory: Int) -> Bool {
    if cpu == 256 { return [512, 1024, 2048].contains(memory) }
    guard let row = rows[cpu] else { return false }
    return memory >= row.least && memory <= row.most && (memory - row.least) % row.step == 0
  }

  /// The least size with that many CPU units and MiB of memory or more; `nil` where none has both.
  package static func least(cpu: Int, memory: Int) -> (cpu: Int, memory: Int)? {
    for size in [256] + rows.keys.sorted() where size >= cpu {
      let row = rows[size] ?? (512, 2048, 512)
      let steps = stride(from: row.least, through: row.most, by: row.step)
      if let fit = steps.first(where: { $0 >= memory && offers(cpu: size, memory: $0) }) {
        return (size, fit)
      }
    }
    return nil
  }

  /// The CPU units that a text means: `256`, `.25 vCPU`, `1vcpu`.
  static func cpuUnits(_ text: String) -> Int? { amount(text, unit: "vcpu") }

  /// The MiB that a text means: `512`, `0.5 GB`, `2gb`.
  package static func mebibytes(_ text: String) -> Int? { amount(text, unit: "gb") }

  private static func amount(_ text: String, unit: String) -> Int? {
    let lower = text.lowercased().filter { $0 != " " }
    guard lower.hasSuffix(unit) else { return Int(lower) }
    return Double(lower.dropLast(unit.count)).flatMap { Int(exactly: $0 * 1024) }
  }
}
