import BigInt

extension FunctionLibrary {
  /// Functions of network addresses.
  static let networks: [String: FunctionDefinition] = [
    "cidrcontains": .init([.string, .string], .bool, contains),
    "cidrhost": .init([.string, .number], .string, host),
    "cidrnetmask": .init([.string], .string, mask),
    "cidrsubnet": .init([.string, .number, .number], .string, subnet),
    "cidrsubnets": .init([.init(.string)], rest: .init(.number), .type(.list(.string)), subnets),
  ]

  private static func network(
    _ index: Int,
    _ input: FunctionInput
  ) throws(TerraformError) -> NetworkPrefix {
    guard let network = NetworkPrefix(network: input.text(index)) else {
      throw input.invalid(
        index,
        en: "a network such as 10.0.0.0/16 is required",
        ja: "10.0.0.0/16 のようなネットワークが必要"
      )
    }
    return network
  }

  private static func contains(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let outer = try network(0, input)
    let text = input.text(1)
    guard let inner = NetworkPrefix(network: text) ?? NetworkPrefix(address: text) else {
      throw input.invalid(
        1,
        en: "an address or a network is required",
        ja: "アドレスかネットワークが必要"
      )
    }
    guard inner.width == outer.width else {
      throw input.failed(
        en: "the address families differ",
        ja: "IPv4 と IPv6 が混ざっている"
      )
    }
    return TerraformValue(.bool(outer.contains(inner)))
  }

  private static func host(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let network = try network(0, input)
    guard let number = input.number(1).whole else {
      throw input.invalid(1, en: "a whole number is required", ja: "整数が必要")
    }
    let count = BigInt(1) << (network.width - network.length)
    let offset = number < 0 ? count + number : number
    guard offset >= 0, offset < count else {
      throw input.invalid(
        1,
        en: "the network has no such host",
        ja: "ネットワークにその番号のホストはない"
      )
    }
    let address = network.base + UInt128(offset)
    return input.string(NetworkPrefix.text(of: address, width: network.width))
  }

  private static func mask(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let network = try network(0, input)
    guard network.width == 32 else {
      throw input.invalid(0, en: "IPv6 has no network masks", ja: "IPv6 にネットマスクはない")
    }
    let mask = NetworkPrefix.ones(32) & ~NetworkPrefix.ones(32 - network.length)
    return input.string(NetworkPrefix.text(of: mask, width: 32))
  }

  private static func subnet(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let network = try network(0, input)
    let bits = try input.int(1)
    let room = network.width - network.length
    guard 0...room ~= bits else { throw noRoom(1, input) }
    guard let number = input.number(2).whole, number >= 0, number < BigInt(1) << bits else {
      throw input.invalid(
        2,
        en: "there are fewer subnets of that size",
        ja: "その大きさのサブネットはそこまで多くない"
      )
    }
    let shift = UInt128(room - bits)
    let base = bits == 0 ? network.base : network.base | UInt128(number) << shift
    let subnet = NetworkPrefix(base: base, length: network.length + bits, width: network.width)
    return input.string(subnet.text)
  }

  private static func noRoom(_ index: Int, _ input: FunctionInput) -> TerraformError {
    input.invalid(
      index,
      en: "the network has no room for it",
      ja: "ネットワークの空きが足りない"
    )
  }

  /// Subnets one behind the other, each as far to the front as its size allows.
  private static func subnets(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    let network = try network(0, input)
    var texts: [TerraformValue] = []
    var next: UInt128? = network.base
    for index in input.arguments.indices.dropFirst() {
      let bits = try input.int(index)
      guard 1...32 ~= bits, network.length + bits <= network.width, let start = next else {
        throw noRoom(index, input)
      }
      let length = network.length + bits
      let size = UInt128(1) << UInt128(network.width - length)
      let (raised, overflows) = start.addingReportingOverflow(size - 1)
      let base = raised & ~(size - 1)
      guard !overflows, base + (size - 1) <= network.last else { throw noRoom(index, input) }
      let subnet = NetworkPrefix(base: base, length: length, width: network.width)
      texts.append(input.string(subnet.text))
      let (end, wraps) = base.addingReportingOverflow(size)
      next = wraps ? nil : end
    }
    return TerraformValue(.list(.string, texts))
  }
}

extension UInt128 {
  /// Takes a number that is known to fit.
  fileprivate init(_ value: BigInt) {
    let words = Array(value.magnitude.words)
    self = words.prefix(2).reversed().reduce(0) { $0 << 64 | UInt128($1) }
  }
}
