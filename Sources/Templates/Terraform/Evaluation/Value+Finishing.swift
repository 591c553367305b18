import Inventory
import SourceText
import TerraformLanguage

extension Value {
  /// The value as it is judged: every part knows the way that the whole came, and what data sources
  /// find out is unknown, which is no reference to a resource.
  func finished(through outer: [SourceLocation] = []) -> Value {
    var value = self
    for place in outer
    where value.via.count < TerraformValue.trailLimit && !value.via.contains(place) {
      value.via.append(place)
    }
    switch content {
    case .reference(let reference) where reference.resource.isData:
      value.content = .unknown(.data(reference.address))
    case .partial(let pieces): value.content = .partial(pieces.map(\.withoutDataReference))
    case .list(let elements):
      value.content = .list(elements.map { $0.finished(through: value.via) })
    case .object(let object):
      value.content = .object(
        ValueObject(
          object.members.map { member in
            .init(member.name, member.value.finished(through: value.via), key: member.key)
          }
        )
      )
    default: break
    }
    return value
  }
}

extension TextPiece {
  fileprivate var withoutDataReference: TextPiece {
    guard case .reference(let reference) = self, reference.resource.isData else { return self }
    return .unknown(.data(reference.address))
  }
}

extension ResourceID {
  /// Whether the address is that of a data source, behind the modules that lead to it.
  fileprivate var isData: Bool {
    var rest = path[...]
    while rest.hasPrefix("module.") { rest = rest.dropFirst(7).behindFirstStep }
    return rest.hasPrefix("data.")
  }
}

extension Substring {
  /// What follows the first stop outside of brackets and quotes.
  fileprivate var behindFirstStep: Substring {
    var isQuoted = false
    for index in utf8.indices {
      switch utf8[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ".") where !isQuoted: return self[utf8.index(after: index)...]
      default: continue
      }
    }
    return ""
  }
}

extension ResourceReference {
  fileprivate var address: String { attribute.map { "\(resource.path).\($0)" } ?? resource.path }
}
