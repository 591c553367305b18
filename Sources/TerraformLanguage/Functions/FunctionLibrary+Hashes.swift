import Crypto
import SourceText

extension FunctionLibrary {
  /// Functions that hash texts and files.
  static let hashes: [String: FunctionDefinition] = {
    var table: [String: FunctionDefinition] = [
      "uuidv5": .init([.string, .string], .string, namedUUID)
    ]
    for algorithm in HashAlgorithm.allCases {
      let name = algorithm.rawValue
      table[name] = .init([.string], .string) { input throws(TerraformError) in
        input.string(hex(algorithm.hash(Array(input.text(0).utf8))))
      }
      table["file\(name)"] = .init([.string], .string) { input throws(TerraformError) in
        input.string(hex(algorithm.hash(try input.context.file(at: input.text(0)).bytes)))
      }
      guard algorithm.hasBase64 else { continue }
      table["base64\(name)"] = .init([.string], .string) { input throws(TerraformError) in
        input.string(Base64Text.encode(algorithm.hash(Array(input.text(0).utf8))))
      }
      table["filebase64\(name)"] = .init([.string], .string) { input throws(TerraformError) in
        let bytes = try input.context.file(at: input.text(0)).bytes
        return input.string(Base64Text.encode(algorithm.hash(bytes)))
      }
    }
    return table
  }()

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The identifier that RFC 4122 derives from a namespace and a name.
  private static func namedUUID(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    guard let namespace = namespace(input.text(0)) else {
      throw input.invalid(
        0,
        en: "it is neither dns, url, oid, x500 nor a UUID",
        ja: "dns、url、oid、x500、UUID のいずれでもない"
      )
    }
    var bytes = Array(HashAlgorithm.sha1.hash(namespace + Array(input.text(1).utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(hex(bytes))
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return input.string(groups.joined(separator: "-"))
  }

  private static func namespace(_ name: String) -> [UInt8]? {
    let known = ["dns": "0", "url": "1", "oid": "2", "x500": "4"]
    let text = known[name].map { "6ba7b81\($0)-9dad-11d1-80b4-00c04fd430c8" } ?? name
    let digits = text.filter { $0 != "-" }
    guard digits.utf8.count == 32, text.utf8.count == 36 || text.utf8.count == 32 else {
      return nil
    }
    var bytes: [UInt8] = []
    var rest = digits[...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}

/// The hash functions of the language, by the names of its functions.
private enum HashAlgorithm: String, CaseIterable {
  case md5
  case sha1
  case sha256
  case sha512

  /// Whether there is a function for the hash in Base64 as well.
  var hasBase64: Bool { self == .sha256 || self == .sha512 }

  func hash(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .md5: Array(Insecure.MD5.hash(data: bytes))
    case .sha1: Array(Insecure.SHA1.hash(data: bytes))
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }
}
