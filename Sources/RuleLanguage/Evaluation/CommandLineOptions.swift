/// Short options among command line arguments, as `getopt(3)` finds them.
enum CommandLineOptions {
  /// The value of the option `letter`: empty for a plain one, absent if it is not given.
  static func value(
    of letter: UInt8?,
    _ arguments: [FieldValue],
    _ specification: [FieldValue]
  ) -> Extraction {
    guard let letter, let letters = specification.first?.textBytes else { return .unknown }
    var rest = arguments.map(\.textBytes)[...]
    var found: [UInt8]?
    while let argument = rest.popFirst() {
      guard let argument else { return .unknown }
      if argument == Array("--".utf8) { break }
      guard argument.count > 1, argument[0] == UInt8(ascii: "-") else { continue }
      var cluster = argument[1...]
      while let option = cluster.popFirst() {
        guard takesValue(option, letters) else {
          if option == letter, letters.contains(option) { found = [] }
          continue
        }
        guard let value = cluster.isEmpty ? rest.popFirst() ?? [] : Array(cluster) else {
          return .unknown
        }
        if option == letter { found = value }
        cluster = []
      }
    }
    return found.map { .one(.bytes($0[...])) } ?? .absent
  }

  private static func takesValue(_ option: UInt8, _ letters: [UInt8]) -> Bool {
    guard option != UInt8(ascii: ":"), let index = letters.firstIndex(of: option) else {
      return false
    }
    return index + 1 < letters.count && letters[index + 1] == UInt8(ascii: ":")
  }
}
