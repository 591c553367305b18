/// The member names of the AWS API's shapes, as far as this program holds them.
///
/// Made once from the service models; about 2,000 names, read when first needed.
struct ShapeTable: Sendable {
  /// What stands behind a member.
  enum Content: Sendable, Equatable {
    /// A scalar, or a list of scalars.
    case leaf
    /// A Boolean.
    case bool
    /// An object whose keys are free.
    case map
    /// An object, or a list of objects, of the named shape.
    case shape(String)
  }

  /// One member of a shape.
  struct Member: Sendable {
    let name: String
    let content: Content
    /// Whether the member holds a list of objects.
    var isList = false
  }

  /// The table of all shapes.
  static let shared = ShapeTable(text)

  private let shapes: [String: [Member]]

  private init(_ text: String) {
    let bytes = Array(text.utf8)
    var shapes: [String: [Member]] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      shapes[String(decoding: words[0], as: UTF8.self)] = words.dropFirst().map(Self.member)
    }
    self.shapes = shapes
  }

  private static func member(_ word: ArraySlice<UInt8>) -> Member {
    func name(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    if word.last == UInt8(ascii: "?") { return Member(name: name(word.dropLast()), content: .bool) }
    guard let colon = word.firstIndex(of: UInt8(ascii: ":")) else {
      return Member(name: name(word), content: .leaf)
    }
    let shape = name(word[(colon + 1)...])
    let isList = word[..<colon].last == UInt8(ascii: "]")
    return Member(
      name: name(word[..<colon].dropLast(isList ? 2 : 0)),
      content: shape == "*" ? .map : .shape(shape),
      isList: isList
    )
  }

  /// The members of the shape `name`; a kind of resource goes by its name behind an `@`.
  func members(of name: String) -> [Member]? { shapes[name] }

  /// The member of the shape `shape` whose name is `name`, letter case aside.
  func member(_ name: String, of shape: String) -> Member? {
    shapes[shape]?.first { $0.name.isEqualIgnoringCase(name) }
  }

  /// Whether the names of `shape` begin with a small letter, as those of ECS do.
  func isLowerCamel(_ shape: String) -> Bool {
    shapes[shape]?.first?.name.utf8.first.map { $0 >= UInt8(ascii: "a") } ?? false
  }
}

extension String {
  /// Whether both texts are the same but for the case of ASCII letters.
  func isEqualIgnoringCase(_ other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }

  /// The text with its first ASCII letter in lower case.
  var loweringFirst: String {
    guard let first = utf8.first, first.asciiLowercased != first else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}

extension UInt8 {
  /// The byte, a capital ASCII letter made small.
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
