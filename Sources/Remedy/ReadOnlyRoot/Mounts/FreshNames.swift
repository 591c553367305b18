import Inventory

/// Makes names for volumes or containers that nothing else in the list goes by.
struct FreshNames {
  /// The longest name that ECS takes.
  private static let limit = 255

  private var taken: Set<String>

  /// Begins with the names of the elements of a list.
  init(besides elements: Value?) {
    taken = Set((elements?.list ?? []).compactMap { $0["name"]?.text })
  }

  /// A name of letters, digits, hyphens and underscores: `web-var-cache-nginx` of
  /// `web/var/cache/nginx`.
  mutating func make(from text: String) -> String {
    let words = text.split { character in
      !(character.isASCII && (character.isLetter || character.isNumber) || character == "_")
    }
    let base = String(words.joined(separator: "-").prefix(Self.limit - 4))
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
