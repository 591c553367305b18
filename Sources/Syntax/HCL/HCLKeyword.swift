/// The words that mean something to HCL in certain places; elsewhere they are names.
///
/// The raw value is the word's ASCII bytes, the last in the lowest byte.
enum HCLKeyword: UInt64 {
  case `true` = 0x7472_7565
  case `false` = 0x66_616C_7365
  case null = 0x6E75_6C6C
  case `for` = 0x66_6F72
  case `in` = 0x696E
  case `if` = 0x6966
  case `else` = 0x656C_7365
  case endif = 0x65_6E64_6966
  case endfor = 0x656E_6466_6F72

  init?(_ token: HCLToken, in bytes: [UInt8]) {
    guard token.kind == .identifier, 2...6 ~= token.count else { return nil }
    var word: UInt64 = 0
    for place in Int(token.start)..<Int(token.end) { word = word << 8 | UInt64(bytes[place]) }
    self.init(rawValue: word)
  }
}
