import Foundation
import Syntax

/// A plain value to compare trees with.
indirect enum Value: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case sequence([Value])
  case mapping([String: Value])

  /// Takes over what `JSONSerialization` has read.
  init(_ any: Any) {
    switch any {
    case let number as NSNumber where isBoolean(number): self = .bool(number.boolValue)
    case let number as NSNumber: self = .number(number.doubleValue)
    case let string as String: self = .string(string)
    case let array as [Any]: self = .sequence(array.map(Value.init))
    case let object as [String: Any]: self = .mapping(object.mapValues(Value.init))
    default: self = .null
    }
  }

  /// Takes over a node, CloudFormation's short forms written out.
  init(_ node: Node) {
    var value: Value
    switch node.kind {
    case .null: value = .null
    case .bool: value = .bool(node.bool ?? false)
    case .number: value = .number(node.number ?? .nan)
    case .string: value = .string(node.string ?? "")
    case .sequence: value = .sequence(node.elements.map { Value($0) })
    case .mapping:
      value = .mapping(
        Dictionary(
          node.entries.map { ($0.key.string ?? "", Value($0.value)) },
          uniquingKeysWith: { $1 }
        )
      )
    }
    if let tag = node.tag {
      if tag == "!GetAtt", case .string(let text) = value {
        value = .sequence(
          text.split(separator: ".", maxSplits: 1).map { .string(String($0)) }
        )
      }
      value = .mapping([Self.longForm(of: tag): value])
    }
    self = value
  }

  /// The name that the short form `tag` of an intrinsic function stands for.
  static func longForm(of tag: String) -> String {
    let name = String(tag.dropFirst())
    return ["Ref", "Condition"].contains(name) ? name : "Fn::\(name)"
  }

  /// The value without the entries whose key is `name`, and the paths at which they stood.
  func removing(_ name: String, at path: [String] = []) -> (value: Value, paths: [[String]]) {
    switch self {
    case .mapping(let entries):
      var paths = entries[name] == nil ? [] : [path]
      var rest: [String: Value] = [:]
      for (key, value) in entries where key != name {
        let (inner, found) = value.removing(name, at: path + [key])
        rest[key] = inner
        paths += found
      }
      return (.mapping(rest), paths)
    case .sequence(let elements):
      let results = elements.enumerated().map { index, element in
        element.removing(name, at: path + ["\(index)"])
      }
      return (.sequence(results.map(\.value)), results.flatMap(\.paths))
    default:
      return (self, [])
    }
  }

  /// The places at which the values differ.
  func differences(from other: Value, at path: String = "") -> [String] {
    switch (self, other) {
    case (.mapping(let left), .mapping(let right)):
      return Set(left.keys).union(right.keys).sorted().flatMap { key -> [String] in
        guard let one = left[key], let two = right[key] else {
          return ["\(path)/\(key): only \(left[key] == nil ? "expected" : "found")"]
        }
        return one.differences(from: two, at: "\(path)/\(key)")
      }
    case (.sequence(let left), .sequence(let right)) where left.count == right.count:
      return zip(left, right).enumerated().flatMap { index, pair in
        pair.0.differences(from: pair.1, at: "\(path)/\(index)")
      }
    default:
      return self == other ? [] : ["\(path): \(self) instead of \(other)"]
    }
  }
}

private func isBoolean(_ number: NSNumber) -> Bool {
  unsafe String(cString: number.objCType) == "c"
    && number.isEqual(to: NSNumber(value: number.boolValue))
}
