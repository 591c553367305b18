import Inventory

extension ComposeServiceShape {
  /// A published port: `8080:80`, `127.0.0.1:8000-8010:80-90/udp`, or a mapping.
  ///
  /// Of a range the first port stands for all. A port without a published one gets any free port.
  func portMapping(_ port: Value) -> Value {
    if port.unknownReason != nil { return port }
    if port.object != nil {
      return mapping(
        port,
        host: port["published"],
        container: port["target"],
        protocol: port["protocol"]
      )
    }
    guard port.pieces != nil else { return wrong(port, expected: "8080:80") }
    let halves = port.parts(separatedBy: "/", limit: 2)
    let numbers = numbers(in: halves[0])
    guard let container = numbers.last else { return wrong(port, expected: "8080:80") }
    return mapping(
      port,
      host: numbers.count > 1 ? numbers[numbers.count - 2] : nil,
      container: container,
      protocol: halves.count > 1 ? halves[1] : nil
    )
  }

  /// The parts between colons, behind an IPv6 address in brackets.
  private func numbers(in text: Value) -> [Value] {
    guard text.begins(with: "["), let literal = text.text else {
      return text.parts(separatedBy: ":")
    }
    let address = literal.prefix { $0 != "]" }
    return text.with(.string(String(literal.dropFirst(address.count)))).parts(separatedBy: ":")
  }

  private func mapping(
    _ port: Value,
    host: Value?,
    container: Value?,
    protocol transport: Value?
  ) -> Value {
    var members = MemberTable()
    if let container { members.set(.init("containerPort", first(of: container))) }
    if let range = container, range.text?.utf8.contains(UInt8(ascii: "-")) == true {
      members.set(.init("containerPortRange", range))
    }
    if let host, !host.isNull, host.text?.isEmpty != true {
      let number = first(of: host)
      if number.text != "0" { members.set(.init("hostPort", number)) }
    }
    if let transport { members.set(.init("protocol", transport)) }
    return port.with(.object(members.object))
  }

  /// The number, or the first one of a range; unknown where a part of the text is.
  private func first(of port: Value) -> Value {
    let start = port.parts(separatedBy: "-")[0]
    if let doubt = start.doubt { return port.unknown(doubt) }
    guard let text = start.text, let number = Int(text.trimmed), (0...65_535).contains(number)
    else { return wrong(port, expected: "8080:80") }
    return port.with(.number(String(number)))
  }
}
