import Inventory
import SourceText
import TerraformLanguage

/// One instance of a resource, a data source or a module call.
struct Instance {
  /// What tells the instances of one declaration apart.
  enum Key: Hashable {
    case none
    case index(Int)
    case key(String)
    /// It is not known how many there are; one stands for all.
    case unknown
  }

  let key: Key
  /// The value of `each.key`, where there is one.
  var eachKey: TerraformValue?
  /// The value of `each.value`, where there is one.
  var eachValue: TerraformValue?
  /// The value of `count.index`, where there is one.
  var countIndex: TerraformValue?

  static let single = Instance(key: .none)

  init(
    key: Key,
    eachKey: TerraformValue? = nil,
    eachValue: TerraformValue? = nil,
    countIndex: TerraformValue? = nil
  ) {
    self.key = key
    self.eachKey = eachKey
    self.eachValue = eachValue
    self.countIndex = countIndex
  }
}

extension Instance.Key {
  /// The key as an address writes it.
  var suffix: String {
    switch self {
    case .none: ""
    case .index(let index): "[\(index)]"
    case .key(let text): "[\"\(text)\"]"
    case .unknown: "[?]"
    }
  }
}

/// The instances that `count` or `for_each` make of a declaration.
struct Expansion {
  /// What decides the number of instances.
  enum Form {
    case single
    case count
    case forEach
    /// The number is not known; the instance stands for all.
    case unknown(TerraformValue)
  }

  let form: Form
  let instances: [Instance]

  static let single = Expansion(form: .single, instances: [.single])

  /// The instance that `key` leads to; `nil` if there is none.
  func instance(_ key: TerraformValue) -> Instance? { index(key).map { instances[$0] } }

  /// The index of the instance that `key` leads to; `nil` if there is none.
  func index(_ key: TerraformValue) -> Int? {
    switch form {
    case .single: return nil
    case .unknown: return instances.startIndex
    case .count:
      guard let index = key.as(.number)?.number?.int else { return nil }
      return instances.indices.contains(index) ? index : nil
    case .forEach:
      guard let text = key.as(.string)?.text else { return nil }
      return instances.firstIndex { $0.key == .key(text) }
    }
  }
}
