import Inventory

extension FunctionLibrary {
  /// Functions whose results depend on the clock, on chance, on a key or on a compressor.
  static let unknowable: [String: FunctionDefinition] = [
    "base64gzip": .init([.string], .string, unknowable),
    "bcrypt": .init([.init(.string)], rest: .init(.number), .type(.string), unknowable),
    "plantimestamp": .init([], .string, unknowable),
    "rsadecrypt": .init([.string, .string], .string, unknowable),
    "timestamp": .init([], .string, unknowable),
    "uuid": .init([], .string, unknowable),
  ]

  private static func unknowable(_ input: FunctionInput) throws(TerraformError) -> TerraformValue {
    input.unknown(.string, .reason(.function(input.name)))
  }
}
